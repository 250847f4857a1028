import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { actOnOrder } from '../purchase-orders/act.js'
import { settleOrder } from '../purchase-orders/line-progress.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { deleteLine, insertLine, nextLineNum, updateLine } from '../purchase-orders/purchase-order-lines.js'
import { keepTotal, readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import { recordRevision } from '../purchase-orders/revisions.js'
import { changeHeader } from './change-header.js'
import type { LineChange } from './change-order.js'
import { readChange } from './change-records.js'
import { changedLines } from './changed-lines.js'

/**
 * The order becomes what was approved, and the supplier is told: a version more. What has arrived in the meantime may
 * forbid it; then the approval is refused, and nothing has happened.
 */
export function applyChange(event: LifecycleEvents['purchase order change approved'], work: Work): void {
  const change = readChange(work.db, event.change)
  const order = readPurchaseOrder(work.db, change.purchaseOrder)
  const by = { login: change.requestedBy.login, name: change.requestedBy.fullName }
  if (change.pendingCancel) {
    actOnOrder(work, order.id, {
      action: 'cancel',
      by,
      ...(change.justification === undefined ? {} : { comment: change.justification }),
    })
    return
  }
  if (order.status !== 'issued') {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Change ${change.id} cannot be applied: purchase order ${order.number} is ${order.status}`,
    )
  }
  if (change.lines.length > 0) writeLines(work, order, change.lines)
  changeHeader(work, change.id, order.id)
  work.db.run(`UPDATE purchase_orders SET change_type = 'change' WHERE number = $id`, { id: order.id })
  recordRevision(work, order.id, { by, what: `Changed by change ${change.id}`, isForSupplier: true })
  settleOrder(work, order.id)
  work.emit('purchase order changed', { purchaseOrder: order.id })
}

export function writeLines(work: Work, order: PurchaseOrder, lines: readonly LineChange[]): void {
  const { kept, added, deleted } = changedLines(order, lines, work.company)
  for (const id of deleted) deleteLine(work, id)
  for (const line of kept) updateLine(work, line)
  for (const line of added) insertLine(work, order.id, { ...line, lineNum: nextLineNum(work.db, order.id) })
  keepTotal(work, order.id)
}
