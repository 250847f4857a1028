import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute } from '../grammar/fields.js'
import { unitOfMeasure } from './item.js'
import {
  type ShipNoticeIDInfo,
  type ShipNoticeReference,
  shipNoticeIDInfo,
  shipNoticeReference,
} from './order-reference.js'
import { type Extrinsic, extrinsic } from './text.js'

/** `ShipNoticeReleaseInfo`: the last notice that the buyer has counted, and how much it had received by then. */
export interface ShipNoticeReleaseInfo {
  /** The DTD requires it. */
  readonly receivedQuantity?: string
  readonly shipNoticeReference?: ShipNoticeReference
  readonly shipNoticeIDInfo?: ShipNoticeIDInfo
  /** UN/CEFACT code. The DTD requires it. */
  readonly unitOfMeasure?: string
}

/** `ReleaseInfo`: where a release order stands (since cXML 1.2.028). */
export interface ReleaseInfo {
  /** A decimal string: what the buyer has received in all. The DTD requires it. */
  readonly cumulativeReceivedQuantity?: string
  readonly materialGoAheadEndDate?: string
  readonly productionGoAheadEndDate?: string
  readonly releaseNumber?: string
  /** `forecast` or `jit`. The DTD requires it. */
  readonly releaseType?: string
  /** UN/CEFACT code. The DTD requires it. */
  readonly unitOfMeasure?: string
  readonly shipNoticeReleaseInfo?: ShipNoticeReleaseInfo
  readonly extrinsics: readonly Extrinsic[]
}

export const shipNoticeReleaseInfo = element<ShipNoticeReleaseInfo>('ShipNoticeReleaseInfo', {
  receivedQuantity: optionalAttribute(),
  shipNoticeReference: optional(shipNoticeReference),
  shipNoticeIDInfo: optional(shipNoticeIDInfo),
  unitOfMeasure: optional(unitOfMeasure),
})

export const releaseInfo = element<ReleaseInfo>('ReleaseInfo', {
  cumulativeReceivedQuantity: optionalAttribute(),
  materialGoAheadEndDate: optionalAttribute(),
  productionGoAheadEndDate: optionalAttribute(),
  releaseNumber: optionalAttribute(),
  releaseType: optionalAttribute(),
  unitOfMeasure: optional(unitOfMeasure),
  shipNoticeReleaseInfo: optional(shipNoticeReleaseInfo),
  extrinsics: many(extrinsic),
})
