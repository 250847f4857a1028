import type { RequisitionView } from '../../requests.js'
import type { PunchoutSession } from '../../requisitions/punchout-session.js'
import type { ReopeningOperation } from '../../shopping/shopping-trip.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { punchoutPath, requisitionPath } from '../paths.js'

const words: Readonly<Record<ReopeningOperation, string>> = {
  inspect: 'Inspect',
  source: 'Ask for a quote',
  edit: 'Edit',
}

const operations = ['inspect', 'source', 'edit'] as const

/** Where items came from a shop that can show or change them there. */
export function SessionsCard({ requisition }: { readonly requisition: RequisitionView }) {
  const sessions = requisition.punchoutSessions.filter(({ may }) => Object.values(may).includes(true))
  if (sessions.length === 0) return null
  return (
    <Card title="At the supplier" id="sessions" flush>
      <ul class="rows">
        {sessions.map(session => (
          <li data-trip={String(session.trip)}>
            <div class="grow">
              <span class="title">{session.site.name}</span>
              <p class="soft small">{linesOf(session)}</p>
            </div>
            <div class="actions">
              {session.may.validate && <Validate number={requisition.number} session={session} />}
              {operations
                .filter(operation => session.may[operation])
                .map(operation => (
                  <Reopen number={requisition.number} session={session} operation={operation} />
                ))}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function linesOf({ lineNums }: PunchoutSession): string {
  return `${lineNums.length === 1 ? 'Line' : 'Lines'} ${lineNums.join(', ')}`
}

/** A link opens nothing by itself: the page that it leads to asks the supplier. */
function Reopen(props: {
  readonly number: number
  readonly session: PunchoutSession
  readonly operation: ReopeningOperation
}) {
  const { session, operation } = props
  return (
    <form method="get" action={punchoutPath(session.site.id)}>
      <input type="hidden" name="operation" value={operation} />
      <input type="hidden" name="requisition" value={String(props.number)} />
      <input type="hidden" name="trip" value={String(session.trip)} />
      <button class="button button-small" type="submit">
        {words[operation]}
        <span class="unseen">
          {' '}
          {linesOf(session)} at {session.site.name}
        </span>
      </button>
    </form>
  )
}

/** It asks the supplier at once: what it says changes the lines. */
function Validate(props: { readonly number: number; readonly session: PunchoutSession }) {
  const { session } = props
  return (
    <form method="post" action={`${requisitionPath(props.number)}/validate`}>
      <Csrf />
      <input type="hidden" name="trip" value={String(session.trip)} />
      <button class="button button-small" type="submit">
        Check prices
        <span class="unseen">
          {' '}
          of {linesOf(session)} at {session.site.name}
        </span>
      </button>
    </form>
  )
}
