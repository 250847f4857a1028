import type { PurchaseOrderView } from '../../orders.js'
import type { OrderAction } from '../../purchase-orders/act.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { TextField } from '../elements/field.js'
import { orderPath } from '../paths.js'

const words: Record<OrderAction, string> = {
  issue: 'Issue',
  issue_without_send: 'Issue without Sending',
  ignore_window_and_issue: 'Ignore Window and Issue',
  release_from_buyer_hold: 'Release from Buyer Hold',
  cancel: 'Cancel',
  close: 'Close',
  reopen: 'Reopen',
}

/** What a buyer may do with the order now; the comment goes into its history. */
export function ActionsCard({ order }: { readonly order: PurchaseOrderView }) {
  // What cannot be taken back stands last.
  const act = [
    ...order.may.act.filter(action => action !== 'cancel'),
    ...order.may.act.filter(action => action === 'cancel'),
  ]
  if (act.length === 0) return null
  return (
    <Card title="Actions" id="actions">
      <form class="form" method="post" action={`${orderPath(order.number)}/actions/${act[0]}`}>
        <Csrf />
        <TextField name="comment" label="Comment" lines={2} value="" />
        <div class="actions">
          {act.map(action => (
            <button
              class={action === 'cancel' ? 'button button-bad' : 'button'}
              type="submit"
              formaction={`${orderPath(order.number)}/actions/${action}`}
            >
              {words[action]}
            </button>
          ))}
        </div>
      </form>
    </Card>
  )
}
