import { addDecimals, compareDecimals, multiplyDecimals, subtractDecimals } from '@punchloop/sdk/cxml'
import type { Company } from '../company/company.js'
import type { Supplier } from '../company/supplier.js'
import type { PurchaseOrderLine } from '../purchase-orders/purchase-order.js'
import { readLine } from '../purchase-orders/purchase-order-lines.js'
import type { Database } from '../store/database.js'
import { textOf } from '../store/row.js'
import type { FailedTolerance, Invoice, InvoiceLine } from './invoice.js'
import { counted } from './transitions.js'

/** How an invoice stands beside what was ordered and what has arrived. */
export interface Match {
  readonly failedTolerances: readonly FailedTolerance[]
  /** A three-way match that only waits for what is still to arrive. */
  readonly awaitsReceipt: boolean
}

/** Default: nothing is tolerated, and what was not received is not paid. */
function matchingLevelOf(supplier: Supplier | undefined): NonNullable<Supplier['invoiceMatchingLevel']> {
  return supplier?.invoiceMatchingLevel ?? '3-way'
}

/**
 * Two-way: price and quantity of each line against those ordered. Three-way: against what was received, besides.
 * Other invoices of the same line count as far as they came first or are approved, so that what is received goes to
 * the first that asks for it, and one invoice too many holds up only itself.
 */
export function match(db: Database, company: Company, invoice: Invoice): Match {
  const level = matchingLevelOf(company.suppliers.find(({ id }) => id === invoice.supplier.id))
  if (level === 'none' || invoice.documentType === 'Credit Note') {
    return { failedTolerances: [], awaitsReceipt: false }
  }
  const backed = invoice.lines.flatMap(line =>
    line.orderLine === undefined
      ? []
      : [
          {
            line,
            ordered: readLine(db, line.orderLine).line,
            invoiced: invoicedUpTo(db, line.orderLine, invoice.id),
          },
        ],
  )
  const failedTolerances = [
    ...backed.flatMap(pair => [...priceProblem(pair, company), ...quantityProblem(pair, company)]),
    ...totalProblem(invoice, company),
  ]
  const awaitsReceipt =
    level !== '2-way' &&
    backed.some(
      ({ ordered, invoiced }) => compareDecimals(invoiced, tolerated(ordered.received, company)) > 0,
    )
  return { failedTolerances, awaitsReceipt }
}

interface Pair {
  readonly line: InvoiceLine
  readonly ordered: PurchaseOrderLine
  /** On the order's line, by this invoice and those that go before it. */
  readonly invoiced: string
}

function invoicedUpTo(db: Database, orderLine: number, invoice: number): string {
  const rows = db.all(
    `SELECT coalesce(l.quantity, l.total) AS invoiced FROM invoice_lines l JOIN invoices i ON i.id = l.invoice
     WHERE l.order_line = $orderLine AND (i.id = $invoice OR i.status = 'approved'
       OR ((i.id < $invoice OR i.document_type = 'Credit Note')
         AND i.status IN (SELECT value FROM json_each($counted))))`,
    { orderLine, invoice, counted: JSON.stringify(counted) },
  )
  return addDecimals('0', ...rows.map(row => textOf(row, 'invoiced')))
}

function priceProblem({ line, ordered }: Pair, company: Company): FailedTolerance[] {
  if (line.type === 'InvoiceAmountLine') return []
  const percent = company.invoiceTolerances?.pricePercent ?? '0'
  const allowed = raised(ordered.unitPrice, percent)
  return compareDecimals(line.price, allowed) > 0
    ? [{ code: 'price', lineNum: line.lineNum, found: line.price, allowed }]
    : []
}

function quantityProblem({ line, ordered, invoiced }: Pair, company: Company): FailedTolerance[] {
  const whole = ordered.lineType === 'OrderAmountLine' ? ordered.total : ordered.quantity
  const allowed = tolerated(whole, company)
  return compareDecimals(invoiced, allowed) > 0
    ? [{ code: 'quantity_ordered', lineNum: line.lineNum, found: invoiced, allowed }]
    : []
}

/** By default so much may be off as rounding every line and the whole to cents can make it. */
function totalProblem(
  { supplierTotal, grossTotal, lines }: Invoice,
  { invoiceTolerances }: Company,
): FailedTolerance[] {
  if (supplierTotal === undefined) return []
  const allowed = invoiceTolerances?.totalAmount ?? multiplyDecimals(String(lines.length + 1), '0.005')
  const off = subtractDecimals(supplierTotal, grossTotal)
  const isOff = compareDecimals(off, allowed) > 0 || compareDecimals(off, multiplyDecimals(allowed, '-1')) < 0
  return isOff ? [{ code: 'total', found: supplierTotal, allowed: grossTotal }] : []
}

function tolerated(quantity: string, company: Company): string {
  return raised(quantity, company.invoiceTolerances?.quantityPercent ?? '0')
}

/** By so many percent. */
function raised(amount: string, percent: string): string {
  return addDecimals(amount, multiplyDecimals(amount, multiplyDecimals(percent, '0.01')))
}
