import { addDecimals, multiplyDecimals, subtractDecimals } from '@punchloop/sdk/cxml'
import { allocate } from '../accounting/allocate.js'
import type { AccountAllocation } from '../accounting/allocation.js'
import { sumOfTaxes, type TaxLine, taxesOn } from '../accounting/taxes.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { presentCustomFields, presentKept } from '../requisitions/requisition-lines.js'
import type { Database } from '../store/database.js'
import {
  dateOf,
  memberOf,
  numberOf,
  presentDate,
  presentNumber,
  presentText,
  type Row,
  textOf,
} from '../store/row.js'
import {
  type FailedTolerance,
  type Invoice,
  type InvoiceLine,
  type InvoiceStatus,
  invoiceStatuses,
  type NewInvoice,
  type NewInvoiceLine,
} from './invoice.js'

/** Writes a draft and its lines. The id. */
export function insertInvoice(work: Work, invoice: NewInvoice, login: string | undefined): number {
  const now = work.now.toISOString()
  const { lastId } = work.db.run(
    `INSERT INTO invoices (invoice_number, document_type, status, supplier, supplier_name, invoice_date, currency,
       net_total, shipping_amount, handling_amount, misc_amount, tax_amount, tax_lines, gross_total,
       exchange_rate, original_invoice_number, payment_term, contract, comments, via, login, more, custom_fields, created_at, updated_at, created_by, updated_by)
     VALUES ($invoiceNumber, $documentType, 'draft', $supplier, $supplierName, $invoiceDate, $currency,
       $net, $shipping, $handling, $misc, $tax, $taxLines, $gross, $exchangeRate, $original, $paymentTerm, $contract, $comments, $via, $login, $more, $customFields,
       $now, $now, $login, $login)`,
    {
      invoiceNumber: invoice.invoiceNumber,
      documentType: invoice.documentType,
      supplier: invoice.supplier.id,
      supplierName: invoice.supplier.name,
      invoiceDate: invoice.invoiceDate.toISOString(),
      currency: invoice.currency,
      ...totalsOf(invoice),
      exchangeRate: invoice.exchangeRate,
      original: invoice.originalInvoiceNumber,
      paymentTerm: invoice.paymentTerm,
      contract: invoice.contract,
      comments: invoice.comments,
      via: invoice.via,
      login,
      more: JSON.stringify({
        ...invoice.more,
        ...(invoice.supplierTotal === undefined ? {} : { 'supplier-total': invoice.supplierTotal }),
      }),
      customFields: JSON.stringify(invoice.customFields ?? {}),
      now,
    },
  )
  for (const [index, line] of invoice.lines.entries()) insertLine(work, lastId, { line, lineNum: index + 1 })
  return lastId
}

/** Another content of a draft: the same row, other lines. */
export function rewriteInvoice(work: Work, id: number, invoice: NewInvoice): void {
  work.db.run('DELETE FROM invoice_lines WHERE invoice = $id', { id })
  work.db.run(
    `UPDATE invoices SET invoice_number = $invoiceNumber, invoice_date = $invoiceDate, currency = $currency,
       net_total = $net, shipping_amount = $shipping, handling_amount = $handling, misc_amount = $misc,
       tax_amount = $tax, tax_lines = $taxLines, gross_total = $gross, exchange_rate = $exchangeRate,
       original_invoice_number = $original, payment_term = $paymentTerm, comments = $comments, updated_at = $now WHERE id = $id`,
    {
      id,
      invoiceNumber: invoice.invoiceNumber,
      invoiceDate: invoice.invoiceDate.toISOString(),
      currency: invoice.currency,
      ...totalsOf(invoice),
      exchangeRate: invoice.exchangeRate,
      original: invoice.originalInvoiceNumber,
      paymentTerm: invoice.paymentTerm,
      comments: invoice.comments,
      now: work.now.toISOString(),
    },
  )
  for (const [index, line] of invoice.lines.entries()) insertLine(work, id, { line, lineNum: index + 1 })
}

export function lineTotal({ quantity, price }: NewInvoiceLine): string {
  return quantity === undefined ? price : multiplyDecimals(quantity, price)
}

function totalsOf(invoice: NewInvoice) {
  const { shippingAmount = '0', handlingAmount = '0', miscAmount = '0' } = invoice
  const net = addDecimals('0', ...invoice.lines.map(lineTotal))
  const taxLines = taxesOn(net, invoice)
  const ofLines = invoice.lines.map(line => sumOfTaxes(taxesOn(lineTotal(line), line)))
  const tax = addDecimals(sumOfTaxes(taxLines), ...ofLines)
  return {
    net,
    shipping: shippingAmount,
    handling: handlingAmount,
    misc: miscAmount,
    tax,
    taxLines: JSON.stringify(taxLines),
    gross: addDecimals(net, shippingAmount, handlingAmount, miscAmount, tax),
  }
}

function insertLine(
  work: Work,
  invoice: number,
  { line, lineNum }: { readonly line: NewInvoiceLine; readonly lineNum: number },
): void {
  const total = lineTotal(line)
  const taxLines = taxesOn(total, line)
  work.db.run(
    `INSERT INTO invoice_lines (invoice, line_num, type, description, source_part_num, quantity, price, total, uom,
       tax_amount, tax_lines, allocations, purchase_order, order_line, custom_fields, more, created_at, updated_at)
     VALUES ($invoice, $lineNum, $type, $description, $part, $quantity, $price, $total, $uom, $tax, $taxLines, $allocations,
       $purchaseOrder, $orderLine, $customFields, $more, $now, $now)`,
    {
      invoice,
      lineNum,
      type: line.type,
      description: line.description,
      part: line.sourcePartNum,
      quantity: line.quantity,
      price: line.price,
      total,
      uom: line.uom,
      tax: sumOfTaxes(taxLines),
      taxLines: JSON.stringify(taxLines),
      allocations: JSON.stringify(allocate(total, line.allocations ?? [])),
      purchaseOrder: line.purchaseOrder,
      orderLine: line.orderLine,
      customFields: JSON.stringify(line.customFields ?? {}),
      more: JSON.stringify(line.more ?? {}),
      now: work.now.toISOString(),
    },
  )
}

/** `ERR_COUPA_NOT_FOUND` where there is none. */
export function readInvoice(db: Database, id: number): Invoice {
  const row = db.get('SELECT * FROM invoices WHERE id = $id', { id })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no invoice ${id}`)
  return invoiceOf(db, row)
}

/** Of what a supplier can still be paid for: what was voided or abandoned frees its number. */
export function findByNumber(db: Database, supplier: number, invoiceNumber: string): Invoice | undefined {
  const row = db.get(
    `SELECT * FROM invoices WHERE supplier = $supplier AND invoice_number = $invoiceNumber
       AND status NOT IN ('voided', 'abandoned') ORDER BY id DESC LIMIT 1`,
    { supplier, invoiceNumber },
  )
  return row && invoiceOf(db, row)
}

/** Those of one order that wait for what is to arrive, oldest first. */
export function invoicesAwaitingReceipt(db: Database, purchaseOrder: number): Invoice[] {
  return db
    .all(
      `SELECT * FROM invoices WHERE status = 'pending_receipt'
         AND id IN (SELECT invoice FROM invoice_lines WHERE purchase_order = $purchaseOrder) ORDER BY id`,
      { purchaseOrder },
    )
    .map(row => invoiceOf(db, row))
}

/** Newest first: of one order or one supplier. */
export function listInvoices(
  db: Database,
  filter: {
    readonly purchaseOrder?: number
    readonly supplier?: number
    readonly limit: number
  },
): Invoice[] {
  return db
    .all(
      `SELECT * FROM invoices i WHERE ($supplier IS NULL OR supplier = $supplier)
         AND ($purchaseOrder IS NULL OR EXISTS
           (SELECT 1 FROM invoice_lines l WHERE l.invoice = i.id AND l.purchase_order = $purchaseOrder))
       ORDER BY id DESC LIMIT $limit`,
      { supplier: filter.supplier, purchaseOrder: filter.purchaseOrder, limit: filter.limit },
    )
    .map(row => invoiceOf(db, row))
}

export function writeStatus(
  work: Work,
  id: number,
  to: { readonly status: InvoiceStatus; readonly failedTolerances?: readonly FailedTolerance[] },
): void {
  work.db.run(
    `UPDATE invoices SET status = $status, failed_tolerances = coalesce($failed, failed_tolerances),
       updated_at = $now WHERE id = $id`,
    {
      id,
      status: to.status,
      failed: to.failedTolerances && JSON.stringify(to.failedTolerances),
      now: work.now.toISOString(),
    },
  )
}

function invoiceOf(db: Database, row: Row): Invoice {
  const id = numberOf(row, 'id')
  const lines = db
    .all('SELECT * FROM invoice_lines WHERE invoice = $id ORDER BY line_num', { id })
    .map(lineOf)
  const ofLines = addDecimals('0', ...lines.map(line => line.taxAmount))
  return {
    id,
    invoiceNumber: textOf(row, 'invoice_number'),
    documentType: memberOf(row, 'document_type', ['Invoice', 'Credit Note']),
    status: memberOf(row, 'status', invoiceStatuses),
    supplier: { id: numberOf(row, 'supplier'), name: textOf(row, 'supplier_name') },
    invoiceDate: dateOf(row, 'invoice_date'),
    currency: textOf(row, 'currency'),
    netTotal: textOf(row, 'net_total'),
    shippingAmount: textOf(row, 'shipping_amount'),
    handlingAmount: textOf(row, 'handling_amount'),
    miscAmount: textOf(row, 'misc_amount'),
    taxAmount: textOf(row, 'tax_amount'),
    taxLines: taxLinesOf(row, subtractDecimals(textOf(row, 'tax_amount'), ofLines)),
    grossTotal: textOf(row, 'gross_total'),
    failedTolerances: JSON.parse(textOf(row, 'failed_tolerances')) as FailedTolerance[],
    apReviewed: row.ap_reviewed === 1,
    via: memberOf(row, 'via', ['cxml', 'api', 'portal']),
    paid: row.paid === 1,
    lines,
    createdAt: dateOf(row, 'created_at'),
    updatedAt: dateOf(row, 'updated_at'),
    ...presentNumber(row, { contract: 'contract' }),
    ...presentDate(row, { paymentDate: 'payment_date' }),
    ...presentText(row, {
      originalInvoiceNumber: 'original_invoice_number',
      paymentTerm: 'payment_term',
      exchangeRate: 'exchange_rate',
      comments: 'comments',
      disputeReason: 'dispute_reason',
      voidReason: 'void_reason',
      paymentNotes: 'payment_notes',
      createdBy: 'login',
    }),
    ...supplierTotalOf(row),
  }
}

function supplierTotalOf(row: Row): Pick<Invoice, 'supplierTotal'> {
  const more: unknown = JSON.parse(textOf(row, 'more'))
  const total = Object.entries(more ?? {}).find(([name]) => name === 'supplier-total')?.[1]
  return typeof total === 'string' ? { supplierTotal: total } : {}
}

function lineOf(row: Row): InvoiceLine {
  return {
    id: numberOf(row, 'id'),
    lineNum: numberOf(row, 'line_num'),
    type: memberOf(row, 'type', ['InvoiceQuantityLine', 'InvoiceAmountLine']),
    description: textOf(row, 'description'),
    price: textOf(row, 'price'),
    total: textOf(row, 'total'),
    taxAmount: textOf(row, 'tax_amount'),
    taxLines: taxLinesOf(row, textOf(row, 'tax_amount')),
    allocations: JSON.parse(textOf(row, 'allocations')) as AccountAllocation[],
    ...presentNumber(row, { purchaseOrder: 'purchase_order', orderLine: 'order_line' }),
    ...presentText(row, { sourcePartNum: 'source_part_num', quantity: 'quantity', uom: 'uom' }),
    ...presentCustomFields(row),
    ...presentKept(row),
  }
}

/** Those from before taxes were kept one by one are one amount. */
function taxLinesOf(row: Row, amount: string): readonly TaxLine[] {
  const kept = JSON.parse(textOf(row, 'tax_lines')) as TaxLine[]
  return kept.length > 0 ? kept : taxesOn('0', { taxAmount: amount })
}
