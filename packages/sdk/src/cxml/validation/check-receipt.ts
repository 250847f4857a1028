import type { XmlElement } from '../../xml/element.js'
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
import { checkOnce, checkReference } from './check-earlier.js'
import type { Report } from './report.js'

/** Warns where the lines of a `ReceiptRequest` share a number, or its amounts do not follow from each other. */
export function checkReceipt(request: XmlElement, report: Report): void {
  const header = child(request, 'ReceiptRequestHeader')
  if (header !== undefined) checkReference(header, 'ReceiptRequest', report)
  const items = request
    .elements()
    .filter(({ name }) => name === 'ReceiptOrder')
    .flatMap(order => order.elements().filter(({ name }) => name === 'ReceiptItem'))
  const advice = 'Give each line of the receipt a number of its own, those of other orders included.'
  checkOnce(items, 'receiptLineNumber', advice, report)
  for (const item of items) checkAmount(item, report)
  checkTotal(child(request, 'Total'), items, report)
}

/** Quantity times rate. What is returned may have either sign: the standard does not say which. */
function checkAmount(item: XmlElement, report: Report): void {
  const rate = child(item, 'UnitRate')
  const received = child(item, 'ReceivedAmount')
  const found = amountOf(received)
  if (rate === undefined || received === undefined || found === undefined) return
  const expected = priceOf(item.attribute('quantity') ?? '', rate, amountOf(rate))
  if (expected === undefined || expected.currency !== found.currency) return
  const isReturn = item.attribute('type') === 'returned'
  const { amount, currency } = isReturn ? { ...expected, amount: unsigned(expected) } : expected
  if (isNear(amount, isReturn ? unsigned(found) : found.amount, roundingOf(1, currency))) return
  report.warn(
    'WARN_CXML_TOTAL',
    received,
    `The ReceivedAmount is ${found.amount} ${currency}; quantity times rate is ${shown(expected.amount, currency)}.`,
  )
}

function unsigned({ amount }: Amount): string {
  return amount.replace('-', '')
}

/** Says nothing of returns, whose sign is open, of lines in lines, and of several currencies. */
function checkTotal(total: XmlElement | undefined, items: readonly XmlElement[], report: Report): void {
  const found = amountOf(total)
  if (total === undefined || found === undefined || child(total, 'Modifications') !== undefined) return
  if (items.length === 0 || items.length > mostLines) return
  const isPlain = (item: XmlElement) =>
    item.attribute('type') !== 'returned' && item.attribute('parentReceiptLineNumber') === undefined
  if (!items.every(isPlain)) return
  const { amount, currency } = found
  const sum = sumOf(
    items.map(item => amountOf(child(item, 'ReceivedAmount'))),
    currency,
  )
  if (sum === undefined || isNear(sum, amount, roundingOf(items.length, currency))) return
  report.warn(
    'WARN_CXML_TOTAL',
    total,
    `The total is ${amount} ${currency}; the ${items.length === 1 ? 'line adds' : `${items.length} lines add`} up to ${shown(sum, currency)}.`,
  )
}
