import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { markAcknowledged } from '../purchase-orders/purchase-order-records.js'

/**
 * Coupa's `acknowledged-flag`: the supplier has seen the order, by the portal or by a button in the mail. That is no
 * confirmation of its lines. A second time changes nothing.
 */
export function acknowledge(work: Work, order: PurchaseOrder): void {
  if (order.acknowledgedAt !== undefined) return
  if (order.status !== 'issued') {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Purchase order ${order.number} cannot be acknowledged: it is ${order.status}, and that is possible only while it is issued`,
    )
  }
  const purchaseOrder = order.id
  markAcknowledged(work, purchaseOrder)
  recordHistory(work, { purchaseOrder, by: order.supplier.name, text: 'Acknowledged by the supplier' })
  work.emit('order acknowledged', { purchaseOrder })
}
