import { compareDecimals } from '../cxml/values/decimal.js'
import type { Order, OrderLine } from './order.js'
import type { OrderContent } from './read-order.js'

/** Whether a document orders what the order stands at already. */
export function isSameContent(content: OrderContent, order: Order): boolean {
  return (
    content.currency === order.currency &&
    compareDecimals(content.total, order.total) === 0 &&
    content.lines.length === order.lines.length &&
    content.lines.every((line, index) => {
      const other = order.lines[index]
      return other !== undefined && isSameLine(line, other)
    })
  )
}

/** Whether two lines order the same thing. Descriptions are words. */
export function isSameLine(line: OrderLine, other: OrderLine): boolean {
  return (
    line.lineNumber === other.lineNumber &&
    line.supplierPartID === other.supplierPartID &&
    line.supplierPartAuxiliaryID === other.supplierPartAuxiliaryID &&
    line.unitOfMeasure === other.unitOfMeasure &&
    compareDecimals(line.quantity, other.quantity) === 0 &&
    compareDecimals(line.unitPrice, other.unitPrice) === 0
  )
}
