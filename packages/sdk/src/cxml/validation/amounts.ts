import type { XmlElement } from '../../xml/element.js'
import { currencyOf } from '../values/currency.js'
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
  subtractDecimals,
} from '../values/decimal.js'
import { textOf } from './quoted.js'

/** Lines beyond this are not added up: a warning is not worth the time. */
export const mostLines = 10_000

/** Places of a quotient: far more than any amount has. */
const exactEnough = 20

/** An amount that could be read, and its currency as sent. */
export interface Amount {
  readonly amount: string
  readonly currency: string
}

/** The first child of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.child(name)
}

/** What the `Money` in an element says; `undefined` where there is none, or none that can be read. */
export function amountOf(element: XmlElement | undefined): Amount | undefined {
  const money = child(element, 'Money')
  const amount = money && parseDecimal(textOf(money))
  const currency = money?.attribute('currency')
  return amount === undefined || currency === undefined ? undefined : { amount, currency }
}

/**
 * Quantity times price, exactly. Where the price is for a `PriceBasisQuantity`, the quantity is first converted to its
 * unit and divided by it. `UnitPrice` is the price after its `Modifications`.
 */
export function priceOf(
  quantity: string,
  priced: XmlElement,
  price = amountOf(child(priced, 'UnitPrice')),
): Amount | undefined {
  const number = parseDecimal(quantity)
  if (number === undefined || price === undefined) return undefined
  const amount = multiplyDecimals(number, price.amount)
  const basis = child(priced, 'PriceBasisQuantity')
  if (basis === undefined) return { ...price, amount }
  const each = parseDecimal(basis.attribute('quantity') ?? '')
  const conversion = parseDecimal(basis.attribute('conversionFactor') ?? '')
  if (each === undefined || conversion === undefined || compareDecimals(each, '0') <= 0) return undefined
  return { ...price, amount: divideDecimals(multiplyDecimals(amount, conversion), each, exactEnough) }
}

/** The sum; `undefined` where one of them is not known or in another currency. */
export function sumOf(amounts: readonly (Amount | undefined)[], currency: string): string | undefined {
  const known = amounts.filter(amount => amount?.currency === currency)
  if (known.length < amounts.length) return undefined
  return addDecimals(...known.map(amount => amount?.amount ?? '0'))
}

/** What rounding each of so many amounts can make of a sum: a minor unit of the currency each. */
export function roundingOf(amounts: number, currency: string): string {
  const places = currencyOf(currency)?.minorUnits ?? 2
  const unit = places === 0 ? '1' : `0.${'1'.padStart(places, '0')}`
  return multiplyDecimals(unit, String(amounts))
}

export function isNear(left: string, right: string, tolerance: string): boolean {
  const difference = subtractDecimals(left, right).replace('-', '')
  return compareDecimals(difference, tolerance) <= 0
}

/** As a message shows it: with the places of its currency, and not many more. */
export function shown(amount: string, currency: string): string {
  return formatDecimal(addDecimals(roundDecimal(amount, 6)), currencyOf(currency)?.minorUnits ?? 0)
}
