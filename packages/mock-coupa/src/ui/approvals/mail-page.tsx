import { randomBytes } from 'node:crypto'
import type { Child } from 'hono/jsx'
import type { MailLinkView } from '../../approvals.js'
import type { Coupa } from '../../coupa.js'
import { CoupaError, type FieldProblem } from '../../errors.js'
import { Facts } from '../elements/facts.js'
import { TextField } from '../elements/field.js'
import { formatMoney } from '../elements/money.js'
import { errorPage } from '../error-page.js'
import { readFields } from '../fields.js'
import { renderDocument } from '../layout/document.js'
import { Wordmark } from '../layout/site-header.js'
import { setPageHeaders } from '../page-headers.js'
import { approvablePath } from '../paths.js'
import type { RouteContext } from '../serve.js'
import { inSentence } from './name.js'

/**
 * The pages behind the links of a mail. Nobody needs to be signed in: the link itself is the proof, so its form needs
 * no other token. Looking changes nothing; only the button does.
 */
export function mailLinkRoutes(coupa: Coupa) {
  return {
    show: (ctx: RouteContext): void =>
      answer(ctx, () => confirmPage(readChoice(ctx), coupa.mailLink(readToken(ctx)))),
    decide(ctx: RouteContext): void {
      const choice = readChoice(ctx)
      const comment = readFields(ctx.request.rawBody ?? '').text('comment')
      answer(ctx, () => {
        const link = coupa.mailLink(readToken(ctx))
        try {
          coupa.decideByMail(readToken(ctx), { decision: choice, comment })
          return donePage(choice, link)
        } catch (error) {
          if (!(error instanceof CoupaError) || error.fields.length === 0) throw error
          ctx.status = error.status
          return confirmPage(choice, link, error.fields)
        }
      })
    },
  }
}

type Choice = 'approve' | 'reject'

function readChoice({ params, path }: RouteContext): Choice {
  if (params.choice === 'approve' || params.choice === 'reject') return params.choice
  throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no page ${path.slice(0, 20)}…`)
}

const readToken = ({ params }: RouteContext) => params.token ?? ''

function answer(ctx: RouteContext, make: () => string): void {
  setPageHeaders(ctx, { nonce: randomBytes(16).toString('base64'), leaves: false })
  ctx.type = 'html'
  try {
    ctx.body = make()
  } catch (error) {
    if (!(error instanceof CoupaError)) throw error
    ctx.status = error.status
    const title = error.status === 410 ? 'This link is over' : 'This did not work'
    ctx.body = errorPage({ status: error.status, title, message: error.message })
  }
}

function confirmPage(choice: Choice, link: MailLinkView, problems: readonly FieldProblem[] = []): string {
  const word = choice === 'approve' ? 'Approve' : 'Reject'
  return bare(
    `${word} ${inSentence(link.approvable.name)}`,
    <form class="card form" method="post" novalidate>
      <h1>
        {word} {inSentence(link.approvable.name)}?
      </h1>
      <About link={link} />
      <TextField
        name="comment"
        label="Comment"
        lines={3}
        value=""
        required={choice === 'reject'}
        problems={problems}
        {...(choice === 'reject' ? { hint: 'Say why: the requester is told.' } : {})}
      />
      <div class="actions">
        <button class={choice === 'approve' ? 'button button-main' : 'button button-bad'} type="submit">
          {word}
        </button>
        <a class="button" href={approvablePath(link.approvable)}>
          View
        </a>
      </div>
    </form>,
  )
}

function About({ link: { person, approvable } }: { readonly link: MailLinkView }) {
  return (
    <Facts
      facts={[
        ['Request', `${approvable.name}: ${approvable.title}`],
        ['Requester', approvable.requestedBy.fullName],
        ['Total', formatMoney(approvable.total, approvable.currency)],
        ['You decide as', person.fullName],
      ]}
    />
  )
}

function donePage(choice: Choice, { approvable, person }: MailLinkView): string {
  const did = choice === 'approve' ? 'approved' : 'rejected'
  return bare(
    `${approvable.name} ${did}`,
    <div class="card" role="status">
      <h1>
        You {did} {inSentence(approvable.name)}
      </h1>
      <p class="soft">
        {approvable.requestedBy.fullName} is told. It is on record as the decision of {person.fullName}.
      </p>
      <p>
        <a class="button" href={approvablePath(approvable)}>
          View
        </a>
      </p>
    </div>,
  )
}

function bare(title: string, children: Child): string {
  return renderDocument({
    title,
    children: (
      <>
        <header class="top">
          <div class="top-row top-row-bare">
            <Wordmark companyName="" />
          </div>
        </header>
        <main id="content" tabindex={-1}>
          <div class="door">{children}</div>
        </main>
      </>
    ),
  })
}
