import { formatDecimal } from '@punchloop/sdk/cxml'
import type { ChangeOrder } from '../change-orders/change-order.js'
import { readChange } from '../change-orders/change-records.js'
import { administrators } from '../company/people.js'
import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import { peopleWith, tell } from './tell.js'

/** Whoever is asked now: one person, or every buyer. */
export function notifyChangeApprover(
  event: LifecycleEvents['purchase order change needs approval'],
  work: Work,
): void {
  const change = readChange(work.db, event.change)
  const order = readPurchaseOrder(work.db, change.purchaseOrder)
  const asked = change.approvals.find(({ status }) => status === 'pending_approval')?.approver
  if (asked === undefined) return
  tell(work, asked.login === undefined ? administrators(work.company) : peopleWith(work, [asked.login]), {
    kind: 'approval_needed',
    subject: `A change of purchase order ${order.number} needs your approval`,
    body: `${change.requestedBy.fullName} wants ${wish(change, order.currency)} of purchase order ${order.number} to ${order.supplier.name}.`,
    purchaseOrder: order.id,
  })
}

function wish(change: ChangeOrder, currency: string): string {
  return change.pendingCancel
    ? 'the cancellation'
    : `a change, to ${formatDecimal(change.total, 2)} ${currency},`
}
