import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { recordHistory } from '../journal/history.js'
import { confirmationDueAt } from '../purchase-orders/confirmation-due.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { markAcknowledged, readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import type { Actor } from '../purchase-orders/revisions.js'
import type { ConfirmationLine, ConfirmationStatus, Statement } from './confirmation.js'
import { insertAwaited, writeStatement } from './confirmation-records.js'
import { statusOf } from './confirmation-status.js'
import { proposalOf } from './proposal.js'

/** The supplier is asked for a confirmation when the order is issued, where its level says so. */
export function awaitConfirmation(
  { purchaseOrder }: LifecycleEvents['purchase order issued'],
  work: Work,
): void {
  const order = readPurchaseOrder(work.db, purchaseOrder)
  const supplier = work.company.suppliers.find(({ id }) => id === order.supplier.id)
  const level = supplier?.orderConfirmationLevel
  if (supplier === undefined || (level !== 'header' && level !== 'line')) return
  insertAwaited(work, order.id, confirmationDueAt(order, supplier))
}

/** Records what the supplier, or somebody for it, says. What proposes a change waits for the buyer. Returns its id. */
export function confirmOrder(work: Work, order: PurchaseOrder, statement: Statement, by: Actor): number {
  const lines = statement.lines.map((line): ConfirmationLine => {
    return proposalOf(order, statement.lines, line) === undefined ? line : { ...line, decision: 'pending' }
  })
  const status = statusOf(statement.type, lines, order)
  const confirmation = writeStatement(work, order, { statement, lines, status, by })
  if (status !== 'rejected') markAcknowledged(work, order.id)
  recordHistory(work, {
    purchaseOrder: order.id,
    by: by.name,
    text: describe(status, statement, by.login !== undefined),
    ...(statement.comments === undefined ? {} : { comment: statement.comments }),
  })
  work.emit('order confirmed', { confirmation })
  return confirmation
}

function describe(status: ConfirmationStatus, { type }: Statement, isForSupplier: boolean): string {
  const whose = isForSupplier ? 'for the supplier' : 'by the supplier'
  if (status === 'rejected') return `Rejected ${whose}`
  if (status === 'pending_approval') return `Changes proposed ${whose}`
  return `Confirmed ${whose} (${type})`
}
