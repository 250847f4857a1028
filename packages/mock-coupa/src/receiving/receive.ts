import { addDecimals, compareDecimals, multiplyDecimals, readDecimal } from '@punchloop/sdk/cxml'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import { recordReceived } from '../purchase-orders/line-progress.js'
import type { PurchaseOrderLine } from '../purchase-orders/purchase-order.js'
import { readLine } from '../purchase-orders/purchase-order-lines.js'
import type { Actor } from '../purchase-orders/revisions.js'
import { insertReceipt, markVoided, readReceipt } from './receipt-records.js'
import { readShipNoticeLine, writeLineStatus } from './ship-notice-records.js'

/** Something arrives. `quantity` below 0: it goes back to the supplier. */
export interface Arrival {
  /** Id of the order's line. */
  readonly orderLine: number
  /** How many; of an amount line, how much money. */
  readonly quantity: string
  readonly transactionDate?: Date
  readonly comments?: string
  readonly asnLine?: number
  /** It goes to the inventory and not to whoever asked for it. */
  readonly isIntoInventory?: boolean
}

/**
 * Records what arrived of a line, or went back. Not more than was ordered, and not more back than came.
 * Unverified: a company of Coupa can allow for some more; this one does not.
 *
 * @returns the id of the receiving transaction
 * @throws {CoupaError} `ERR_COUPA_INVALID` for a quantity of 0, `ERR_COUPA_CONFLICT` where the line takes none.
 */
export function receive(work: Work, arrival: Arrival, by: Actor): number {
  const { purchaseOrder, line } = readLine(work.db, arrival.orderLine)
  const quantity = readDecimal(arrival.quantity)
  assertQuantity(quantity, line)
  const isAmount = line.lineType === 'OrderAmountLine'
  const kind = isAmount ? 'Amount' : 'Quantity'
  const isReturn = compareDecimals(quantity, '0') < 0
  recordReceived(work, line.id, quantity)
  const id = insertReceipt(work, {
    type:
      arrival.isIntoInventory && !isReturn
        ? 'InventoryReceipt'
        : `Receiving${kind}${isReturn ? 'ReturnToSupplier' : 'Consumption'}`,
    purchaseOrder,
    orderLine: line.id,
    quantity,
    price: isAmount ? '1' : line.unitPrice,
    total: isAmount ? quantity : multiplyDecimals(quantity, line.unitPrice),
    currency: line.currency,
    transactionDate: arrival.transactionDate ?? work.now,
    ...(line.uom === '' || isAmount ? {} : { uom: line.uom }),
    ...(arrival.comments === undefined ? {} : { comments: arrival.comments }),
    ...(arrival.asnLine === undefined ? {} : { asnLine: arrival.asnLine }),
    ...(by.login === undefined ? {} : { createdBy: by.login }),
  })
  recordHistory(work, {
    purchaseOrder,
    by: by.name,
    text: `${isReturn ? 'Returned' : 'Received'} ${quantity} of line ${line.lineNum}`,
    ...(arrival.comments === undefined ? {} : { comment: arrival.comments }),
  })
  work.emit('receipt recorded', { purchaseOrder, orderLine: line.id })
  return id
}

function assertQuantity(quantity: string, line: PurchaseOrderLine): void {
  const ordered = line.lineType === 'OrderAmountLine' ? line.total : line.quantity
  const sum = addDecimals(line.received, quantity)
  if (compareDecimals(quantity, '0') === 0) throw refused('must not be 0')
  if (compareDecimals(sum, ordered) > 0) {
    throw refused(
      `must not be more than is open on line ${line.lineNum}: ${ordered} were ordered, ${line.received} are received`,
    )
  }
  if (compareDecimals(sum, '0') < 0) {
    throw refused(`must not send back more than the ${line.received} that are received`)
  }
}

function refused(message: string): CoupaError {
  return new CoupaError('ERR_COUPA_INVALID', `Quantity ${message}`, {
    fields: [{ field: 'quantity', message: `Quantity ${message}` }],
  })
}

/** It never arrived: the line is open again. `ERR_COUPA_CONFLICT` for one that is voided already. */
export function voidReceipt(work: Work, id: number, by: Actor, reason?: string): void {
  const receipt = readReceipt(work.db, id)
  if (receipt.status === 'voided') {
    throw new CoupaError('ERR_COUPA_CONFLICT', `Receipt ${id} was voided before`)
  }
  recordReceived(work, receipt.orderLine, multiplyDecimals(receipt.quantity, '-1'))
  markVoided(work, id, by.login ?? '', reason)
  reopenShipNoticeLine(work, receipt.asnLine)
  recordHistory(work, {
    purchaseOrder: receipt.purchaseOrder,
    by: by.name,
    text: `Receipt ${id} voided`,
    ...(reason === undefined ? {} : { comment: reason }),
  })
  work.emit('receipt recorded', { purchaseOrder: receipt.purchaseOrder, orderLine: receipt.orderLine })
}

/** What had come by a ship notice is on its way again. */
function reopenShipNoticeLine(work: Work, id: number | undefined): void {
  const line = id === undefined ? undefined : readShipNoticeLine(work.db, id)
  if (line?.status === 'received') writeLineStatus(work, line, 'in_transit')
}
