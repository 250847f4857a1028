import { compareDecimals } from '@punchloop/sdk/cxml'
import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { recordHistory } from '../journal/history.js'
import type { PurchaseOrderLine } from '../purchase-orders/purchase-order.js'
import { listPurchaseOrders, readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import type { RequisitionStatus } from '../requisitions/requisition.js'
import { changeStatus, readRequisition } from '../requisitions/requisition-records.js'

const followed: readonly RequisitionStatus[] = ['ordered', 'partially_received', 'received']

/** A requisition is received as far as all of its orders are. */
export function keepReceived({ purchaseOrder }: LifecycleEvents['receipt recorded'], work: Work): void {
  const { requisition } = readPurchaseOrder(work.db, purchaseOrder)
  if (requisition === undefined) return
  const { status } = readRequisition(work.db, requisition)
  const reached = reachedBy(work, requisition)
  if (!followed.includes(status) || status === reached) return
  changeStatus(work, requisition, { from: followed, to: reached, doing: 'received' })
  recordHistory(work, { requisition, by: work.system.title, text: texts[reached] })
}

const texts = {
  ordered: 'Nothing is received any more',
  partially_received: 'Partially received',
  received: 'Received',
} as const

function reachedBy(work: Work, requisition: number): keyof typeof texts {
  const lines = listPurchaseOrders(work.db, { requisition })
    .map(({ id }) => readPurchaseOrder(work.db, id))
    .filter(order => order.status !== 'cancelled')
    .flatMap(order => order.lines)
  if (lines.every(isComplete)) return 'received'
  return lines.some(line => compareDecimals(line.received, '0') > 0) ? 'partially_received' : 'ordered'
}

function isComplete(line: PurchaseOrderLine): boolean {
  const ordered = line.lineType === 'OrderAmountLine' ? line.total : line.quantity
  return line.closedForReceiving || compareDecimals(line.received, ordered) >= 0
}
