import type { PunchoutSession } from '@punchloop/sdk'
import type { Visitor } from '../accounts/visitor.js'
import { lineText } from '../catalog/buy-box.js'
import { Layout } from '../ui/layout.js'
import type { HeldLine } from './held-lines.js'

interface HeldLinesPageProps {
  readonly visitor: Visitor
  readonly session: PunchoutSession
  readonly lines: readonly HeldLine[]
}

/** What the shopper came to change, to look at or to have quoted. */
export function HeldLinesPage({ visitor, session, lines }: HeldLinesPageProps) {
  const { title, lead } = words[session.operation]
  return (
    <Layout visitor={visitor} title={title} path="/trip">
      <div class="page-head">
        <div>
          <h1>{title}</h1>
          <p class="lead">{lead}</p>
        </div>
      </div>
      <div class="stack" data-operation={session.operation}>
        {lines.map(line => (
          <HeldLineCard line={line} session={session} csrfToken={visitor.csrfToken} />
        ))}
        {session.operation === 'source' && lines.some(({ line }) => line !== undefined) && (
          <form method="post" action="/trip/return">
            <input type="hidden" name="csrf" value={visitor.csrfToken} />
            <button type="submit" class="button primary">
              Return the quote
            </button>
          </form>
        )}
      </div>
    </Layout>
  )
}

const words: Readonly<
  Record<PunchoutSession['operation'], { readonly title: string; readonly lead: string }>
> = {
  create: { title: 'On your requisition', lead: 'Nothing yet: choose something in the catalogue.' },
  edit: {
    title: 'On your requisition',
    lead: 'Change or remove a line, or choose something more in the catalogue. Cancelling leaves everything as it is.',
  },
  inspect: {
    title: 'On the requisition',
    lead: 'Your procurement system opened this page to look at it only: nothing can be changed.',
  },
  source: {
    title: 'Asked for a quote',
    lead: 'What it costs today. Returning it puts these prices on your requisition.',
  },
}

interface HeldLineCardProps {
  readonly line: HeldLine
  readonly session: PunchoutSession
  readonly csrfToken: string
}

function HeldLineCard({ line, session, csrfToken }: HeldLineCardProps) {
  const { offer, description, reference } = line
  return (
    <article class="request panel" data-reference={reference}>
      <header>
        <ul class="lines">
          <li>{description}</li>
        </ul>
      </header>
      <p class="meta">
        <span>{offer === undefined ? 'Not sold any more as it was' : lineText(offer)}</span>
      </p>
      {session.operation === 'edit' && (
        <div class="actions">
          {offer && (
            <a class="button" href={changePath(offer)}>
              Change {offer.product.name}
            </a>
          )}
          <form method="post" action="/trip/return">
            <input type="hidden" name="csrf" value={csrfToken} />
            <input type="hidden" name="without" value={reference} />
            <button type="submit" class="button danger">
              Remove<span class="visually-hidden"> {description}</span>
            </button>
          </form>
        </div>
      )}
      {session.operation === 'inspect' && offer && (
        <p>
          <a href={changePath(offer)}>Look at {offer.product.name}</a>
        </p>
      )}
    </article>
  )
}

function changePath({ product, plan, quantity }: NonNullable<HeldLine['offer']>): string {
  return `/products/${product.id}?${new URLSearchParams({ plan: plan.id, quantity })}`
}
