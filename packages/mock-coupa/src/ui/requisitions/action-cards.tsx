import type { RequisitionView } from '../../requests.js'
import type { Attempt } from '../approvals/attempt.js'
import { Csrf } from '../elements/csrf.js'
import { TextField } from '../elements/field.js'
import { requisitionPath } from '../paths.js'

interface ActionCardProps {
  readonly requisition: RequisitionView
  readonly attempt: Attempt | undefined
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
