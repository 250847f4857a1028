import { addDecimals, multiplyDecimals } from '@punchloop/sdk/cxml'
import type { PurchaseOrderLine } from '../purchase-orders/purchase-order.js'

/** What has not arrived yet: how many, or of an amount line how much money. */
export function openOf(line: PurchaseOrderLine): string {
  const ordered = line.lineType === 'OrderAmountLine' ? line.total : line.quantity
  return addDecimals(ordered, multiplyDecimals(line.received, '-1'))
}
