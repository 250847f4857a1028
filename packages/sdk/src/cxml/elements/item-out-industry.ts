import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute } from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'
import { type AssetInfo, assetInfo } from './asset.js'
import { type BatchInfo, batchInfo } from './batch.js'
import { type DPAS, dpas, type Priority, priority, type QualityInfo, qualityInfo } from './industry.js'
import {
  type KitType,
  kitType,
  type MedicationListInfo,
  medicationListInfo,
  type PackageControlNumber,
  packageControlNumber,
  type Study,
  study,
} from './life-sciences.js'
import { type PackagingDistribution, packagingDistribution } from './packaging.js'
import { type PropertyValue, propertyValue } from './property.js'
import { type ReferenceDocumentInfo, referenceDocumentInfo } from './reference-document.js'
import { type Extrinsic, extrinsic } from './text.js'

/** `ItemOutRetail`: the promotion that the line belongs to. */
export interface ItemOutRetail {
  readonly promotionVariantID?: string
  readonly promotionDealID?: string
}

/** `SerialNumberInfo`: serial numbers: a list, a range, or a profile of them. */
export interface SerialNumberInfo {
  /** Only `yes`. */
  readonly requiresSerialNumber?: string
  /** `list`, `profile` or `range`. */
  readonly type?: string
  readonly serialNumbers: readonly string[]
  readonly propertyValues: readonly PropertyValue[]
}

/** `ItemOutLifeSciences`: what the life sciences add to a line. */
export interface ItemOutLifeSciences {
  /** Only `yes`. */
  readonly isCFGPooled?: string
  readonly study?: Study
  readonly kitType?: KitType
  readonly protocolID?: string
  readonly packageControlNumber?: PackageControlNumber
  readonly poolID?: string
  readonly medicationListInfos: readonly MedicationListInfo[]
  readonly extrinsics: readonly Extrinsic[]
}

/** `ItemOutAerospaceAndDefense`: what aerospace and defence add to a line. */
export interface ItemOutAerospaceAndDefense {
  /** `DO` or `DX`. */
  readonly dpasRating?: string
  readonly dpases: readonly DPAS[]
}

/** `IUIDInfo`: unique identifiers of single pieces. */
export interface IUIDInfo {
  /** Only `yes`. */
  readonly requiresIUID?: string
  readonly iuidNumbers: readonly string[]
}

/** `ItemOutIndustry`: what one industry adds to a line. */
export interface ItemOutIndustry {
  /** Only `yes`. */
  readonly isHUMandatory?: string
  /** `MTO`, `MTS`, `ATO` or `CTO`. */
  readonly planningType?: string
  /** Only `yes`. */
  readonly requiresRealTimeConsumption?: string
  readonly itemOutRetail?: ItemOutRetail
  readonly referenceDocumentInfos: readonly ReferenceDocumentInfo[]
  readonly priority?: Priority
  readonly qualityInfo?: QualityInfo
  readonly serialNumberInfo?: SerialNumberInfo
  readonly batchInfo?: BatchInfo
  readonly assetInfos: readonly AssetInfo[]
  readonly packagingDistributions: readonly PackagingDistribution[]
  readonly itemOutLifeSciences?: ItemOutLifeSciences
  readonly itemOutAerospaceAndDefense?: ItemOutAerospaceAndDefense
  readonly iuidInfo?: IUIDInfo
}

export const itemOutRetail = element<ItemOutRetail>('ItemOutRetail', {
  promotionVariantID: optional(textElement('PromotionVariantID')),
  promotionDealID: optional(textElement('PromotionDealID')),
})

export const serialNumberInfo = element<SerialNumberInfo>('SerialNumberInfo', {
  requiresSerialNumber: optionalAttribute(),
  type: optionalAttribute(),
  serialNumbers: many(textElement('SerialNumber')),
  propertyValues: many(propertyValue),
})

export const itemOutLifeSciences = element<ItemOutLifeSciences>('ItemOutLifeSciences', {
  isCFGPooled: optionalAttribute(),
  study: optional(study),
  kitType: optional(kitType),
  protocolID: optional(textElement('ProtocolID')),
  packageControlNumber: optional(packageControlNumber),
  poolID: optional(textElement('PoolID')),
  medicationListInfos: many(medicationListInfo),
  extrinsics: many(extrinsic),
})

export const itemOutAerospaceAndDefense = element<ItemOutAerospaceAndDefense>('ItemOutAerospaceAndDefense', {
  dpasRating: optionalAttribute(),
  dpases: many(dpas),
})

export const iuidInfo = element<IUIDInfo>('IUIDInfo', {
  requiresIUID: optionalAttribute(),
  iuidNumbers: many(textElement('IUIDNumber')),
})

export const itemOutIndustry = element<ItemOutIndustry>('ItemOutIndustry', {
  isHUMandatory: optionalAttribute(),
  planningType: optionalAttribute(),
  requiresRealTimeConsumption: optionalAttribute(),
  itemOutRetail: optional(itemOutRetail),
  referenceDocumentInfos: many(referenceDocumentInfo),
  priority: optional(priority),
  qualityInfo: optional(qualityInfo),
  serialNumberInfo: optional(serialNumberInfo),
  batchInfo: optional(batchInfo),
  assetInfos: many(assetInfo),
  packagingDistributions: many(packagingDistribution),
  itemOutLifeSciences: optional(itemOutLifeSciences),
  itemOutAerospaceAndDefense: optional(itemOutAerospaceAndDefense),
  iuidInfo: optional(iuidInfo),
})
