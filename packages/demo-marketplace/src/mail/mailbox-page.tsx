import type { Visitor } from '../accounts/visitor.js'
import { minuteText } from '../ui/dates.js'
import { Layout } from '../ui/layout.js'
import { linksIn } from './links-in.js'
import type { Mail } from './mailbox.js'

interface MailboxPageProps {
  readonly visitor: Visitor
  readonly path: string
  readonly mails: readonly Mail[]
  /** Everybody who has mail. */
  readonly recipients: readonly string[]
  readonly recipient: string | undefined
}

export function MailboxPage({ visitor, path, mails, recipients, recipient }: MailboxPageProps) {
  return (
    <Layout visitor={visitor} title="Mailbox" path={path}>
      <div class="page-head">
        <div>
          <h1>Mailbox</h1>
          <p class="lead">
            Every mail that the local SMTP server took, from this marketplace and from the procurement system.
            Nothing is sent on.
          </p>
        </div>
      </div>
      {recipients.length > 1 && (
        <nav class="chips" aria-label="Recipient">
          <a href="/mailbox" aria-current={recipient === undefined ? 'true' : undefined}>
            Everybody
          </a>
          {recipients.map(email => (
            <a
              href={`/mailbox?${new URLSearchParams({ to: email })}`}
              aria-current={recipient === email ? 'true' : undefined}
            >
              {email}
            </a>
          ))}
        </nav>
      )}
      {mails.length === 0 ? (
        <section class="empty panel">
          <h2>No mail yet</h2>
          <p>When an order is fulfilled, its requester is told here.</p>
        </section>
      ) : (
        <ul class="mails panel">
          {mails.map(mail => (
            <li data-mail={mail.id}>
              <a href={`/mailbox/${mail.id}`}>
                <b title={mail.to.join(', ')}>{mail.to.join(', ')}</b>
                <span class="subject">{mail.subject}</span>
                <time datetime={mail.receivedAt.toISOString()}>{minuteText(mail.receivedAt)}</time>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  )
}

export function MailPage({ visitor, mail }: { readonly visitor: Visitor; readonly mail: Mail }) {
  return (
    <Layout visitor={visitor} title={mail.subject} path={`/mailbox/${mail.id}`}>
      <nav class="crumbs" aria-label="Where you are">
        <a href="/mailbox">Mailbox</a>
      </nav>
      <article class="panel" data-mail={mail.id}>
        <header class="mail-head">
          <h1>{mail.subject}</h1>
          <dl class="facts">
            <dt>From</dt>
            <dd>{mail.from}</dd>
            <dt>To</dt>
            <dd>{mail.to.join(', ')}</dd>
            <dt>Received</dt>
            <dd>{minuteText(mail.receivedAt)}</dd>
          </dl>
          <MailLinks mail={mail} />
        </header>
        <div class="mail-body">
          {mail.html === undefined ? (
            <pre>{mail.text ?? '(empty)'}</pre>
          ) : (
            // An empty sandbox: no scripts, no forms, no navigation of this page, an origin of its own.
            <iframe sandbox="" srcdoc={mail.html} title="The mail" referrerpolicy="no-referrer" />
          )}
        </div>
      </article>
    </Layout>
  )
}

/** Nothing can be opened from inside the sandbox, so its links are here, by their real addresses. */
function MailLinks({ mail }: { readonly mail: Mail }) {
  const links = linksIn(mail.text ?? '')
  if (links.length === 0) return null
  return (
    <ul class="links" aria-label="Links in this mail">
      {links.map(link => (
        <li>
          <a href={link} rel="noopener noreferrer">
            {link}
          </a>
        </li>
      ))}
    </ul>
  )
}
