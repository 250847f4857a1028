import type { Mail } from '../../../notifications/notification.js'
import type { Page, Visit } from '../../answer.js'
import { EmptyState } from '../../elements/empty-state.js'
import { Moment } from '../../elements/moment.js'
import { StatusPill } from '../../elements/status-pill.js'
import { setupPage } from '../setup-frame.js'

export function listMails({ coupa, person }: Visit): Page {
  const mails = coupa.mails(person.login)
  return setupPage({
    room: 'mails',
    title: 'E-mails',
    lead: 'Every e-mail this system has written, the latest first.',
    body: (
      <div class="card card-flush">
        {mails.length === 0 ? (
          <EmptyState icon="inbox" title="No e-mail was written yet" />
        ) : (
          <ul class="rows">
            {mails.map(mail => (
              <MailRow mail={mail} />
            ))}
          </ul>
        )}
      </div>
    ),
  })
}

function MailRow({ mail }: { readonly mail: Mail }) {
  return (
    <li>
      <div class="grow">
        <p class="title">{mail.subject}</p>
        <p class="soft small">
          To {mail.to} · <Moment at={mail.createdAt} />
        </p>
        <details>
          <summary class="small">
            Read<span class="unseen"> {mail.subject}</span>
          </summary>
          <p class="small keep-lines quote">{mail.text}</p>
        </details>
        {mail.failure !== undefined && <p class="literal small">{mail.failure}</p>}
      </div>
      <div class="end">
        <StatusPill status={mail.status} />
      </div>
    </li>
  )
}
