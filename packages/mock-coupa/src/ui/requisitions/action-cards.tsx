import type { RequisitionView } from '../../coupa.js'
import type { FieldProblem } from '../../errors.js'
import { Csrf } from '../elements/csrf.js'
import { TextField } from '../elements/field.js'
import { requisitionPath } from '../paths.js'

/** What was sent and refused, so that nobody types it again. */
export interface Attempt {
  readonly values: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
}

interface ActionCardProps {
  readonly requisition: RequisitionView
  readonly attempt: Attempt | undefined
}

/** One comment, two buttons: whichever is pressed takes the comment along. */
export function DecisionCard({ requisition, attempt }: ActionCardProps) {
  const path = requisitionPath(requisition.number)
  return (
    <section class="card" aria-labelledby="decision">
      <div class="card-head">
        <h2 id="decision">Your approval is needed</h2>
      </div>
      <form class="form" method="post" action={`${path}/approve`}>
        <Csrf />
        <TextField
          name="comment"
          label="Comment"
          lines={3}
          value={attempt?.values.comment ?? ''}
          problems={attempt?.problems ?? []}
          hint="To reject, say why: the requester is told."
        />
        <div class="actions decide">
          <button class="button button-main" type="submit">
            Approve
          </button>
          <button class="button button-bad" type="submit" formaction={`${path}/reject`}>
            Reject
          </button>
          <button class="button" type="submit" formaction={`${path}/hold`}>
            Hold
          </button>
        </div>
      </form>
    </section>
  )
}

export function HoldCard({ requisition }: { readonly requisition: RequisitionView }) {
  return (
    <section class="card" aria-labelledby="on-hold">
      <div class="card-head">
        <h2 id="on-hold">Your approval is on hold</h2>
      </div>
      <form class="form" method="post" action={`${requisitionPath(requisition.number)}/go-on`}>
        <Csrf />
        <button class="button button-main button-wide" type="submit">
          Take off hold
        </button>
      </form>
    </section>
  )
}

export function WithdrawCard({ requisition, attempt }: ActionCardProps) {
  return (
    <section class="card" aria-label="Withdraw">
      <form class="form" method="post" action={`${requisitionPath(requisition.number)}/withdraw`}>
        <Csrf />
        <TextField
          name="reason"
          label="Reason for withdrawing"
          lines={2}
          value={attempt?.values.reason ?? ''}
          problems={attempt?.problems ?? []}
        />
        <button class="button button-wide" type="submit">
          Withdraw
        </button>
      </form>
    </section>
  )
}
