import { compareDecimals, readDecimal } from '@punchloop/sdk/cxml'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { orderProblem } from '../fulfillment/find-order.js'
import { recordHistory } from '../journal/history.js'
import { readLine } from '../purchase-orders/purchase-order-lines.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import type { Actor } from '../purchase-orders/revisions.js'
import {
  findShipNotice,
  insertShipNotice,
  type NewShipNotice,
  readShipNotice,
  replaceShipNotice,
} from './ship-notice-records.js'
import { operationProblem, shippingProblem } from './ship-notice-rules.js'

/**
 * Writes down, for a supplier, what is on its way. Returns its id.
 *
 * @throws {CoupaError} `ERR_COUPA_CONFLICT` under a number that stands already, `ERR_COUPA_INVALID` for lines that
 *   cannot be shipped.
 */
export function createShipNotice(work: Work, notice: NewShipNotice, by: Actor): number {
  const known = findShipNotice(work.db, notice.supplier, notice.asnNumber)
  assertPossible(operationProblem('new', notice.asnNumber, known))
  return write(work, notice, { by, known: known?.id })
}

/** In place of what it said before, while nothing of it has arrived. */
export function changeShipNotice(work: Work, id: number, notice: NewShipNotice, by: Actor): void {
  const known = readShipNotice(work.db, id)
  assertPossible(operationProblem('update', known.asnNumber, known))
  write(work, { ...notice, asnNumber: known.asnNumber, supplier: known.supplier }, { by, known: id })
}

function write(
  work: Work,
  notice: NewShipNotice,
  { by, known }: { readonly by: Actor; readonly known: number | undefined },
): number {
  assertLines(work, notice)
  const id = known ?? insertShipNotice(work, notice)
  if (known !== undefined) replaceShipNotice(work, known, notice)
  for (const purchaseOrder of new Set(notice.lines.map(line => line.purchaseOrder))) {
    recordHistory(work, { purchaseOrder, by: by.name, text: `Ship notice ${notice.asnNumber}` })
  }
  return id
}

function assertPossible(problem: string | undefined): void {
  if (problem !== undefined) throw new CoupaError('ERR_COUPA_CONFLICT', problem)
}

function assertLines(work: Work, { lines, supplier: id }: NewShipNotice): void {
  const supplier = work.company.suppliers.find(candidate => candidate.id === id)
  if (supplier === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no supplier ${id}`)
  if (lines.length === 0) throw invalid('A ship notice needs at least one line of an order')
  for (const line of lines) {
    const order = readPurchaseOrder(work.db, readLine(work.db, line.orderLine).purchaseOrder)
    const problem = orderProblem(order, supplier, order.number) ?? shippingProblem(order)
    if (problem !== undefined) throw invalid(problem)
    if (compareDecimals(readDecimal(line.quantity), '0') <= 0) {
      throw invalid(`Quantity ${line.quantity} of a line that is shipped is not above 0`)
    }
  }
}

function invalid(message: string): CoupaError {
  return new CoupaError('ERR_COUPA_INVALID', message, { fields: [{ field: 'asn-lines', message }] })
}
