import { addDecimals, compareDecimals, multiplyDecimals } from '@punchloop/sdk/cxml'
import { allocationProblems } from '../accounting/allocate.js'
import { exchangeRateOf, isEnabledCurrency } from '../accounting/exchange.js'
import { reallocate } from '../accounting/reallocate.js'
import type { Work } from '../control/work.js'
import { CoupaError, type FieldProblem } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import type { PurchaseOrder, PurchaseOrderLine } from '../purchase-orders/purchase-order.js'
import { readLine } from '../purchase-orders/purchase-order-lines.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import type { Actor } from '../purchase-orders/revisions.js'
import type { Invoice, NewInvoice, NewInvoiceLine } from './invoice.js'
import { findByNumber, insertInvoice, lineTotal, readInvoice, rewriteInvoice } from './invoice-records.js'

/** A draft. `ERR_COUPA_INVALID` names everything that is wrong with it. The id. */
export function createInvoice(work: Work, invoice: NewInvoice, by: Actor): number {
  const ordered = orderedOf(work, invoice)
  const whole = withDefaults(work, invoice, ordered)
  assertInvoice(work, whole, { ordered })
  const id = insertInvoice(work, whole, by.login)
  recordHistory(work, { on: { type: 'InvoiceHeader', id }, by: by.name, text: 'Created' })
  return id
}

/** Other content. Only of a draft. */
export function changeInvoice(work: Work, id: number, content: NewInvoice, by: Actor): void {
  const { status, invoiceNumber } = readInvoice(work.db, id)
  if (status !== 'draft' && status !== 'new') {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Invoice ${invoiceNumber} cannot be changed any more: it is ${status}`,
    )
  }
  const ordered = orderedOf(work, content)
  const whole = withDefaults(work, content, ordered)
  assertInvoice(work, whole, { ordered, id })
  rewriteInvoice(work, id, whole)
  recordHistory(work, { on: { type: 'InvoiceHeader', id }, by: by.name, text: 'Changed' })
}

/** Lines of orders by their ids, each with its order. */
type OrderedLines = ReadonlyMap<number, { readonly order: PurchaseOrder; readonly line: PurchaseOrderLine }>

/** What the lines of an invoice ask money for. An order is read once, however many of its lines they are. */
function orderedOf({ db }: Work, { lines }: NewInvoice): OrderedLines {
  const orders = new Map<number, PurchaseOrder>()
  const ids = new Set(lines.flatMap(({ orderLine }) => orderLine ?? []))
  return new Map(
    [...ids].map(id => {
      const { purchaseOrder, line } = readLine(db, id)
      const order = orders.get(purchaseOrder) ?? readPurchaseOrder(db, purchaseOrder)
      orders.set(purchaseOrder, order)
      return [id, { order, line }]
    }),
  )
}

/** What an invoice does not say, its orders do: the terms of payment, and the accounts of each line. */
function withDefaults(work: Work, invoice: NewInvoice, ordered: OrderedLines): NewInvoice {
  const backed = invoice.lines.find(({ purchaseOrder }) => purchaseOrder !== undefined)?.purchaseOrder
  const order = backed === undefined ? undefined : readPurchaseOrder(work.db, backed)
  const exchangeRate = invoice.exchangeRate ?? exchangeRateOf(work.company, invoice.currency)
  const paymentTerm = invoice.paymentTerm ?? order?.paymentTerm
  return {
    ...invoice,
    ...(exchangeRate === undefined ? {} : { exchangeRate }),
    ...(paymentTerm === undefined ? {} : { paymentTerm }),
    lines: invoice.lines.map(line => ({
      ...line,
      allocations: line.allocations ?? orderedShares(work, line, ordered),
    })),
  }
}

function orderedShares(
  work: Work,
  line: NewInvoiceLine,
  ordered: OrderedLines,
): NonNullable<NewInvoiceLine['allocations']> {
  const backing = ordered.get(line.orderLine ?? 0)
  if (backing === undefined) return []
  const { allocations, total } = backing.line
  // Lines that were written before they had accounts of their own are charged to the requester's.
  const shares =
    allocations.length > 0 ? allocations : [{ account: backing.order.account, amount: total, pct: '100' }]
  return reallocate(shares, lineTotal(line))
    .filter(share => work.company.accounts.some(({ name }) => name === share.account.name))
    .map(share => ({ ...share, account: share.account.name }))
}

function assertInvoice(work: Work, invoice: NewInvoice, known: Parameters<typeof invoiceProblems>[2]): void {
  const problems = invoiceProblems(work, invoice, known).map(
    (message): FieldProblem => ({ field: 'invoice', message }),
  )
  if (problems.length === 0) return
  throw new CoupaError('ERR_COUPA_INVALID', problems.map(({ message }) => message).join('; '), {
    fields: problems,
  })
}

/** What is wrong with an invoice, in Coupa's words where it documents them (Status 417 of `/cxml/invoices`). */
export function invoiceProblems(
  work: Work,
  invoice: NewInvoice,
  known: { readonly id?: number; readonly ordered?: OrderedLines } = {},
): string[] {
  const { id, ordered = orderedOf(work, invoice) } = known
  const earlier = findByNumber(work.db, invoice.supplier.id, invoice.invoiceNumber)
  const supplier = work.company.suppliers.find(known => known.id === invoice.supplier.id)
  const charges = [invoice.shippingAmount, invoice.handlingAmount, invoice.miscAmount]
  const isCharging = charges.some(amount => amount !== undefined && compareDecimals(amount, '0') !== 0)
  return [
    ...(invoice.invoiceNumber.trim() === '' ? ["Invoice number can't be blank"] : []),
    ...(invoice.invoiceNumber.length > 40 ? ['Invoice number is too long (maximum is 40 characters)'] : []),
    ...(earlier === undefined || earlier.id === id ? [] : ['Invoice number has already been taken']),
    ...(isEnabledCurrency(work.company, invoice.currency)
      ? []
      : [`Currency ${invoice.currency} is not enabled`]),
    ...(isCharging && supplier?.allowExtraCharges === false
      ? ['Extra shipping/handling/misc charges are not permitted']
      : []),
    ...originalProblem(work, invoice),
    ...invoice.lines.flatMap(line => lineProblem(work, invoice, { line, ordered })),
    ...creditProblems(invoice, ordered),
  ]
}

/** No more is credited of an order's line than was invoiced on it. */
function creditProblems({ documentType, lines }: NewInvoice, ordered: OrderedLines): string[] {
  if (documentType === 'Invoice') return []
  const byOrderLine = Map.groupBy(lines, ({ orderLine }) => orderLine)
  return [...byOrderLine].flatMap(([id, credits]) => {
    const backing = ordered.get(id ?? 0)
    if (backing === undefined) return []
    const { order, line } = backing
    const rest = addDecimals(line.invoiced, ...credits.map(credit => credit.quantity ?? credit.price))
    if (compareDecimals(rest, '0') >= 0) return []
    return [
      `Line ${line.lineNum} of order ${order.number} cannot be credited further: ${line.invoiced} is invoiced`,
    ]
  })
}

function originalProblem(
  work: Work,
  { documentType, originalInvoiceNumber, supplier }: NewInvoice,
): string[] {
  if (documentType === 'Invoice' || originalInvoiceNumber === undefined) return []
  return findByNumber(work.db, supplier.id, originalInvoiceNumber) === undefined
    ? [`Could not find original invoice ${originalInvoiceNumber}`]
    : []
}

function lineProblem(
  work: Work,
  invoice: NewInvoice,
  { line, ordered }: { readonly line: NewInvoiceLine; readonly ordered: OrderedLines },
): string[] {
  const sign = invoice.documentType === 'Credit Note' ? 'below' : 'above'
  const isRight = (amount: string) => compareDecimals(amount, '0') * (sign === 'below' ? -1 : 1) > 0
  return [
    ...(line.description.trim() === '' ? ["Description can't be blank"] : []),
    ...(line.quantity !== undefined && !isRight(line.quantity)
      ? [`Quantity ${line.quantity} must be ${sign} 0`]
      : []),
    ...allocationProblems(lineTotal(line), line.allocations ?? [], work.company).map(
      ({ message }) => message,
    ),
    ...orderLineProblem(invoice, line, ordered.get(line.orderLine ?? 0)),
  ]
}

function orderLineProblem(
  invoice: NewInvoice,
  line: NewInvoiceLine,
  backing: ReturnType<OrderedLines['get']>,
): string[] {
  if (backing === undefined) return []
  const { order, line: ordered } = backing
  if (order.supplier.id !== invoice.supplier.id) {
    return [`Order header ${order.number} does not belong to supplier ${invoice.supplier.name}`]
  }
  if (order.status !== 'issued' && order.status !== 'soft_closed') {
    return [`Order header ${order.number} cannot be invoiced: it is ${order.status}`]
  }
  if (ordered.closedForInvoicing)
    return [`Line ${ordered.lineNum} of order ${order.number} is closed for invoicing`]
  if (order.currency !== invoice.currency) {
    return [
      `Invoice currency ${invoice.currency} must be that of order header ${order.number}: ${order.currency}`,
    ]
  }
  return isSameType(line, ordered) ? [] : ['Invoice lines order line must be the same type as invoice line']
}

function isSameType(line: NewInvoiceLine, ordered: PurchaseOrderLine): boolean {
  return (line.type === 'InvoiceAmountLine') === (ordered.lineType === 'OrderAmountLine')
}

/** What a supplier would ask for now: everything that is ordered and not yet invoiced. Coupa's "flip". */
export function flip(
  work: Work,
  purchaseOrder: number | string,
  by: { readonly invoiceNumber: string; readonly via: Invoice['via'] },
): NewInvoice {
  const order = readPurchaseOrder(work.db, purchaseOrder)
  return {
    invoiceNumber: by.invoiceNumber,
    documentType: 'Invoice',
    supplier: order.supplier,
    invoiceDate: work.now,
    currency: order.currency,
    via: by.via,
    lines: order.lines.flatMap(line => openLine(line, order.id)),
  }
}

function openLine(line: PurchaseOrderLine, purchaseOrder: number): NewInvoiceLine[] {
  const isAmount = line.lineType === 'OrderAmountLine'
  const open = subtract(isAmount ? line.total : line.quantity, line.invoiced)
  if (compareDecimals(open, '0') <= 0 || line.closedForInvoicing) return []
  return [
    {
      type: isAmount ? 'InvoiceAmountLine' : 'InvoiceQuantityLine',
      description: line.description,
      price: isAmount ? open : line.unitPrice,
      purchaseOrder,
      orderLine: line.id,
      ...(isAmount ? {} : { quantity: open, uom: line.uom }),
      ...(line.sourcePartNum === '' ? {} : { sourcePartNum: line.sourcePartNum }),
    },
  ]
}

function subtract(whole: string, part: string): string {
  return addDecimals(whole, multiplyDecimals(part, '-1'))
}
