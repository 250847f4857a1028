import { type Distribution, distribution } from '../../elements/distribution.js'
import { type PriceBasisQuantity, priceBasisQuantity, unitOfMeasure } from '../../elements/item.js'
import { type UnitRate, unitRate } from '../../elements/labor.js'
import { type UnitPrice, unitPrice } from '../../elements/price.js'
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
  totalAllowances,
  totalAmountWithoutTax,
  totalCharges,
} from './amounts.js'
import {
  type InvoiceDetailServiceItemReference,
  invoiceDetailServiceItemReference,
  type ServiceEntryItemIDInfo,
  type ServiceEntryItemReference,
  serviceEntryItemIDInfo,
  serviceEntryItemReference,
} from './item-reference.js'
import { type InvoiceLaborDetail, invoiceLaborDetail } from './labor-detail.js'
import { type InvoiceModifications, invoiceItemModifications } from './modifications.js'

/** `InvoiceDetailServiceItem`: a line with a service. Amounts of a credit are negative. */
export interface InvoiceDetailServiceItem {
  /** Its own in the invoice. The DTD requires it. */
  readonly invoiceLineNumber?: string
  /** A plain decimal string, in units of `unitRate`: `"2"` of `HUR` are two hours. */
  readonly quantity?: string
  /** For reconciling with a blanket order or contract, as agreed. */
  readonly referenceDate?: string
  /** When the service was done, as tax law has it. */
  readonly inspectionDate?: string
  /** The line that this one is a part of, with `itemType` `item`. */
  readonly parentInvoiceLineNumber?: string
  /** `composite`: parts follow. `item`: a part. `lean`: no parts follow. */
  readonly itemType?: string
  /** `yes`: not in the order or agreement. */
  readonly isAdHoc?: string
  /** The DTD requires it. */
  readonly invoiceDetailServiceItemReference?: InvoiceDetailServiceItemReference
  /** This or `serviceEntryItemIDInfo`. */
  readonly serviceEntryItemReference?: ServiceEntryItemReference
  readonly serviceEntryItemIDInfo?: ServiceEntryItemIDInfo
  /** Quantity times price, where both are given. */
  readonly subtotalAmount: Amount
  /** In which the service was done. */
  readonly period?: Period
  /** Price, unit and what the agreement calls the rate. Needed for labour. */
  readonly unitRate?: UnitRate
  /** Given up for `unitRate`, beside which none of these three can stand. */
  readonly unitOfMeasure?: string
  readonly unitPrice?: UnitPrice
  readonly priceBasisQuantity?: PriceBasisQuantity
  /** Passed over unless `isTaxInLine` is set. */
  readonly tax?: Tax
  /** The subtotal with tax. */
  readonly grossAmount?: Amount
  /** Passed over unless `isDiscountInLine` is set. */
  readonly invoiceDetailDiscount?: InvoiceDetailDiscount
  /** Charges and allowances (since cXML 1.2.028). */
  readonly invoiceItemModifications?: InvoiceModifications
  readonly totalCharges?: Amount
  readonly totalAllowances?: Amount
  /** Subtotal, charges and allowances. */
  readonly totalAmountWithoutTax?: Amount
  /** The gross amount less the discount. */
  readonly netAmount?: Amount
  /** Passed over unless `isAccountingInLine` is set. */
  readonly distributions: readonly Distribution[]
  readonly comments?: Comments
  readonly invoiceLaborDetail?: InvoiceLaborDetail
  readonly extrinsics: readonly Extrinsic[]
}

export const invoiceDetailServiceItem = element<InvoiceDetailServiceItem>('InvoiceDetailServiceItem', {
  invoiceLineNumber: optionalAttribute(),
  quantity: optionalAttribute({ decimal: true }),
  referenceDate: optionalAttribute(),
  inspectionDate: optionalAttribute(),
  parentInvoiceLineNumber: optionalAttribute(),
  itemType: optionalAttribute(),
  isAdHoc: optionalAttribute(),
  invoiceDetailServiceItemReference: optional(invoiceDetailServiceItemReference),
  serviceEntryItemReference: optional(serviceEntryItemReference),
  serviceEntryItemIDInfo: optional(serviceEntryItemIDInfo),
  subtotalAmount: needed(subtotalAmount),
  period: optional(period),
  unitRate: optional(unitRate),
  unitOfMeasure: optional(unitOfMeasure),
  unitPrice: optional(unitPrice),
  priceBasisQuantity: optional(priceBasisQuantity),
  tax: optional(tax),
  grossAmount: optional(grossAmount),
  invoiceDetailDiscount: optional(invoiceDetailDiscount),
  invoiceItemModifications: optional(invoiceItemModifications),
  totalCharges: optional(totalCharges),
  totalAllowances: optional(totalAllowances),
  totalAmountWithoutTax: optional(totalAmountWithoutTax),
  netAmount: optional(netAmount),
  distributions: many(distribution),
  comments: optional(comments),
  invoiceLaborDetail: optional(invoiceLaborDetail),
  extrinsics: many(extrinsic),
})
