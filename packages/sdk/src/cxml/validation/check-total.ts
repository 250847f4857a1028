import type { XmlElement } from '../../xml/element.js'
import { addDecimals } from '../values/decimal.js'
import {
  type Amount,
  amountOf,
  child,
  isNear,
  mostLines,
  priceOf,
  roundingOf,
  shown,
  sumOf,
} from './amounts.js'
import type { Report } from './report.js'

/**
 * Warns when the header's `Total` is neither the sum of the lines nor that with tax or shipping: senders do either, and the
 * standard's own words leave it open.
 *
 * Says nothing where that is not certain: blanket orders and service limits (no quantity times price), orders and lines to
 * be deleted, a `Total` with `Modifications`, several currencies. A confirmation's `Total` is never looked at: its lines are
 * only what changes.
 */
export function checkTotal(payload: XmlElement, headerName: string, lineName: string, report: Report): void {
  const header = child(payload, headerName)
  const total = child(header, 'Total')
  const found = amountOf(total)
  const lines = payload.elements().filter(({ name }) => name === lineName)
  if (header === undefined || total === undefined || found === undefined) return
  if (lines.length === 0 || lines.length > mostLines || !isCertain(header, total, lines)) return
  const { amount, currency } = found
  const sums = readings(lines).map(counted => sumOf(counted.map(lineAmount), currency))
  const [sum] = sums
  if (sum === undefined) return
  const tax = extra('Tax', header, lines, currency)
  const shipping = extra('Shipping', header, lines, currency)
  const tolerance = roundingOf(lines.length, currency)
  const isOne = sums.some(
    sum =>
      sum === undefined ||
      [sum, addDecimals(sum, tax), addDecimals(sum, shipping), addDecimals(sum, tax, shipping)].some(
        expected => isNear(expected, amount, tolerance),
      ),
  )
  if (isOne) return
  const show = (amount: string) => shown(amount, currency)
  const extras = tax === '0' && shipping === '0' ? '' : `, tax ${show(tax)}, shipping ${show(shipping)}`
  report.warn(
    'WARN_CXML_TOTAL',
    total,
    `The total is ${amount} ${currency}; the ${lines.length === 1 ? 'line adds' : `${lines.length} lines add`} up to ${show(sum)}${extras}.`,
  )
}

function isCertain(header: XmlElement, total: XmlElement, lines: readonly XmlElement[]): boolean {
  return (
    child(total, 'Modifications') === undefined &&
    header.attribute('type') !== 'delete' &&
    header.attribute('orderType') !== 'blanket' &&
    lines.every(line => line.attribute('operation') === undefined)
  )
}

/**
 * The lines that may be what is counted. With lines in lines (`parentLineNumber`) senders price the parts, or what they
 * are parts of, or both.
 */
function readings(lines: readonly XmlElement[]): readonly (readonly XmlElement[])[] {
  const parents = new Set(lines.map(line => line.attribute('parentLineNumber')))
  parents.delete(undefined)
  if (parents.size === 0) return [lines]
  const isParent = (line: XmlElement) => parents.has(line.attribute('lineNumber'))
  const isPart = (line: XmlElement) => line.attribute('parentLineNumber') !== undefined
  return [lines.filter(line => !isParent(line)), lines.filter(line => !isPart(line)), lines].filter(
    ({ length }) => length > 0,
  )
}

function lineAmount(line: XmlElement): Amount | undefined {
  const detail = child(line, 'ItemDetail')
  const hasLimit = child(detail, 'OverallLimit') ?? child(detail, 'ExpectedLimit')
  if (detail === undefined || hasLimit !== undefined) return undefined
  return priceOf(line.attribute('quantity') ?? '', detail)
}

/** Of the header, else of the lines. */
function extra(name: string, header: XmlElement, lines: readonly XmlElement[], currency: string): string {
  const whole = child(header, name)
  if (whole !== undefined) return sumOf([amountOf(whole)], currency) ?? '0'
  const parts = lines.map(line => child(line, name)).filter(part => part !== undefined)
  return sumOf(parts.map(amountOf), currency) ?? '0'
}
