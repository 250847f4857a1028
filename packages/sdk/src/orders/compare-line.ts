import { currencyOf } from '../cxml/values/currency.js'
import { compareDecimals, multiplyDecimals, roundDecimal, subtractDecimals } from '../cxml/values/decimal.js'
import { isSameUnit } from '../cxml/values/unit-of-measure.js'
import type { PurchaseRequest, RequestedLine } from '../requests/purchase-request.js'
import type { OrderLine } from './order.js'

export interface Ordered {
  readonly line: OrderLine
  /** ISO 4217, capital letters. */
  readonly currency: string
}

export interface Offered {
  readonly request: PurchaseRequest
  readonly requested: RequestedLine
}

/** What differs between an order line and what was offered, apart from its quantity: a sentence each, with both values. */
export function compareLine({ line, currency }: Ordered, { request, requested }: Offered): readonly string[] {
  const differs = (what: string, ordered: string, offered: string) =>
    `Line ${line.lineNumber}: ${what} ${ordered} was ordered, ${offered} was offered.`
  const problems: string[] = []
  if (line.supplierPartID !== requested.supplierPartID) {
    problems.push(differs('part', line.supplierPartID, requested.supplierPartID))
  }
  if (currency !== request.currency) problems.push(differs('currency', currency, request.currency))
  if (!isSamePrice(line, requested, currency)) {
    problems.push(differs('unit price', line.unitPrice, requested.unitPrice))
  }
  if (!isSameUnit(line.unitOfMeasure, requested.unitOfMeasure)) {
    problems.push(differs('unit of measure', line.unitOfMeasure || '(none)', requested.unitOfMeasure))
  }
  return problems
}

/** Whether an order line may be of this offer, or of a part of it. */
export function isSameOffer(ordered: Ordered, offered: Offered): boolean {
  return compareLine(ordered, offered).length === 0
}

/**
 * The same price, or ours as a buyer that keeps fewer digits has rounded it. What a rounding moves is a fraction of the
 * smallest coin: where the quantity makes more of it, it is another price.
 */
function isSamePrice(
  { unitPrice, quantity }: OrderLine,
  requested: RequestedLine,
  currency: string,
): boolean {
  if (compareDecimals(unitPrice, requested.unitPrice) === 0) return true
  const places = placesOf(unitPrice)
  if (places < minorUnits(currency) || places >= placesOf(requested.unitPrice)) return false
  if (compareDecimals(unitPrice, roundDecimal(requested.unitPrice, places)) !== 0) return false
  const moved = multiplyDecimals(subtractDecimals(unitPrice, requested.unitPrice), quantity)
  return isWithin(moved, smallestAmount(currency))
}

/** Digits behind the point, as far as they say something, and at least those of the currency. */
function placesOf(decimal: string): number {
  const [, fraction = ''] = decimal.split('.')
  return fraction.length
}

/** Whether a difference is at most so much, up or down. */
export function isWithin(difference: string, most: string): boolean {
  return compareDecimals(difference, most) <= 0 && compareDecimals(difference, `-${most}`) >= 0
}

/** `"0.01"` of USD, `"1"` of JPY. */
export function smallestAmount(currency: string): string {
  const places = minorUnits(currency)
  return places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`
}

export function minorUnits(currency: string): number {
  return currencyOf(currency)?.minorUnits ?? 2
}
