import type { XmlElement } from '../../xml/element.js'
import { addDecimals, compareDecimals, multiplyDecimals, parseDecimal } from '../values/decimal.js'
import type { Report } from './report.js'

/** Lines beyond this are not added up: a warning is not worth the time. */
const mostLines = 10_000

/**
 * Warns when the header's `Total` is neither the sum of the lines nor that with tax or shipping: senders do either, and the
 * standard's own words leave it open. Says nothing where a line's amount is not quantity times price (blanket orders,
 * price bases, nested lines) or where currencies differ.
 */
export function checkTotal(payload: XmlElement, headerName: string, lineName: string, report: Report): void {
  const header = child(payload, headerName)
  const total = header && amountOf(child(header, 'Total'))
  const lines = payload.elements().filter(({ name }) => name === lineName)
  if (header === undefined || total === undefined || lines.length === 0 || lines.length > mostLines) return
  const amounts = lines.map(lineAmount)
  const known = amounts.filter(amount => amount !== undefined)
  if (known.length < lines.length || known.some(({ currency }) => currency !== total.currency)) return
  const sum = addDecimals(...known.map(({ amount }) => amount))
  const extras = ['Tax', 'Shipping'].map(name => amountOf(child(header, name))?.amount ?? '0')
  const [tax = '0', shipping = '0'] = extras
  const sums = [sum, addDecimals(sum, tax), addDecimals(sum, shipping), addDecimals(sum, tax, shipping)]
  // Each line may have been rounded to a hundredth.
  const tolerance = multiplyDecimals('0.01', String(lines.length))
  if (sums.some(expected => isNear(expected, total.amount, tolerance))) return
  const withExtras = tax === '0' && shipping === '0' ? '' : `, tax ${tax}, shipping ${shipping}`
  report.warn(
    'WARN_CXML_TOTAL',
    child(header, 'Total') ?? header,
    `The total is ${total.amount} ${total.currency}; the ${lines.length === 1 ? 'line adds' : `${lines.length} lines add`} up to ${sum}${withExtras}.`,
  )
}

interface MoneyAmount {
  readonly amount: string
  readonly currency: string | undefined
}

function lineAmount(line: XmlElement): MoneyAmount | undefined {
  const detail = child(line, 'ItemDetail')
  const price = detail && amountOf(child(detail, 'UnitPrice'))
  const quantity = parseDecimal(line.attribute('quantity') ?? '')
  const isPlain =
    line.attribute('parentLineNumber') === undefined &&
    detail !== undefined &&
    child(detail, 'PriceBasisQuantity') === undefined
  if (price === undefined || quantity === undefined || !isPlain) return undefined
  return { amount: multiplyDecimals(quantity, price.amount), currency: price.currency }
}

function amountOf(element: XmlElement | undefined): MoneyAmount | undefined {
  const money = element && child(element, 'Money')
  const [text, ...others] = money?.children ?? []
  const amount = typeof text === 'string' && others.length === 0 ? parseDecimal(text) : undefined
  return amount === undefined ? undefined : { amount, currency: money?.attribute('currency') }
}

function isNear(a: string, b: string, tolerance: string): boolean {
  const difference = addDecimals(a, multiplyDecimals(b, '-1')).replace('-', '')
  return compareDecimals(difference, tolerance) <= 0
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.elements().find(child => child.name === name)
}
