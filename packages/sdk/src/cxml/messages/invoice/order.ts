import { type Amount, type Tax, tax } from '../../elements/tax.js'
import { type Period, period } from '../../elements/terms-of-delivery.js'
import { type Comments, comments, type Extrinsic, extrinsic } from '../../elements/text.js'
import { element } from '../../grammar/element.js'
import { many, needed, optional, optionalAttribute } from '../../grammar/fields.js'
import {
  grossAmount,
  type InvoiceDetailDiscount,
  invoiceDetailDiscount,
  netAmount,
  subtotalAmount,
} from './amounts.js'
import { type InvoiceDetailItem, invoiceDetailItem } from './item.js'
import {
  type InvoiceDetailOrderInfo,
  type InvoiceDetailReceiptInfo,
  type InvoiceDetailShipNoticeInfo,
  invoiceDetailOrderInfo,
  invoiceDetailReceiptInfo,
  invoiceDetailShipNoticeInfo,
} from './order-info.js'
import { type InvoiceDetailServiceItem, invoiceDetailServiceItem } from './service-item.js'
import {
  type InvoiceDetailLineShipping,
  type InvoiceDetailLineSpecialHandling,
  invoiceDetailLineShipping,
  invoiceDetailLineSpecialHandling,
} from './shipping.js'

/**
 * `InvoiceDetailOrder`: the lines of one order or agreement. Goods and services may be mixed; written are the goods
 * first.
 */
export interface InvoiceDetailOrder {
  readonly invoiceDetailOrderInfo: InvoiceDetailOrderInfo
  readonly invoiceDetailReceiptInfo?: InvoiceDetailReceiptInfo
  readonly invoiceDetailShipNoticeInfo?: InvoiceDetailShipNoticeInfo
  readonly invoiceDetailItems: readonly InvoiceDetailItem[]
  readonly invoiceDetailServiceItems: readonly InvoiceDetailServiceItem[]
}

/** `InvoiceDetailOrderSummary`: the one line of an order in a header invoice. Amounts of a credit are negative. */
export interface InvoiceDetailOrderSummary {
  /** Its own in the invoice. The DTD requires it. */
  readonly invoiceLineNumber?: string
  /** When goods changed hands or services were done, as tax law has it. */
  readonly inspectionDate?: string
  readonly subtotalAmount: Amount
  /** Of services only. */
  readonly period?: Period
  /** Passed over unless `isTaxInLine` is set. */
  readonly tax?: Tax
  /** Of goods only. */
  readonly invoiceDetailLineSpecialHandling?: InvoiceDetailLineSpecialHandling
  /** Of goods only. */
  readonly invoiceDetailLineShipping?: InvoiceDetailLineShipping
  /** The subtotal with tax, shipping and special handling. */
  readonly grossAmount?: Amount
  /** Passed over unless `isDiscountInLine` is set. */
  readonly invoiceDetailDiscount?: InvoiceDetailDiscount
  /** The gross amount less the discount. */
  readonly netAmount?: Amount
  readonly comments?: Comments
  readonly extrinsics: readonly Extrinsic[]
}

/** `InvoiceDetailHeaderOrder`: one order or agreement as a whole. */
export interface InvoiceDetailHeaderOrder {
  readonly invoiceDetailOrderInfo: InvoiceDetailOrderInfo
  readonly invoiceDetailOrderSummary: InvoiceDetailOrderSummary
}

export const invoiceDetailOrder = element<InvoiceDetailOrder>('InvoiceDetailOrder', {
  invoiceDetailOrderInfo: needed(invoiceDetailOrderInfo),
  invoiceDetailReceiptInfo: optional(invoiceDetailReceiptInfo),
  invoiceDetailShipNoticeInfo: optional(invoiceDetailShipNoticeInfo),
  invoiceDetailItems: many(invoiceDetailItem),
  invoiceDetailServiceItems: many(invoiceDetailServiceItem),
})

const invoiceDetailOrderSummary = element<InvoiceDetailOrderSummary>('InvoiceDetailOrderSummary', {
  invoiceLineNumber: optionalAttribute(),
  inspectionDate: optionalAttribute(),
  subtotalAmount: needed(subtotalAmount),
  period: optional(period),
  tax: optional(tax),
  invoiceDetailLineSpecialHandling: optional(invoiceDetailLineSpecialHandling),
  invoiceDetailLineShipping: optional(invoiceDetailLineShipping),
  grossAmount: optional(grossAmount),
  invoiceDetailDiscount: optional(invoiceDetailDiscount),
  netAmount: optional(netAmount),
  comments: optional(comments),
  extrinsics: many(extrinsic),
})

export const invoiceDetailHeaderOrder = element<InvoiceDetailHeaderOrder>('InvoiceDetailHeaderOrder', {
  invoiceDetailOrderInfo: needed(invoiceDetailOrderInfo),
  invoiceDetailOrderSummary: needed(invoiceDetailOrderSummary),
})
