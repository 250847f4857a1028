import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute, ownText } from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'
import { type AssetInfo, assetInfo } from './asset.js'
import { type Dimension, dimension, unitOfMeasure } from './item.js'
import { type MedicationListInfo, medicationListInfo } from './life-sciences.js'
import { type Description, description, type Extrinsic, extrinsic } from './text.js'

/** `PackagingCode`: the kind of package (`pallet`, `box`) in a language. */
export interface PackagingCode {
  /** The DTD requires it. */
  readonly xmlLang?: string
  readonly value: string
}

/** `PackageID`: numbers of one package: of a reusable asset, of a returnable package, for tracking. */
export interface PackageID {
  readonly globalIndividualAssetID?: string
  readonly returnablePackageID?: string
  readonly packageTrackingID?: string
}

/** `OrderedQuantity`: how much was ordered of what is inside. */
export interface OrderedQuantity {
  /** A decimal string. */
  readonly quantity?: string
  /** UN/CEFACT code. */
  readonly unitOfMeasure?: string
}

/** `DispatchQuantity`: how much of it is sent. */
export interface DispatchQuantity {
  /** A decimal string. */
  readonly quantity?: string
  /** UN/CEFACT code. */
  readonly unitOfMeasure?: string
}

/** `FreeGoodsQuantity`: how much of it is not charged. */
export interface FreeGoodsQuantity {
  /** A decimal string. */
  readonly quantity?: string
  /** UN/CEFACT code. */
  readonly unitOfMeasure?: string
}

/** `BestBeforeDate`: until when the goods are good. */
export interface BestBeforeDate {
  /** The DTD requires it. */
  readonly date?: string
}

/** `PackagingLifeSciences`: medications inside. */
export interface PackagingLifeSciences {
  readonly medicationListInfos: readonly MedicationListInfo[]
}

/** `PackagingIndustry`: what one industry adds to a package. */
export interface PackagingIndustry {
  readonly packagingLifeSciences?: PackagingLifeSciences
}

/** `Packaging`: one package, or one level of packages within one another. */
export interface Packaging {
  readonly packagingCodes: readonly PackagingCode[]
  readonly dimensions: readonly Dimension[]
  readonly description?: Description
  readonly packagingLevelCode?: string
  readonly packageTypeCodeIdentifierCode?: string
  readonly shippingContainerSerialCode?: string
  readonly shippingContainerSerialCodeReference?: string
  readonly packageID?: PackageID
  readonly shippingMarks: readonly string[]
  readonly orderedQuantity?: OrderedQuantity
  readonly dispatchQuantity?: DispatchQuantity
  readonly freeGoodsQuantity?: FreeGoodsQuantity
  readonly quantityVarianceNote?: string
  readonly bestBeforeDate?: BestBeforeDate
  readonly assetInfos: readonly AssetInfo[]
  readonly packagingIndustry?: PackagingIndustry
  readonly storeCode?: string
  readonly extrinsics: readonly Extrinsic[]
}

/** `PackagingDistribution`: how much goes to which store. */
export interface PackagingDistribution {
  /** A decimal string. The DTD requires it. */
  readonly quantity?: string
  /** The DTD requires it. */
  readonly storeCode?: string
  /** UN/CEFACT code. The DTD requires it. */
  readonly unitOfMeasure?: string
}

export const packagingCode = element<PackagingCode>('PackagingCode', {
  xmlLang: optionalAttribute(),
  value: ownText(),
})

export const packageID = element<PackageID>('PackageID', {
  globalIndividualAssetID: optional(textElement('GlobalIndividualAssetID')),
  returnablePackageID: optional(textElement('ReturnablePackageID')),
  packageTrackingID: optional(textElement('PackageTrackingID')),
})

export const orderedQuantity = element<OrderedQuantity>('OrderedQuantity', {
  quantity: optionalAttribute(),
  unitOfMeasure: optional(unitOfMeasure),
})

export const dispatchQuantity = element<DispatchQuantity>('DispatchQuantity', {
  quantity: optionalAttribute(),
  unitOfMeasure: optional(unitOfMeasure),
})

export const freeGoodsQuantity = element<FreeGoodsQuantity>('FreeGoodsQuantity', {
  quantity: optionalAttribute(),
  unitOfMeasure: optional(unitOfMeasure),
})

export const bestBeforeDate = element<BestBeforeDate>('BestBeforeDate', {
  date: optionalAttribute(),
})

export const packagingLifeSciences = element<PackagingLifeSciences>('PackagingLifeSciences', {
  medicationListInfos: many(medicationListInfo),
})

export const packagingIndustry = element<PackagingIndustry>('PackagingIndustry', {
  packagingLifeSciences: optional(packagingLifeSciences),
})

export const packaging = element<Packaging>('Packaging', {
  packagingCodes: many(packagingCode),
  dimensions: many(dimension),
  description: optional(description),
  packagingLevelCode: optional(textElement('PackagingLevelCode')),
  packageTypeCodeIdentifierCode: optional(textElement('PackageTypeCodeIdentifierCode')),
  shippingContainerSerialCode: optional(textElement('ShippingContainerSerialCode')),
  shippingContainerSerialCodeReference: optional(textElement('ShippingContainerSerialCodeReference')),
  packageID: optional(packageID),
  shippingMarks: many(textElement('ShippingMark')),
  orderedQuantity: optional(orderedQuantity),
  dispatchQuantity: optional(dispatchQuantity),
  freeGoodsQuantity: optional(freeGoodsQuantity),
  quantityVarianceNote: optional(textElement('QuantityVarianceNote')),
  bestBeforeDate: optional(bestBeforeDate),
  assetInfos: many(assetInfo),
  packagingIndustry: optional(packagingIndustry),
  storeCode: optional(textElement('StoreCode')),
  extrinsics: many(extrinsic),
})

export const packagingDistribution = element<PackagingDistribution>('PackagingDistribution', {
  quantity: optionalAttribute(),
  storeCode: optional(textElement('StoreCode')),
  unitOfMeasure: optional(unitOfMeasure),
})
