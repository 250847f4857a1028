import { compareDecimals, multiplyDecimals } from '@punchloop/sdk/cxml'
import type { TaxLineDraft } from '../../accounting/taxes.js'
import { findSupplier } from '../../company/find.js'
import type { Work } from '../../control/work.js'
import { CoupaError } from '../../errors.js'
import type { NewInvoice, NewInvoiceLine } from '../../invoicing/invoice.js'
import { readInvoice } from '../../invoicing/invoice-records.js'
import { readLine } from '../../purchase-orders/purchase-order-lines.js'
import { findPurchaseOrder } from '../../purchase-orders/purchase-order-records.js'
import {
  dateGiven,
  flagGiven,
  type Given,
  idGiven,
  keyGiven,
  listGiven,
  numberGiven,
  said,
  textGiven,
} from '../schema/given.js'
import { allocationsGiven } from './account-allocation.js'

/** A body → an invoice to create. */
export function newInvoice(work: Work, given: Given): NewInvoice {
  const supplier = findSupplier(work.company, idGiven(given, 'supplier') ?? 0)
  const isCredit = flagGiven(given, 'is-credit-note') ?? textGiven(given, 'document-type') === 'Credit Note'
  return {
    invoiceNumber: textGiven(given, 'invoice-number') ?? '',
    documentType: isCredit ? 'Credit Note' : 'Invoice',
    supplier: { id: supplier.id, name: supplier.name },
    invoiceDate: dateGiven(given, 'invoice-date') ?? work.now,
    currency: keyGiven(given, 'currency') ?? work.company.currency,
    via: 'api',
    lines: (listGiven(given, 'invoice-lines') ?? []).map(line => lineOf(work, line, isCredit)),
    ...said({
      shippingAmount: textGiven(given, 'shipping-amount') ?? undefined,
      handlingAmount: textGiven(given, 'handling-amount') ?? undefined,
      miscAmount: textGiven(given, 'misc-amount') ?? undefined,
      taxAmount: textGiven(given, 'tax-amount') ?? undefined,
      taxLines: taxLinesGiven(given),
      exchangeRate: textGiven(given, 'exchange-rate') ?? undefined,
      paymentTerm: keyGiven(given, 'payment-term') ?? undefined,
      originalInvoiceNumber: textGiven(given, 'original-invoice-number') ?? undefined,
      contract: idGiven(given, 'contract') ?? undefined,
      comments: textGiven(given, 'supplier-note') ?? textGiven(given, 'comments') ?? undefined,
    }),
    ...(Object.keys(given.customFields).length === 0 ? {} : { customFields: given.customFields }),
  }
}

const content = [
  'invoice-number',
  'invoice-date',
  'shipping-amount',
  'handling-amount',
  'misc-amount',
  'tax-amount',
  'tax-rate',
  'tax-code',
  'tax-lines',
  'exchange-rate',
  'payment-term',
  'original-invoice-number',
  'supplier-note',
  'comments',
  'invoice-lines',
] as const

/** The invoice as it will be, where the body says something about what it asks for; undefined where it does not. */
export function changedInvoice(work: Work, id: number, given: Given): NewInvoice | undefined {
  if (!content.some(name => given.fields.has(name))) return undefined
  const known = readInvoice(work.db, id)
  const isCredit = known.documentType === 'Credit Note'
  const lines = listGiven(given, 'invoice-lines')?.map(line => lineOf(work, line, isCredit))
  return {
    ...known,
    invoiceNumber: textGiven(given, 'invoice-number') ?? known.invoiceNumber,
    invoiceDate: dateGiven(given, 'invoice-date') ?? known.invoiceDate,
    shippingAmount: textGiven(given, 'shipping-amount') ?? known.shippingAmount,
    handlingAmount: textGiven(given, 'handling-amount') ?? known.handlingAmount,
    miscAmount: textGiven(given, 'misc-amount') ?? known.miscAmount,
    taxLines: taxLinesGiven(given) ?? known.taxLines,
    ...said({
      comments: textGiven(given, 'supplier-note') ?? textGiven(given, 'comments') ?? known.comments,
      exchangeRate: textGiven(given, 'exchange-rate') ?? known.exchangeRate,
      paymentTerm: keyGiven(given, 'payment-term') ?? known.paymentTerm,
      originalInvoiceNumber: textGiven(given, 'original-invoice-number') ?? known.originalInvoiceNumber,
    }),
    lines: lines ?? known.lines,
  }
}

/** Tax by tax, or one tax by its amount, rate and code. Undefined: nothing is said. */
function taxLinesGiven(given: Given): readonly TaxLineDraft[] | undefined {
  const list = listGiven(given, 'tax-lines')
  if (list !== undefined && list.length > 0) return list.map(taxLineOf)
  const one = said({
    amount: textGiven(given, 'tax-amount') ?? undefined,
    rate: textGiven(given, 'tax-rate') ?? undefined,
    code: textGiven(given, 'tax-code') ?? undefined,
  })
  if (Object.keys(one).length === 0) return list && []
  const isNothing = one.rate === undefined && compareDecimals(one.amount ?? '0', '0') === 0
  return isNothing ? [] : [one]
}

/** Whatever else is said of it is kept beside. */
function taxLineOf(given: Given): TaxLineDraft {
  return {
    ...given.kept,
    ...said({
      amount: textGiven(given, 'amount') ?? undefined,
      rate: textGiven(given, 'rate') ?? undefined,
      code: textGiven(given, 'code') ?? undefined,
      description: textGiven(given, 'description') ?? undefined,
    }),
  }
}

/** By the order's line itself, or by number of order and line. */
function lineOf(work: Work, given: Given, isCredit: boolean): NewInvoiceLine {
  const orderLine = orderLineOf(work, given)
  const ordered = orderLine === undefined ? undefined : readLine(work.db, orderLine)
  const type = textGiven(given, 'type')
  const isAmount =
    type === undefined ? ordered?.line.lineType === 'OrderAmountLine' : type === 'InvoiceAmountLine'
  const signed = (amount: string) =>
    isCredit && compareDecimals(amount, '0') > 0 ? multiplyDecimals(amount, '-1') : amount
  const price = textGiven(given, 'price') ?? ordered?.line.unitPrice ?? '0'
  const amount = textGiven(given, 'total') ?? price
  return {
    type: isAmount ? 'InvoiceAmountLine' : 'InvoiceQuantityLine',
    description: textGiven(given, 'description') ?? ordered?.line.description ?? '',
    price: isAmount ? signed(amount) : price,
    ...(isAmount ? {} : { quantity: signed(textGiven(given, 'quantity') ?? '1') }),
    ...said({
      sourcePartNum: textGiven(given, 'source-part-num') ?? ordered?.line.sourcePartNum,
      uom: keyGiven(given, 'uom') ?? (isAmount ? undefined : ordered?.line.uom),
      taxLines: taxLinesGiven(given),
      allocations: allocationsGiven(given),
      more: Object.keys(given.kept).length === 0 ? undefined : given.kept,
      purchaseOrder: ordered?.purchaseOrder,
      orderLine,
    }),
    ...(Object.keys(given.customFields).length === 0 ? {} : { customFields: given.customFields }),
  }
}

function orderLineOf(work: Work, given: Given): number | undefined {
  const direct = idGiven(given, 'order-line') ?? numberGiven(given, 'order-line-id')
  if (direct !== undefined) return direct
  const number = textGiven(given, 'order-header-num') ?? numberGiven(given, 'order-header-id')
  const lineNum = textGiven(given, 'order-line-num')
  if (number === undefined || number === null) return undefined
  const order = findPurchaseOrder(work.db, number)
  const line = order?.lines.find(candidate => String(candidate.lineNum) === (lineNum ?? '1'))
  if (line !== undefined) return line.id
  const message =
    order === undefined
      ? `Could not find order header ${number}`
      : `Order header ${number} has no line ${lineNum}`
  throw new CoupaError('ERR_COUPA_INVALID', message, { fields: [{ field: 'order-line', message }] })
}
