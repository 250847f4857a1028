import { addDecimals, compareDecimals, isDecimal, multiplyDecimals } from '../cxml/values/decimal.js'
import { roundMoney } from '../cxml/values/money.js'
import type { InvoicedLine, InvoiceToSend } from '../delivery/job.js'
import type { OrderKey, StoreTransaction } from '../store/store.js'
import type { Order, OrderLine } from './order.js'
import { documentOf } from './order-document.js'
import type { ConfirmationContext } from './put-confirmation.js'
import { putDocument } from './put-document.js'

/** What the marketplace wants paid. */
export interface Invoice {
  /** The marketplace's number of the invoice, unique for ever. The same once more sends nothing. */
  readonly invoiceID: string
  /** Of the order. Default: every line that is fulfilled and not invoiced yet. */
  readonly lineNumbers?: readonly number[]
  /** Exact amount in the order's currency, and what it is (`Sales tax, CA 8.25 %`). Default: no tax. */
  readonly tax?: { readonly amount: string; readonly description: string }
}

/**
 * Puts an `InvoiceDetailRequest` into the outbox, and puts down what it invoiced.
 *
 * Throws RangeError where there is no such order, TypeError for a line that is not fulfilled or was invoiced before, for
 * an amount that is no plain decimal, and for a number that stands for another invoice.
 */
export async function invoiceOrder(
  tx: StoreTransaction,
  key: OrderKey,
  invoice: Invoice,
  { now, envelope }: ConfirmationContext,
): Promise<Order> {
  const order = await tx.order(key)
  if (order === undefined)
    throw new RangeError(`There is no order "${key.orderID}" of buyer "${key.buyerId}"`)
  const { invoiceID } = invoice
  const { buyerId, orderID, invoices = [] } = order
  if (typeof invoiceID !== 'string' || invoiceID === '') throw new TypeError('"invoiceID" must be a text')
  const written = writeInvoice(order, invoice)
  const before = invoices.find(each => each.invoiceID === invoiceID)
  if (before !== undefined) {
    assertSame(before.total, written.total, invoiceID)
    return order
  }
  const lineNumbers = written.lines.map(({ lineNumber }) => lineNumber)
  const invoiced: Order = {
    ...order,
    invoices: [...invoices, { invoiceID, total: written.total, lineNumbers }],
  }
  await tx.updateOrder(invoiced)
  const document = { ...documentOf(order, envelope()), ...written }
  const put = {
    key: `${buyerId}:order:${orderID}:invoice:${invoiceID}`,
    work: { kind: 'send invoice', buyerId, orderID, invoice: document },
    document,
    kind: 'InvoiceDetailRequest',
    documentID: invoiceID,
  } as const
  await putDocument(tx, order, put, now)
  return invoiced
}

function writeInvoice(
  order: Order,
  invoice: Invoice,
): Omit<InvoiceToSend, keyof ReturnType<typeof documentOf>> {
  const { currency } = order
  const { invoiceID, tax = { amount: '0', description: '' } } = invoice
  if (!isDecimal(tax.amount))
    throw new TypeError(`"tax.amount" must be a plain decimal such as 16.49: ${tax.amount}`)
  const lines = linesOf(order, invoice).map((line): InvoicedLine => {
    const {
      lineNumber,
      supplierPartID,
      supplierPartAuxiliaryID,
      description,
      quantity,
      unitOfMeasure,
      unitPrice,
    } = line
    const subtotal = rounded(currency, multiplyDecimals(quantity, unitPrice))
    return {
      lineNumber,
      supplierPartID,
      ...(supplierPartAuxiliaryID === undefined ? {} : { supplierPartAuxiliaryID }),
      description,
      quantity,
      unitOfMeasure,
      unitPrice,
      subtotal,
    }
  })
  const subtotal = addDecimals(...lines.map(line => line.subtotal))
  return { invoiceID, currency, lines, subtotal, tax, total: addDecimals(subtotal, tax.amount) }
}

/** Half a cent cannot be paid. */
function rounded(currency: string, amount: string): string {
  return roundMoney({ currency, amount }).amount
}

function linesOf({ lines, invoices = [] }: Order, { invoiceID, lineNumbers }: Invoice): readonly OrderLine[] {
  const taken = new Set(
    invoices.filter(each => each.invoiceID !== invoiceID).flatMap(each => each.lineNumbers),
  )
  const same = invoices.find(each => each.invoiceID === invoiceID)?.lineNumbers
  const wanted = lineNumbers ?? same
  const found = lines.filter(({ lineNumber, fulfilment }) =>
    wanted === undefined ? fulfilment !== undefined && !taken.has(lineNumber) : wanted.includes(lineNumber),
  )
  if (found.length === 0 || (wanted !== undefined && found.length < wanted.length)) {
    throw new TypeError(
      `"lineNumbers" must name fulfilled lines of the order: ${wanted?.join(', ') ?? '(none)'}`,
    )
  }
  for (const { lineNumber, fulfilment } of found) {
    if (fulfilment === undefined)
      throw new TypeError(`Line ${lineNumber} is not fulfilled; invoice it when it is`)
    if (taken.has(lineNumber)) throw new TypeError(`Line ${lineNumber} was invoiced before`)
  }
  return found
}

function assertSame(total: string, again: string, invoiceID: string): void {
  if (compareDecimals(total, again) === 0) return
  throw new TypeError(
    `Invoice "${invoiceID}" was sent with a total of ${total}; a new one needs a new number`,
  )
}
