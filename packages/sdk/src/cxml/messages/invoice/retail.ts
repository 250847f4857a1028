import { type PriceBasisQuantity, priceBasisQuantity } from '../../elements/item.js'
import { type Money, money } from '../../elements/money.js'
import { type Characteristic, characteristic } from '../../elements/property.js'
import type { Amount } from '../../elements/tax.js'
import { element } from '../../grammar/element.js'
import { many, needed, optional, optionalAttribute } from '../../grammar/fields.js'
import { textElement } from '../../grammar/text.js'
import { amount } from './amounts.js'

/*
 * What trade in retail goods adds to lines and summary. Since cXML 1.2.028.
 */

/** One of `AdditionalPrices`. */
export interface AdditionalPrice {
  readonly money: Money
  readonly priceBasisQuantity?: PriceBasisQuantity
}

/** `AdditionalPrices`: prices of a line besides the one that is charged. */
export interface AdditionalPrices {
  readonly unitGrossPrice?: AdditionalPrice
  /** Without charges, allowances and taxes; for information. */
  readonly informationalPrice?: AdditionalPrice
  /** Without taxes only; for information. */
  readonly informationalPriceExclTax?: AdditionalPrice
  /** The net price that replaces a wrong one. */
  readonly unitNetPriceCorrection?: AdditionalPrice
}

/** `ItemIndicator`: a mark on a line. */
export interface ItemIndicator {
  /** `InvoiceUnitIndicator`, `ReturnableContainerIndicator`, `DutyIndicator` and the like. The DTD requires it. */
  readonly domain?: string
  /** The DTD requires it. */
  readonly value?: string
}

/** `InvoiceDetailItemRetail`. */
export interface InvoiceDetailItemRetail {
  readonly additionalPrices?: AdditionalPrices
  /** What the line is worth at shop prices. */
  readonly totalRetailAmount?: Amount
  readonly itemIndicators: readonly ItemIndicator[]
  /** The supplier's number of a special offer. */
  readonly promotionDealID?: string
  /** The variant of the article that is on offer. */
  readonly promotionVariantID?: string
}

/** `InvoiceDetailItemIndustry`. */
export interface InvoiceDetailItemIndustry {
  readonly invoiceDetailItemRetail?: InvoiceDetailItemRetail
}

/** `InvoiceDetailItemReferenceRetail`. */
export interface InvoiceDetailItemReferenceRetail {
  /** `EANID`: given up for an `IdReference` of domain `EAN-13` in `ItemID`. */
  readonly eanID?: string
  /** In the European Waste Catalogue. */
  readonly europeanWasteCatalogID?: string
  /** Size, colour, grade and so on. */
  readonly characteristics: readonly Characteristic[]
}

/** `InvoiceDetailItemReferenceIndustry`. */
export interface InvoiceDetailItemReferenceIndustry {
  readonly invoiceDetailItemReferenceRetail?: InvoiceDetailItemReferenceRetail
}

/** `AdditionalAmounts`: sums of an invoice besides those that are charged. */
export interface AdditionalAmounts {
  /** What the goods are worth at shop prices. */
  readonly totalRetailAmount?: Amount
  /** Without charges, allowances and taxes; for information. */
  readonly informationalAmount?: Amount
  /** Paid, or to be paid, in parts. */
  readonly grossProgressPaymentAmount?: Amount
  /** For boxes, pallets and the like that come back. */
  readonly totalReturnableItemsDepositAmount?: Amount
  /** Goods and services without such deposits. */
  readonly goodsAndServiceAmount?: Amount
  readonly exactAmount?: Amount
}

/** `InvoiceDetailSummaryRetail`. */
export interface InvoiceDetailSummaryRetail {
  readonly additionalAmounts?: AdditionalAmounts
}

/** `InvoiceDetailSummaryIndustry`. */
export interface InvoiceDetailSummaryIndustry {
  readonly invoiceDetailSummaryRetail?: InvoiceDetailSummaryRetail
}

const additionalPrice = (name: string) =>
  element<AdditionalPrice>(name, { money: needed(money), priceBasisQuantity: optional(priceBasisQuantity) })

const additionalPrices = element<AdditionalPrices>('AdditionalPrices', {
  unitGrossPrice: optional(additionalPrice('UnitGrossPrice')),
  informationalPrice: optional(additionalPrice('InformationalPrice')),
  informationalPriceExclTax: optional(additionalPrice('InformationalPriceExclTax')),
  unitNetPriceCorrection: optional(additionalPrice('UnitNetPriceCorrection')),
})

const totalRetailAmount = amount('TotalRetailAmount')

const itemIndicator = element<ItemIndicator>('ItemIndicator', {
  domain: optionalAttribute(),
  value: optionalAttribute(),
})

const invoiceDetailItemRetail = element<InvoiceDetailItemRetail>('InvoiceDetailItemRetail', {
  additionalPrices: optional(additionalPrices),
  totalRetailAmount: optional(totalRetailAmount),
  itemIndicators: many(itemIndicator),
  promotionDealID: optional(textElement('PromotionDealID')),
  promotionVariantID: optional(textElement('PromotionVariantID')),
})

export const invoiceDetailItemIndustry = element<InvoiceDetailItemIndustry>('InvoiceDetailItemIndustry', {
  invoiceDetailItemRetail: optional(invoiceDetailItemRetail),
})

const invoiceDetailItemReferenceRetail = element<InvoiceDetailItemReferenceRetail>(
  'InvoiceDetailItemReferenceRetail',
  {
    eanID: optional(textElement('EANID')),
    europeanWasteCatalogID: optional(textElement('EuropeanWasteCatalogID')),
    characteristics: many(characteristic),
  },
)

export const invoiceDetailItemReferenceIndustry = element<InvoiceDetailItemReferenceIndustry>(
  'InvoiceDetailItemReferenceIndustry',
  { invoiceDetailItemReferenceRetail: optional(invoiceDetailItemReferenceRetail) },
)

const additionalAmounts = element<AdditionalAmounts>('AdditionalAmounts', {
  totalRetailAmount: optional(totalRetailAmount),
  informationalAmount: optional(amount('InformationalAmount')),
  grossProgressPaymentAmount: optional(amount('GrossProgressPaymentAmount')),
  totalReturnableItemsDepositAmount: optional(amount('TotalReturnableItemsDepositAmount')),
  goodsAndServiceAmount: optional(amount('GoodsAndServiceAmount')),
  exactAmount: optional(amount('ExactAmount')),
})

const invoiceDetailSummaryRetail = element<InvoiceDetailSummaryRetail>('InvoiceDetailSummaryRetail', {
  additionalAmounts: optional(additionalAmounts),
})

export const invoiceDetailSummaryIndustry = element<InvoiceDetailSummaryIndustry>(
  'InvoiceDetailSummaryIndustry',
  { invoiceDetailSummaryRetail: optional(invoiceDetailSummaryRetail) },
)
