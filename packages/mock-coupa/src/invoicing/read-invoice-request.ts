import {
  type Amount,
  compareDecimals,
  type InvoiceDetailItem,
  type InvoiceDetailOrder,
  type InvoiceDetailRequest,
  type InvoiceDetailServiceItem,
  multiplyDecimals,
} from '@punchloop/sdk/cxml'
import { readXml } from '@punchloop/sdk/xml'
import type { Supplier } from '../company/supplier.js'
import type { Work } from '../control/work.js'
import { findReferredOrder, orderProblem } from '../fulfillment/find-order.js'
import type { PurchaseOrder, PurchaseOrderLine } from '../purchase-orders/purchase-order.js'
import { numberOf } from '../store/row.js'
import type { NewInvoice, NewInvoiceLine } from './invoice.js'
import { readTaxes, taxesOfTheWhole } from './read-taxes.js'

/** An InvoiceDetailRequest as an invoice, or what is wrong with its references in Coupa's words. */
export function readInvoiceRequest(
  work: Work,
  supplier: Supplier,
  request: InvoiceDetailRequest,
):
  | { readonly invoice: NewInvoice; readonly orders: readonly PurchaseOrder[] }
  | { readonly problem: string } {
  const { invoiceDetailRequestHeader: header, invoiceDetailSummary: summary } = request
  const isCredit = header.purpose === 'creditMemo' || header.purpose === 'lineLevelCreditMemo'
  const lines: NewInvoiceLine[] = []
  const orders = new Map<number, PurchaseOrder>()
  let contract: number | undefined
  for (const part of request.invoiceDetailOrders) {
    const found = findOrder(work, supplier, part)
    if ('problem' in found) return found
    contract ??= found.contract
    if (found.order !== undefined) orders.set(found.order.id, found.order)
    lines.push(...part.invoiceDetailItems.map(item => goodsLine(item, found.order, isCredit)))
    lines.push(...part.invoiceDetailServiceItems.map(item => serviceLine(item, found.order, isCredit)))
  }
  const currency =
    summary.netAmount.money?.currency ?? summary.subtotalAmount?.money?.currency ?? work.company.currency
  const other = otherCurrency(request, currency)
  if (other !== undefined)
    return { problem: `Currency of a line is ${other}, and that of the invoice ${currency}` }
  const invoice: NewInvoice = {
    invoiceNumber: header.invoiceID,
    documentType: isCredit ? 'Credit Note' : 'Invoice',
    supplier: { id: supplier.id, name: supplier.name },
    invoiceDate: dateOf(header.invoiceDate, work.now),
    currency,
    via: 'cxml',
    lines,
    ...charge('shippingAmount', summary.shippingAmount?.money.amount, isCredit),
    ...charge('handlingAmount', summary.specialHandlingAmount?.money.amount, isCredit),
    ...taxesOfTheWhole(summary.tax, lines, isCredit),
    // Before discounts, which are no part of our total.
    ...charge('supplierTotal', summary.grossAmount?.money?.amount, isCredit),
    ...text('comments', header.comments?.value.trim()),
    ...text('originalInvoiceNumber', header.invoiceIDInfo?.invoiceID),
    ...(contract === undefined ? {} : { contract }),
    ...customFieldsOf(header.extrinsics),
  }
  return { invoice, orders: [...orders.values()] }
}

/** An invoice has one currency: what is in another cannot be added to it. */
function otherCurrency({ invoiceDetailOrders }: InvoiceDetailRequest, currency: string): string | undefined {
  return invoiceDetailOrders
    .flatMap(({ invoiceDetailItems, invoiceDetailServiceItems }) => [
      ...invoiceDetailItems.map(({ unitPrice }) => unitPrice.money.currency),
      ...invoiceDetailServiceItems.map(({ subtotalAmount }) => subtotalAmount?.money?.currency),
    ])
    .find(found => found !== undefined && found !== currency)
}

function findOrder(
  work: Work,
  supplier: Supplier,
  { invoiceDetailOrderInfo: info }: InvoiceDetailOrder,
): { readonly order?: PurchaseOrder; readonly contract?: number } | { readonly problem: string } {
  const agreement = info.masterAgreementReference?.documentReference?.payloadID?.trim()
  if (info.orderReference === undefined && info.orderIDInfo === undefined && agreement) {
    const row = work.db.get('SELECT id FROM contracts WHERE number = $agreement AND supplier = $supplier', {
      agreement,
      supplier: supplier.id,
    })
    return row === undefined
      ? { problem: `Could not find contract ${agreement}` }
      : { contract: numberOf(row, 'id') }
  }
  const reference = info.orderReference ?? info.orderIDInfo
  // An invoice may be backed by nothing at all: its reference is left out, or, as Coupa's samples say, left blank.
  if (reference === undefined) return {}
  const asked =
    reference.orderID ??
    ('documentReference' in reference ? reference.documentReference?.payloadID : undefined)
  if (asked === undefined || asked.trim() === '') return {}
  const order = findReferredOrder(work, reference)
  const problem = orderProblem(order, supplier, asked)
  if (order === undefined || problem !== undefined) return { problem: problem ?? 'Expectation Failed' }
  return { order }
}

/** By the order's line number; else by part number and unit. Documented: cXML invoices. */
function orderedLine(
  order: PurchaseOrder | undefined,
  by: {
    readonly lineNumber: string | undefined
    readonly part: string | undefined
    readonly uom: string | undefined
  },
): PurchaseOrderLine | undefined {
  const byNumber = order?.lines.find(line => String(line.lineNum) === by.lineNumber)
  if (byNumber !== undefined || by.part === undefined) return byNumber
  return order?.lines.find(
    line => line.sourcePartNum === by.part && (by.uom === undefined || line.uom === by.uom),
  )
}

function goodsLine(
  item: InvoiceDetailItem,
  order: PurchaseOrder | undefined,
  isCredit: boolean,
): NewInvoiceLine {
  const reference = item.invoiceDetailItemReference
  const part = reference?.itemID?.supplierPartID
  const ordered = orderedLine(order, { lineNumber: reference?.lineNumber, part, uom: item.unitOfMeasure })
  return {
    type: 'InvoiceQuantityLine',
    description: reference?.description?.value.trim() || ordered?.description || part || 'Item',
    quantity: isCredit ? negative(item.quantity) : item.quantity,
    // A price below zero says the same once more.
    price: isCredit ? absolute(item.unitPrice.money.amount) : item.unitPrice.money.amount,
    ...backing(order, ordered),
    ...text('sourcePartNum', part ?? ordered?.sourcePartNum),
    ...text('uom', item.unitOfMeasure ?? ordered?.uom),
    ...readTaxes(item.tax, isCredit),
    ...customFieldsOf(item.extrinsics),
  }
}

function serviceLine(
  item: InvoiceDetailServiceItem,
  order: PurchaseOrder | undefined,
  isCredit: boolean,
): NewInvoiceLine {
  const reference = item.invoiceDetailServiceItemReference
  const part = reference?.itemID?.supplierPartID
  const ordered = orderedLine(order, { lineNumber: reference?.lineNumber, part, uom: item.unitOfMeasure })
  const amount = amountOf(item.subtotalAmount) ?? '0'
  return {
    type: 'InvoiceAmountLine',
    description: reference?.description?.value.trim() || ordered?.description || 'Service',
    price: isCredit ? negative(amount) : amount,
    ...backing(order, ordered),
    ...text('sourcePartNum', part ?? ordered?.sourcePartNum),
    ...readTaxes(item.tax, isCredit),
    ...customFieldsOf(item.extrinsics),
  }
}

function backing(order: PurchaseOrder | undefined, line: PurchaseOrderLine | undefined) {
  return {
    ...(order === undefined ? {} : { purchaseOrder: order.id }),
    ...(line === undefined ? {} : { orderLine: line.id }),
  }
}

function amountOf(amount: Amount | undefined): string | undefined {
  return amount?.money?.amount
}

/** Suppliers write credits with and without the sign. */
function negative(amount: string): string {
  return compareDecimals(amount, '0') > 0 ? multiplyDecimals(amount, '-1') : amount
}

function absolute(amount: string): string {
  return compareDecimals(amount, '0') < 0 ? multiplyDecimals(amount, '-1') : amount
}

function charge<K extends string>(
  name: K,
  amount: string | undefined,
  isCredit: boolean,
): { [P in K]?: string } {
  const present: { [P in K]?: string } = {}
  if (amount !== undefined) present[name] = isCredit ? negative(amount) : amount
  return present
}

function text<K extends string>(name: K, value: string | undefined): { [P in K]?: string } {
  const present: { [P in K]?: string } = {}
  if (value !== undefined && value !== '') present[name] = value
  return present
}

function dateOf(value: string | undefined, otherwise: Date): Date {
  const at = value === undefined ? otherwise : new Date(value)
  return Number.isNaN(at.getTime()) ? otherwise : at
}

/**
 * `<Extrinsic name="CustomFields"><IdReference identifier="…" domain="CustomFields"/>`. Documented: cXML invoices.
 * Unverified: which of the two names the field. The domain does here; what several identifiers of one domain say is kept.
 */
function customFieldsOf(extrinsics: InvoiceDetailItem['extrinsics']): Pick<NewInvoiceLine, 'customFields'> {
  const references = extrinsics
    .filter(({ name }) => name === 'CustomFields')
    .flatMap(({ content = '' }) => readXml(`<CustomFields>${content}</CustomFields>`).root.elements())
    .filter(element => element.name === 'IdReference')
  const byDomain = Map.groupBy(references, element => element.attribute('domain') ?? '')
  const found = [...byDomain].map(
    ([domain, same]) => [domain, same.map(one => one.attribute('identifier') ?? '').join(', ')] as const,
  )
  return found.length === 0 ? {} : { customFields: Object.fromEntries(found) }
}
