import type { XmlElement } from '../../xml/element.js'
import { compareDecimals } from '../values/decimal.js'
import { amountOf, child } from './amounts.js'
import { linesOf } from './check-invoice.js'
import { quoted } from './quoted.js'
import type { Report } from './report.js'

interface Invoice {
  readonly request: XmlElement
  readonly header: XmlElement
  readonly purpose: string
  readonly isDelete: boolean
  readonly isHeaderInvoice: boolean
  /** Items and services of an invoice with lines, whole orders of a header invoice. */
  readonly lines: readonly XmlElement[]
}

/** Warns of what the standard's text asks of invoices and its DTD cannot say. What amounts add up to is looked at elsewhere. */
export function checkInvoiceRules(request: XmlElement, report: Report): void {
  const header = child(request, 'InvoiceDetailRequestHeader')
  if (header === undefined) return
  const invoice: Invoice = {
    request,
    header,
    purpose: header.attribute('purpose') ?? 'standard',
    isDelete: header.attribute('operation') === 'delete',
    isHeaderInvoice: child(header, 'InvoiceDetailHeaderIndicator')?.attribute('isHeaderInvoice') === 'yes',
    lines: linesOf(request),
  }
  checkReference(invoice, report)
  checkForm(invoice, report)
  checkSigns(invoice, report)
  checkIndicators(invoice, report)
  checkLineNumbers(invoice, report)
  checkRoles(invoice, report)
}

function checkReference({ header, purpose, isDelete }: Invoice, report: Report): void {
  if (child(header, 'DocumentReference') !== undefined) return
  const what = isDelete
    ? 'A delete names the invoice that it cancels'
    : purpose === 'lineLevelCreditMemo'
      ? 'A lineLevelCreditMemo names the invoice that it credits'
      : undefined
  if (what === undefined) return
  report.warn(
    'WARN_CXML_INVOICE',
    header,
    `${what}. Add <DocumentReference payloadID="…"/> with the payloadID of that InvoiceDetailRequest, after the InvoicePartners.`,
    'DocumentReference',
  )
}

/** For whole orders or for lines: purpose, indicator and orders must say the same. */
function checkForm({ request, header, purpose, isHeaderInvoice }: Invoice, report: Report): void {
  const isForOrders = purpose === 'creditMemo' || purpose === 'debitMemo'
  const isForLines = purpose === 'lineLevelCreditMemo' || purpose === 'lineLevelDebitMemo'
  const other = isHeaderInvoice ? 'InvoiceDetailOrder' : 'InvoiceDetailHeaderOrder'
  if (isForOrders && !isHeaderInvoice) {
    const lineLevel = purpose === 'creditMemo' ? 'lineLevelCreditMemo' : 'lineLevelDebitMemo'
    const message = `A ${purpose} is a header invoice: write isHeaderInvoice="yes" in InvoiceDetailHeaderIndicator and whole orders (InvoiceDetailHeaderOrder); for single lines the purpose is ${lineLevel}.`
    report.warn('WARN_CXML_INVOICE', header, message, '@purpose')
  } else if (isForLines && isHeaderInvoice) {
    const whole = purpose === 'lineLevelCreditMemo' ? 'creditMemo' : 'debitMemo'
    const message = `A ${purpose} has lines: leave isHeaderInvoice out; for whole orders the purpose is ${whole}.`
    report.warn('WARN_CXML_INVOICE', header, message, '@purpose')
  } else if (child(request, other) !== undefined) {
    const message = isHeaderInvoice
      ? 'With isHeaderInvoice="yes" an invoice is of whole orders (InvoiceDetailHeaderOrder). Leave isHeaderInvoice out where there are lines.'
      : 'An InvoiceDetailHeaderOrder stands only in a header invoice. Write isHeaderInvoice="yes" in InvoiceDetailHeaderIndicator.'
    report.warn('WARN_CXML_INVOICE', child(request, other) ?? request, message)
  }
}

function checkSigns({ request, purpose, isDelete, lines }: Invoice, report: Report): void {
  const isCredit = purpose === 'creditMemo' || purpose === 'lineLevelCreditMemo'
  if (isDelete || (!isCredit && purpose !== 'debitMemo')) return
  const due = child(child(request, 'InvoiceDetailSummary'), 'DueAmount')
  const sign = signOf(due)
  if (due !== undefined && sign !== undefined && sign !== (isCredit ? -1 : 1)) {
    const message = `The DueAmount of a ${purpose} is ${isCredit ? 'negative' : 'positive'}; this one is ${amountOf(due)?.amount}.`
    report.warn('WARN_CXML_INVOICE', due, message)
  }
  if (purpose !== 'lineLevelCreditMemo') return
  for (const line of lines) {
    const subtotal = child(line, 'SubtotalAmount')
    if (subtotal === undefined || signOf(subtotal) !== 1) continue
    const message = `The amounts of a ${purpose} are negative; this one is ${amountOf(subtotal)?.amount}.`
    report.warn('WARN_CXML_INVOICE', subtotal, message)
  }
}

function signOf(element: XmlElement | undefined): number | undefined {
  const amount = amountOf(element)?.amount
  return amount === undefined ? undefined : compareDecimals(amount, '0')
}

/** What a line says is passed over unless the header announces it. */
const announced = [
  ['Tax', 'isTaxInLine'],
  ['InvoiceDetailLineSpecialHandling', 'isSpecialHandlingInLine'],
  ['InvoiceDetailLineShipping', 'isShippingInLine'],
  ['InvoiceDetailDiscount', 'isDiscountInLine'],
  ['Distribution', 'isAccountingInLine'],
] as const

function checkIndicators({ header, isHeaderInvoice, lines }: Invoice, report: Report): void {
  const indicator = child(header, 'InvoiceDetailLineIndicator')
  for (const [name, flag] of announced) {
    if (indicator?.attribute(flag) === 'yes') continue
    const element = firstOf(lines, name)
    if (element === undefined) continue
    const message = `Buyers pass over the ${name} of lines. Write ${flag}="yes" in InvoiceDetailLineIndicator, or leave it out of the lines.`
    report.warn('WARN_CXML_INVOICE', element, message)
  }
  if (indicator === undefined || !isHeaderInvoice || indicator.attribute('isAccountingInLine') !== 'yes')
    return
  const message = 'A header invoice has no Distribution in its lines. Leave isAccountingInLine out.'
  report.warn('WARN_CXML_INVOICE', indicator, message, '@isAccountingInLine')
}

function firstOf(lines: readonly XmlElement[], name: string): XmlElement | undefined {
  for (const line of lines) {
    const found = child(line, name)
    if (found !== undefined) return found
  }
  return undefined
}

function checkLineNumbers({ lines }: Invoice, report: Report): void {
  const seen = new Set<string>()
  for (const line of lines) {
    const number = line.attribute('invoiceLineNumber')
    if (number === undefined) continue
    if (seen.has(number)) {
      const message = `The invoiceLineNumber ${quoted(number)} stands twice. Give each line of the invoice a number of its own, those of other orders included.`
      report.warn('WARN_CXML_INVOICE', line, message, '@invoiceLineNumber')
    }
    seen.add(number)
  }
}

/** Where goods come from and go to is said in one place. */
function checkRoles({ header, lines }: Invoice, report: Report): void {
  for (const partner of header.elements().filter(({ name }) => name === 'InvoicePartner')) {
    const contact = child(partner, 'Contact')
    const role = contact?.attribute('role')
    if (contact === undefined || (role !== 'shipFrom' && role !== 'shipTo')) continue
    const message = `A Contact of role ${role} stands in InvoiceDetailShipping, not in an InvoicePartner.`
    report.warn('WARN_CXML_INVOICE', contact, message, '@role')
  }
  const shippings = [header, ...lines.map(line => child(line, 'InvoiceDetailLineShipping'))].map(parent =>
    child(parent, 'InvoiceDetailShipping'),
  )
  for (const shipping of shippings) {
    if (shipping === undefined) continue
    const roles = shipping.elements().map(contact => contact.attribute('role'))
    for (const role of ['shipFrom', 'shipTo'].filter(role => !roles.includes(role))) {
      const message = `An InvoiceDetailShipping has a Contact of role shipFrom and one of role shipTo; ${role} is missing.`
      report.warn('WARN_CXML_INVOICE', shipping, message)
    }
  }
}
