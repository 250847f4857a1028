import { compareDecimals } from '@punchloop/sdk/cxml'
import type { LineChange } from '../change-orders/change-order.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import type { LineStatement } from './confirmation.js'

/**
 * What a supplier would have changed of a line: a status `detail` with another quantity, price or date. Undefined: it
 * proposes nothing.
 */
export function proposalOf(
  order: PurchaseOrder,
  lines: readonly LineStatement[],
  said: LineStatement,
): LineChange | undefined {
  const line = order.lines.find(({ lineNum }) => lineNum === said.lineNumber)
  if (line === undefined || said.status !== 'detail') return undefined
  const parts = lines.filter(({ lineNumber }) => lineNumber === said.lineNumber)
  const needByDate = readDate(said.deliveryDate)
  const change = {
    // What a line is split into stays in the confirmation: an order has one quantity a line.
    ...(parts.length === 1 && compareDecimals(said.quantity, line.quantity) !== 0
      ? { quantity: said.quantity }
      : {}),
    ...(said.unitPrice !== undefined && compareDecimals(said.unitPrice, line.unitPrice) !== 0
      ? { unitPrice: said.unitPrice }
      : {}),
    ...(needByDate === undefined || needByDate.getTime() === line.needByDate?.getTime()
      ? {}
      : { needByDate }),
  }
  if (Object.keys(change).length === 0) return undefined
  return { kind: 'change', orderLine: line.id, ...change }
}

function readDate(text: string | undefined): Date | undefined {
  const date = text === undefined ? undefined : new Date(text)
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date
}
