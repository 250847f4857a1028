import { type Distribution, distribution } from '../../elements/distribution.js'
import { type PriceBasisQuantity, priceBasisQuantity, unitOfMeasure } from '../../elements/item.js'
import {
  type ProductMovementItemIDInfo,
  productMovementItemIDInfo,
  type ShipNoticeIDInfo,
  type ShipNoticeLineItemReference,
  shipNoticeIDInfo,
  shipNoticeLineItemReference,
} from '../../elements/order-reference.js'
import { type Packaging, packaging } from '../../elements/packaging.js'
import { type UnitPrice, unitPrice } from '../../elements/price.js'
import { type Amount, type Tax, tax } from '../../elements/tax.js'
import { type Comments, comments, type Extrinsic, extrinsic } from '../../elements/text.js'
import { element } from '../../grammar/element.js'
import { many, needed, neededAttribute, optional, optionalAttribute } from '../../grammar/fields.js'
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
import { type CustomsInfo, customsInfo } from './customs.js'
import {
  type InvoiceDetailItemReference,
  invoiceDetailItemReference,
  type ReceiptLineItemReference,
  receiptLineItemReference,
  type ServiceEntryItemIDInfo,
  type ServiceEntryItemReference,
  serviceEntryItemIDInfo,
  serviceEntryItemReference,
} from './item-reference.js'
import { type InvoiceModifications, invoiceItemModifications } from './modifications.js'
import { type InvoiceDetailItemIndustry, invoiceDetailItemIndustry } from './retail.js'
import {
  type InvoiceDetailLineShipping,
  type InvoiceDetailLineSpecialHandling,
  invoiceDetailLineShipping,
  invoiceDetailLineSpecialHandling,
} from './shipping.js'

/** `InvoiceDetailItem`: a line with goods. Amounts of a credit are negative. */
export interface InvoiceDetailItem {
  /** Its own in the invoice. The DTD requires it. */
  readonly invoiceLineNumber?: string
  /** A plain decimal string: what is invoiced, of the ordered quantity. */
  readonly quantity: string
  /** For reconciling with a blanket order or contract, as agreed. */
  readonly referenceDate?: string
  /** When the goods changed hands, as tax law has it. */
  readonly inspectionDate?: string
  /** The line that this one is a part of, with `itemType` `item`. */
  readonly parentInvoiceLineNumber?: string
  /** `composite`: parts follow. `item`: a part. `lean`: no parts follow. */
  readonly itemType?: string
  /** `groupLevel`: the price is that of the group. `itemLevel`: the parts have prices. */
  readonly compositeItemType?: string
  /** Of a credit: only `return`. */
  readonly reason?: string
  /** `yes`: not in the order or agreement. */
  readonly isAdHoc?: string
  /** UN/CEFACT code. The DTD requires it. */
  readonly unitOfMeasure?: string
  readonly unitPrice: UnitPrice
  /** (since cXML 1.2.024) */
  readonly priceBasisQuantity?: PriceBasisQuantity
  /** The DTD requires it. */
  readonly invoiceDetailItemReference?: InvoiceDetailItemReference
  readonly receiptLineItemReference?: ReceiptLineItemReference
  /** Of the notice that `InvoiceDetailShipNoticeInfo` names. */
  readonly shipNoticeLineItemReference?: ShipNoticeLineItemReference
  /** This or `serviceEntryItemIDInfo`. */
  readonly serviceEntryItemReference?: ServiceEntryItemReference
  readonly serviceEntryItemIDInfo?: ServiceEntryItemIDInfo
  readonly productMovementItemIDInfo?: ProductMovementItemIDInfo
  /** Quantity times price. */
  readonly subtotalAmount?: Amount
  /** Passed over unless `isTaxInLine` is set. */
  readonly tax?: Tax
  readonly invoiceDetailLineSpecialHandling?: InvoiceDetailLineSpecialHandling
  readonly invoiceDetailLineShipping?: InvoiceDetailLineShipping
  readonly shipNoticeIDInfo?: ShipNoticeIDInfo
  /** The subtotal with tax, shipping and special handling. */
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
  /** (since cXML 1.2.028) */
  readonly packagings: readonly Packaging[]
  readonly invoiceDetailItemIndustry?: InvoiceDetailItemIndustry
  readonly comments?: Comments
  readonly customsInfo?: CustomsInfo
  readonly extrinsics: readonly Extrinsic[]
}

export const invoiceDetailItem = element<InvoiceDetailItem>('InvoiceDetailItem', {
  invoiceLineNumber: optionalAttribute(),
  quantity: neededAttribute({ decimal: true }),
  referenceDate: optionalAttribute(),
  inspectionDate: optionalAttribute(),
  parentInvoiceLineNumber: optionalAttribute(),
  itemType: optionalAttribute(),
  compositeItemType: optionalAttribute(),
  reason: optionalAttribute(),
  isAdHoc: optionalAttribute(),
  unitOfMeasure: optional(unitOfMeasure),
  unitPrice: needed(unitPrice),
  priceBasisQuantity: optional(priceBasisQuantity),
  invoiceDetailItemReference: optional(invoiceDetailItemReference),
  receiptLineItemReference: optional(receiptLineItemReference),
  shipNoticeLineItemReference: optional(shipNoticeLineItemReference),
  serviceEntryItemReference: optional(serviceEntryItemReference),
  serviceEntryItemIDInfo: optional(serviceEntryItemIDInfo),
  productMovementItemIDInfo: optional(productMovementItemIDInfo),
  subtotalAmount: optional(subtotalAmount),
  tax: optional(tax),
  invoiceDetailLineSpecialHandling: optional(invoiceDetailLineSpecialHandling),
  invoiceDetailLineShipping: optional(invoiceDetailLineShipping),
  shipNoticeIDInfo: optional(shipNoticeIDInfo),
  grossAmount: optional(grossAmount),
  invoiceDetailDiscount: optional(invoiceDetailDiscount),
  invoiceItemModifications: optional(invoiceItemModifications),
  totalCharges: optional(totalCharges),
  totalAllowances: optional(totalAllowances),
  totalAmountWithoutTax: optional(totalAmountWithoutTax),
  netAmount: optional(netAmount),
  distributions: many(distribution),
  packagings: many(packaging),
  invoiceDetailItemIndustry: optional(invoiceDetailItemIndustry),
  comments: optional(comments),
  customsInfo: optional(customsInfo),
  extrinsics: many(extrinsic),
})
