import { addDecimals, multiplyDecimals, roundDecimal, subtractDecimals } from '../cxml/values/decimal.js'
import { isWithin, minorUnits, smallestAmount } from './compare-line.js'
import type { OrderContent } from './read-order.js'

/**
 * An order's total is the sum of its lines, with or without the tax and the shipping of its header: buyers put each of the
 * two into the total or leave it out, and round every line or the sum. More than the smallest coin beside that is a
 * difference. What is provided is decided by the lines; a total that says something else is not explained by anything.
 */
export function compareTotal({ lines, total, tax, shipping, currency }: OrderContent): readonly string[] {
  const amounts = lines.map(({ quantity, unitPrice }) => multiplyDecimals(quantity, unitPrice))
  const sum = addDecimals(...amounts)
  const rounded = addDecimals(...amounts.map(amount => roundDecimal(amount, minorUnits(currency))))
  const charges = ['0', tax, shipping, addDecimals(tax, shipping)]
  const agrees = [sum, rounded].some(goods =>
    charges.some(charge =>
      isWithin(subtractDecimals(total, addDecimals(goods, charge)), smallestAmount(currency)),
    ),
  )
  return agrees ? [] : [`The order's total is ${total}, its lines add up to ${sum}.`]
}
