import { element } from '../grammar/element.js'
import { optional } from '../grammar/fields.js'
import { type FeeDetail, feeDetail, type LaborDetail, laborDetail } from './labor.js'
import { type Extrinsic, extrinsic } from './text.js'
import { type TravelDetail, travelDetail } from './travel/travel-detail.js'

/** `SpendDetail`: what the line buys, where it is travel, a fee or labour; one of these (since cXML 1.2.014). */
export interface SpendDetail {
  readonly travelDetail?: TravelDetail
  readonly feeDetail?: FeeDetail
  readonly laborDetail?: LaborDetail
  readonly extrinsic?: Extrinsic
}

export const spendDetail = element<SpendDetail>('SpendDetail', {
  travelDetail: optional(travelDetail),
  feeDetail: optional(feeDetail),
  laborDetail: optional(laborDetail),
  extrinsic: optional(extrinsic),
})
