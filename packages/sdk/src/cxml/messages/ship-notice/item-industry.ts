import {
  type MedicationListInfo,
  medicationListInfo,
  type Study,
  study,
} from '../../elements/life-sciences.js'
import {
  type BestBeforeDate,
  bestBeforeDate,
  type FreeGoodsQuantity,
  freeGoodsQuantity,
} from '../../elements/packaging.js'
import { type Extrinsic, extrinsic } from '../../elements/text.js'
import { element } from '../../grammar/element.js'
import { many, optional, optionalAttribute } from '../../grammar/fields.js'
import { textElement } from '../../grammar/text.js'

/** `ExpiryDate`: after it the goods are not to be used. */
export interface ExpiryDate {
  /** The DTD requires it. */
  readonly date?: string
}

/** `ShipNoticeItemRetail`: what trade in retail goods adds to an item. */
export interface ShipNoticeItemRetail {
  readonly bestBeforeDate?: BestBeforeDate
  readonly expiryDate?: ExpiryDate
  /** Delivered and not charged. */
  readonly freeGoodsQuantity?: FreeGoodsQuantity
  /** The supplier's number of a special offer. */
  readonly promotionDealID?: string
  /** The variant of the article that is on offer. */
  readonly promotionVariantID?: string
}

/** `ShipNoticeItemLifeSciences` (since cXML 1.2.063): what clinical supplies are for. A notice without study, protocol and pool is refused. */
export interface ShipNoticeItemLifeSciences {
  readonly study?: Study
  /** The number of the study's plan. */
  readonly protocolID?: string
  /** In place of a study, where several are pooled. */
  readonly poolID?: string
  readonly medicationListInfos: readonly MedicationListInfo[]
  readonly extrinsics: readonly Extrinsic[]
}

/** `ShipNoticeItemIndustry` (since cXML 1.2.028): what single trades add to an item. */
export interface ShipNoticeItemIndustry {
  readonly shipNoticeItemRetail?: ShipNoticeItemRetail
  readonly shipNoticeItemLifeSciences?: ShipNoticeItemLifeSciences
}

const expiryDate = element<ExpiryDate>('ExpiryDate', { date: optionalAttribute() })

const shipNoticeItemRetail = element<ShipNoticeItemRetail>('ShipNoticeItemRetail', {
  bestBeforeDate: optional(bestBeforeDate),
  expiryDate: optional(expiryDate),
  freeGoodsQuantity: optional(freeGoodsQuantity),
  promotionDealID: optional(textElement('PromotionDealID')),
  promotionVariantID: optional(textElement('PromotionVariantID')),
})

const shipNoticeItemLifeSciences = element<ShipNoticeItemLifeSciences>('ShipNoticeItemLifeSciences', {
  study: optional(study),
  protocolID: optional(textElement('ProtocolID')),
  poolID: optional(textElement('PoolID')),
  medicationListInfos: many(medicationListInfo),
  extrinsics: many(extrinsic),
})

export const shipNoticeItemIndustry = element<ShipNoticeItemIndustry>('ShipNoticeItemIndustry', {
  shipNoticeItemRetail: optional(shipNoticeItemRetail),
  shipNoticeItemLifeSciences: optional(shipNoticeItemLifeSciences),
})
