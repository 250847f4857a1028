import { element } from '../grammar/element.js'
import {
  companion,
  many,
  needed,
  neededAttribute,
  optional,
  optionalAttribute,
  optionalContent,
  ownText,
} from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'
import { type AttachmentReference, attachmentReference } from './attachment-reference.js'
import { type ItemDetailIndustry, itemDetailIndustry } from './item-industry.js'
import {
  type ExpectedLimit,
  expectedLimit,
  type MaxAdhocAmount,
  type MaxContractAmount,
  maxAdhocAmount,
  maxContractAmount,
  type OverallLimit,
  overallLimit,
} from './item-limit.js'
import { type Money, money } from './money.js'
import { type UnitPrice, unitPrice } from './price.js'
import {
  type Description,
  description,
  type Extrinsic,
  extrinsic,
  type IdReference,
  idReference,
  url,
} from './text.js'

/** `ItemID`: an item is the same when supplier, part and auxiliary ID are the same. */
export interface ItemID {
  readonly supplierPartID: string
  /** The supplier's own reference, exactly as it stands in the document (text only). */
  readonly supplierPartAuxiliaryID?: string
  /** The inner XML of `SupplierPartAuxiliaryID`, where it holds markup (it is declared ANY). */
  readonly supplierPartAuxiliaryIDContent?: string
  readonly buyerPartID?: string
  readonly idReferences: readonly IdReference[]
}

/** `Classification`: `domain` is `UNSPSC` and the like. */
export interface Classification {
  readonly domain?: string
  readonly code?: string
  readonly value: string
}

/** `PriceBasisQuantity`: what the unit price is for, where it is not one unit. */
export interface PriceBasisQuantity {
  /** A decimal string. */
  readonly quantity: string
  /** A decimal string. */
  readonly conversionFactor: string
  readonly unitOfMeasure?: string
  readonly description?: Description
}

/** `Dimension`. */
export interface Dimension {
  readonly quantity?: string
  readonly type?: string
  readonly unitOfMeasure?: string
}

/** `ItemDetail`. */
export interface ItemDetail {
  readonly unitPrice: UnitPrice
  readonly descriptions: readonly Description[]
  readonly overallLimit?: OverallLimit
  readonly expectedLimit?: ExpectedLimit
  /** UN/CEFACT code. The DTD requires it. */
  readonly unitOfMeasure?: string
  readonly priceBasisQuantity?: PriceBasisQuantity
  readonly classifications: readonly Classification[]
  readonly manufacturerPartID?: string
  readonly manufacturerName?: string
  readonly url?: string
  /** Days. */
  readonly leadTime?: string
  readonly dimensions: readonly Dimension[]
  readonly itemDetailIndustry?: ItemDetailIndustry
  readonly attachmentReferences: readonly AttachmentReference[]
  /** Days that the buyer needs to accept a service. */
  readonly plannedAcceptanceDays?: string
  readonly extrinsics: readonly Extrinsic[]
}

/** `BlanketItemDetail` (since cXML 1.2.020): an item of a blanket order. */
export interface BlanketItemDetail {
  readonly descriptions: readonly Description[]
  readonly overallLimit?: OverallLimit
  readonly expectedLimit?: ExpectedLimit
  readonly maxAmount?: { readonly money: Money }
  readonly minAmount?: { readonly money: Money }
  readonly maxContractAmount?: MaxContractAmount
  readonly maxAdhocAmount?: MaxAdhocAmount
  readonly maxQuantity?: string
  readonly minQuantity?: string
  readonly unitPrice?: UnitPrice
  readonly unitOfMeasure?: string
  readonly priceBasisQuantity?: PriceBasisQuantity
  readonly classifications: readonly Classification[]
  readonly extrinsics: readonly Extrinsic[]
}

/** `SupplierID`. */
export interface SupplierID {
  readonly domain?: string
  readonly value: string
}

export const unitOfMeasure = textElement('UnitOfMeasure')

export const itemID = element<ItemID>('ItemID', {
  supplierPartID: needed(textElement('SupplierPartID')),
  supplierPartAuxiliaryID: optionalContent('SupplierPartAuxiliaryID', 'supplierPartAuxiliaryIDContent'),
  supplierPartAuxiliaryIDContent: companion,
  buyerPartID: optional(textElement('BuyerPartID')),
  idReferences: many(idReference),
})

export const classification = element<Classification>('Classification', {
  domain: optionalAttribute(),
  code: optionalAttribute(),
  value: ownText(),
})

export const priceBasisQuantity = element<PriceBasisQuantity>('PriceBasisQuantity', {
  quantity: neededAttribute({ decimal: true }),
  conversionFactor: neededAttribute({ decimal: true }),
  unitOfMeasure: optional(unitOfMeasure),
  description: optional(description),
})

export const dimension = element<Dimension>('Dimension', {
  quantity: optionalAttribute(),
  type: optionalAttribute(),
  unitOfMeasure: optional(unitOfMeasure),
})

export const itemDetail = element<ItemDetail>('ItemDetail', {
  unitPrice: needed(unitPrice),
  descriptions: many(description),
  overallLimit: optional(overallLimit),
  expectedLimit: optional(expectedLimit),
  unitOfMeasure: optional(unitOfMeasure),
  priceBasisQuantity: optional(priceBasisQuantity),
  classifications: many(classification),
  manufacturerPartID: optional(textElement('ManufacturerPartID')),
  manufacturerName: optional(textElement('ManufacturerName')),
  url: optional(url),
  leadTime: optional(textElement('LeadTime')),
  dimensions: many(dimension),
  itemDetailIndustry: optional(itemDetailIndustry),
  attachmentReferences: many(attachmentReference),
  plannedAcceptanceDays: optional(textElement('PlannedAcceptanceDays')),
  extrinsics: many(extrinsic),
})

export const blanketItemDetail = element<BlanketItemDetail>('BlanketItemDetail', {
  descriptions: many(description),
  overallLimit: optional(overallLimit),
  expectedLimit: optional(expectedLimit),
  maxAmount: optional(element<{ readonly money: Money }>('MaxAmount', { money: needed(money) })),
  minAmount: optional(element<{ readonly money: Money }>('MinAmount', { money: needed(money) })),
  maxContractAmount: optional(maxContractAmount),
  maxAdhocAmount: optional(maxAdhocAmount),
  maxQuantity: optional(textElement('MaxQuantity')),
  minQuantity: optional(textElement('MinQuantity')),
  unitPrice: optional(unitPrice),
  unitOfMeasure: optional(unitOfMeasure),
  priceBasisQuantity: optional(priceBasisQuantity),
  classifications: many(classification),
  extrinsics: many(extrinsic),
})

export const supplierID = element<SupplierID>('SupplierID', { domain: optionalAttribute(), value: ownText() })
