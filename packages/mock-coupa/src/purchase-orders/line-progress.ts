import { addDecimals, compareDecimals } from '@punchloop/sdk/cxml'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type {
  PurchaseOrder,
  PurchaseOrderLine,
  PurchaseOrderLineStatus,
  PurchaseOrderStatus,
} from './purchase-order.js'
import { readLine, updateLine } from './purchase-order-lines.js'
import { readPurchaseOrder } from './purchase-order-records.js'
import { type Actor, recordRevision, systemItself } from './revisions.js'
import { mayDo, writeStatus } from './transitions.js'

/** Actions of Coupa's `/api/purchase_order_lines`. */
export const lineActions = [
  'soft_close_for_receiving',
  'soft_close_for_invoicing',
  'reopen_for_receiving',
  'reopen_for_invoicing',
] as const

export type LineAction = (typeof lineActions)[number]

/** More (or, of a receipt that was voided, less) has arrived. `ERR_COUPA_CONFLICT` where the line takes none. */
export function recordReceived(work: Work, lineId: number, quantity: string): void {
  progress(work, lineId, line => ({ ...line, received: added(line, 'received', quantity) }))
}

/**
 * More (or, of an invoice that was voided, less) was invoiced of these lines, by their ids. What was invoiced before an
 * order was closed can be taken back afterwards, too.
 */
export function recordInvoiced(work: Work, quantities: ReadonlyMap<number, string>): void {
  const byOrder = Map.groupBy(quantities.keys(), id => readLine(work.db, id).purchaseOrder)
  for (const [order, lines] of byOrder) {
    const isLess = lines.every(id => compareDecimals(quantities.get(id) ?? '0', '0') < 0)
    progressOf(
      work,
      order,
      line => {
        const quantity = quantities.get(line.id)
        return quantity === undefined ? line : { ...line, invoiced: added(line, 'invoiced', quantity) }
      },
      isLess ? ['issued', 'soft_closed', 'closed'] : undefined,
    )
  }
}

function added(line: PurchaseOrderLine, what: 'received' | 'invoiced', quantity: string): string {
  const isMore = compareDecimals(quantity, '0') > 0
  const isClosed = what === 'received' ? line.closedForReceiving : line.closedForInvoicing
  if (isMore && isClosed) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Line ${line.lineNum} is closed: nothing more is ${what} on it`,
    )
  }
  const sum = addDecimals(line[what], quantity)
  if (compareDecimals(sum, '0') < 0) {
    throw new CoupaError('ERR_COUPA_CONFLICT', `Line ${line.lineNum} cannot have ${sum} ${what}`)
  }
  return sum
}

function progress(work: Work, lineId: number, change: (line: PurchaseOrderLine) => PurchaseOrderLine): void {
  const { purchaseOrder } = readLine(work.db, lineId)
  progressOf(work, purchaseOrder, line => (line.id === lineId ? change(line) : line))
}

/** `change` gives a line back as it is where nothing is to become of it. */
function progressOf(
  work: Work,
  purchaseOrder: number,
  change: (line: PurchaseOrderLine) => PurchaseOrderLine,
  possibleIn: readonly PurchaseOrderStatus[] = ['issued', 'soft_closed'],
): void {
  const order = readPurchaseOrder(work.db, purchaseOrder)
  if (!possibleIn.includes(order.status)) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Purchase order ${order.number} is ${order.status}: it would have to be issued`,
    )
  }
  for (const line of order.lines) {
    const changed = change(line)
    if (changed !== line) updateLine(work, changed)
  }
  settleOrder(work, purchaseOrder)
}

const closings: Readonly<Record<LineAction, Partial<PurchaseOrderLine>>> = {
  soft_close_for_receiving: { closedForReceiving: true },
  soft_close_for_invoicing: { closedForInvoicing: true },
  reopen_for_receiving: { closedForReceiving: false },
  reopen_for_invoicing: { closedForInvoicing: false },
}

/** `Line 2: soft close for receiving`. */
export function actOnLine(work: Work, lineId: number, by: Actor, action: LineAction): void {
  const { purchaseOrder, line } = readLine(work.db, lineId)
  progress(work, lineId, current => ({ ...current, ...closings[action] }))
  recordRevision(work, purchaseOrder, {
    by,
    what: `Line ${line.lineNum}: ${action.replaceAll('_', ' ')}`,
  })
}

/**
 * Brings the statuses of the lines, and that of the order, in line with what has arrived and was invoiced.
 * Unverified: that an order of which nothing more is expected is soft closed by itself, and is issued again when
 * something is expected after all.
 */
export function settleOrder(work: Work, id: number): void {
  const order = readPurchaseOrder(work.db, id)
  const isDone = order.lines.length > 0 && order.lines.every(line => isComplete(line))
  if (isDone && mayDo('soft_close', order)) {
    writeStatus(work, id, 'soft_closed')
    recordRevision(work, id, {
      by: systemItself(work),
      what: 'Soft closed: everything is received and invoiced',
    })
  } else if (!isDone && order.status === 'soft_closed') {
    writeStatus(work, id, 'issued')
    recordRevision(work, id, { by: systemItself(work), what: 'Reopened: more is to be received or invoiced' })
  }
  keepLineStatuses(work, id)
}

/** What follows for the lines from the order's status and their own quantities. */
export function keepLineStatuses(work: Work, id: number): void {
  const order = readPurchaseOrder(work.db, id)
  for (const line of order.lines) {
    const status = lineStatus(order, line)
    if (status !== line.status) updateLine(work, { ...line, status })
  }
}

function isComplete(line: PurchaseOrderLine): boolean {
  return (
    (line.closedForReceiving || isReached(line.received, line)) &&
    (line.closedForInvoicing || isReached(line.invoiced, line))
  )
}

function isReached(quantity: string, line: PurchaseOrderLine): boolean {
  // What is bought for so much is received and invoiced in money.
  const whole = line.lineType === 'OrderAmountLine' ? line.total : line.quantity
  return compareDecimals(quantity, whole) >= 0
}

function lineStatus(order: PurchaseOrder, line: PurchaseOrderLine): PurchaseOrderLineStatus {
  if (order.status === 'cancelled') return 'cancelled'
  if (order.status === 'closed' || (line.closedForReceiving && line.closedForInvoicing)) return 'closed'
  if (line.closedForInvoicing) return 'soft_closed_for_invoicing'
  if (line.closedForReceiving) return 'soft_closed_for_receiving'
  if (isReached(line.received, line)) return 'received'
  return compareDecimals(line.received, '0') > 0 ? 'partially_received' : 'created'
}
