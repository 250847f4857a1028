import { addDecimals, compareDecimals, multiplyDecimals } from '@punchloop/sdk/cxml'
import type { Company, Supplier } from '../company/company.js'
import type { PurchaseOrderLine } from '../purchase-orders/purchase-order.js'
import { readLine } from '../purchase-orders/purchase-order-lines.js'
import type { Database } from '../store/database.js'
import type { FailedTolerance, Invoice, InvoiceLine } from './invoice.js'

/** How an invoice stands beside what was ordered and what has arrived. */
export interface Match {
  readonly failedTolerances: readonly FailedTolerance[]
  /** A three-way match that only waits for what is still to arrive. */
  readonly awaitsReceipt: boolean
  /** Every line belongs to an order. */
  readonly isBacked: boolean
}

/** Default: nothing is tolerated, and what was not received is not paid. */
export function matchingLevelOf(supplier: Supplier | undefined): NonNullable<Supplier['invoiceMatchingLevel']> {
  return supplier?.invoiceMatchingLevel ?? '3-way'
}

/**
 * Two-way: price and quantity of each line against those ordered. Three-way: against what was received, besides.
 * Other invoices of the same line count: `invoiced` of the order's line includes this one.
 */
export function match(db: Database, company: Company, invoice: Invoice): Match {
  const level = matchingLevelOf(company.suppliers.find(({ id }) => id === invoice.supplier.id))
  const isBacked = invoice.lines.every(line => line.orderLine !== undefined)
  if (level === 'none' || invoice.documentType === 'Credit Note') {
    return { failedTolerances: [], awaitsReceipt: false, isBacked }
  }
  const backed = invoice.lines.flatMap(line =>
    line.orderLine === undefined ? [] : [{ line, ordered: readLine(db, line.orderLine).line }],
  )
  const failedTolerances = backed.flatMap(pair => [
    ...priceProblem(pair, company),
    ...quantityProblem(pair, company),
  ])
  const awaitsReceipt =
    level !== '2-way' &&
    backed.some(({ ordered }) => compareDecimals(ordered.invoiced, tolerated(ordered.received, company)) > 0)
  return { failedTolerances, awaitsReceipt, isBacked }
}

interface Pair {
  readonly line: InvoiceLine
  readonly ordered: PurchaseOrderLine
}

function priceProblem({ line, ordered }: Pair, company: Company): FailedTolerance[] {
  if (line.type === 'InvoiceAmountLine') return []
  const percent = company.invoiceTolerances?.pricePercent ?? '0'
  const allowed = raised(ordered.unitPrice, percent)
  return compareDecimals(line.price, allowed) > 0
    ? [{ code: 'price', lineNum: line.lineNum, found: line.price, allowed }]
    : []
}

function quantityProblem({ line, ordered }: Pair, company: Company): FailedTolerance[] {
  const whole = ordered.lineType === 'OrderAmountLine' ? ordered.total : ordered.quantity
  const allowed = tolerated(whole, company)
  return compareDecimals(ordered.invoiced, allowed) > 0
    ? [{ code: 'quantity_ordered', lineNum: line.lineNum, found: ordered.invoiced, allowed }]
    : []
}

function tolerated(quantity: string, company: Company): string {
  return raised(quantity, company.invoiceTolerances?.quantityPercent ?? '0')
}

/** By so many percent. */
function raised(amount: string, percent: string): string {
  return addDecimals(amount, multiplyDecimals(amount, multiplyDecimals(percent, '0.01')))
}
