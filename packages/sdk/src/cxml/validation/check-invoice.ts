import type { XmlElement } from '../../xml/element.js'
import { addDecimals, subtractDecimals } from '../values/decimal.js'
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
 * Warns when the amounts of an `InvoiceDetailSummary` do not follow from each other: the subtotal is the sum of the lines;
 * the gross amount adds tax, special handling and shipping; the net amount takes the discount off (with tax, as the
 * standard has it, or without, as bookkeepers do); what is due takes the deposit off.
 *
 * Says nothing where that is not certain: amounts that are missing or in another currency, charges and allowances
 * (`InvoiceHeaderModifications` and the like), taxes within the price or withheld, invoices to be deleted.
 */
export function checkInvoice(request: XmlElement, report: Report): void {
  const header = child(request, 'InvoiceDetailRequestHeader')
  const summary = child(request, 'InvoiceDetailSummary')
  const subtotal = amountOf(child(summary, 'SubtotalAmount'))
  if (summary === undefined || subtotal === undefined || header?.attribute('operation') === 'delete') return
  const lines = linesOf(request)
  if (lines.length === 0 || lines.length > mostLines) return
  checkSubtotal({ summary, subtotal, lines }, report)
  if (isPlain(summary)) checkSummary(summary, subtotal, report)
}

/** Items and services of an invoice with lines, whole orders of one without. */
export function linesOf(request: XmlElement): XmlElement[] {
  const names = ['InvoiceDetailItem', 'InvoiceDetailServiceItem', 'InvoiceDetailOrderSummary']
  return request
    .elements()
    .filter(({ name }) => name === 'InvoiceDetailOrder' || name === 'InvoiceDetailHeaderOrder')
    .flatMap(order => order.elements().filter(({ name }) => names.includes(name)))
}

function checkSubtotal(
  {
    summary,
    subtotal,
    lines,
  }: {
    readonly summary: XmlElement
    readonly subtotal: Amount
    readonly lines: readonly XmlElement[]
  },
  report: Report,
): void {
  const { amount, currency } = subtotal
  // Parts of a composite line are in its amount, or it is in theirs.
  if (lines.some(line => line.attribute('parentInvoiceLineNumber') !== undefined)) return
  const sum = sumOf(lines.map(lineAmount), currency)
  if (sum === undefined || isNear(sum, amount, roundingOf(lines.length, currency))) return
  report.warn(
    'WARN_CXML_TOTAL',
    child(summary, 'SubtotalAmount') ?? summary,
    `The SubtotalAmount is ${amount} ${currency}; the ${lines.length === 1 ? 'line adds' : `${lines.length} lines add`} up to ${shown(sum, currency)}.`,
  )
}

function lineAmount(line: XmlElement): Amount | undefined {
  const own = child(line, 'SubtotalAmount')
  return own === undefined ? priceOf(line.attribute('quantity') ?? '', line) : amountOf(own)
}

const chargesAndAllowances: readonly string[] = [
  'InvoiceHeaderModifications',
  'InvoiceDetailSummaryLineItemModifications',
  'TotalCharges',
  'TotalAllowances',
]

function isPlain(summary: XmlElement): boolean {
  if (summary.elements().some(({ name }) => chargesAndAllowances.includes(name))) return false
  const tax = child(summary, 'Tax')
  const isSpecial = (detail: XmlElement) =>
    detail.attribute('isWithholdingTax') === 'yes' || detail.attribute('isIncludedInPrice') === 'yes'
  return (
    tax !== undefined && child(tax, 'TaxAdjustmentAmount') === undefined && !tax.elements().some(isSpecial)
  )
}

function checkSummary(summary: XmlElement, { amount: subtotal, currency }: Amount, report: Report): void {
  /** `0` where it is left out, `undefined` where it cannot be counted. */
  const part = (name: string): string | undefined => {
    const element = child(summary, name)
    return element === undefined ? '0' : sumOf([amountOf(element)], currency)
  }
  const tax = part('Tax')
  const handling = part('SpecialHandlingAmount')
  const shipping = part('ShippingAmount')
  const discount = part('InvoiceDetailDiscount')
  const deposit = part('DepositAmount')
  if (tax === undefined || handling === undefined || shipping === undefined) return
  const show = (amount: string) => shown(amount, currency)
  const gross = addDecimals(subtotal, tax, handling, shipping)
  const check = (name: string, expected: readonly string[], rule: string) => {
    const element = child(summary, name)
    const found = amountOf(element)
    if (element === undefined || found === undefined || found.currency !== currency) return
    const tolerance = roundingOf(4, currency)
    if (expected.some(sum => isNear(sum, found.amount, tolerance))) return
    const message = `The ${name} is ${found.amount} ${currency}; ${rule} ${show(expected[0] ?? '0')}.`
    report.warn('WARN_CXML_TOTAL', element, message)
  }
  check(
    'GrossAmount',
    [gross],
    `subtotal ${show(subtotal)}, tax ${show(tax)}, special handling ${show(handling)} and shipping ${show(shipping)} add up to`,
  )
  if (discount === undefined) return
  const nets = [gross, subtractDecimals(gross, tax), subtotal].flatMap(sum => [
    subtractDecimals(sum, discount),
    // A discount is positive; some write it as what it does.
    addDecimals(sum, discount),
  ])
  check('NetAmount', nets, `the gross amount of ${show(gross)} less the discount of ${show(discount)} is`)
  if (deposit === undefined) return
  const due = nets.map(net => subtractDecimals(net, deposit))
  check(
    'DueAmount',
    due,
    `the net amount of ${show(nets[0] ?? gross)} less the deposit of ${show(deposit)} is`,
  )
}
