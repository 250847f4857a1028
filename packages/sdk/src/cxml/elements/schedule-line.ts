import { element } from '../grammar/element.js'
import { many, neededAttribute, optional, optionalAttribute } from '../grammar/fields.js'
import { unitOfMeasure } from './item.js'
import {
  type ScheduleLineIndustry,
  type ScheduleLineReleaseInfo,
  scheduleLineIndustry,
  scheduleLineReleaseInfo,
} from './schedule-line-industry.js'
import { type ShipTo, shipTo } from './ship-to.js'
import { type SubcontractingComponent, subcontractingComponent } from './subcontracting.js'
import { type Extrinsic, extrinsic } from './text.js'

/** `ScheduleLine` (since cXML 1.2.028): a part of a line with its own date. */
export interface ScheduleLine {
  /** A decimal string. */
  readonly quantity: string
  readonly requestedDeliveryDate?: string
  readonly lineNumber?: string
  readonly deliveryWindow?: string
  readonly requestedShipmentDate?: string
  readonly type?: string
  readonly originalRequestedDeliveryDate?: string
  readonly statisticalDeliveryDate?: string
  /** UN/CEFACT code. */
  readonly unitOfMeasure?: string
  readonly scheduleLineReleaseInfo?: ScheduleLineReleaseInfo
  readonly subcontractingComponents: readonly SubcontractingComponent[]
  readonly shipTo?: ShipTo
  readonly scheduleLineIndustry?: ScheduleLineIndustry
  readonly extrinsics: readonly Extrinsic[]
}

export const scheduleLine = element<ScheduleLine>('ScheduleLine', {
  quantity: neededAttribute({ decimal: true }),
  requestedDeliveryDate: optionalAttribute(),
  lineNumber: optionalAttribute(),
  deliveryWindow: optionalAttribute(),
  requestedShipmentDate: optionalAttribute(),
  type: optionalAttribute(),
  originalRequestedDeliveryDate: optionalAttribute(),
  statisticalDeliveryDate: optionalAttribute(),
  unitOfMeasure: optional(unitOfMeasure),
  scheduleLineReleaseInfo: optional(scheduleLineReleaseInfo),
  subcontractingComponents: many(subcontractingComponent),
  shipTo: optional(shipTo),
  scheduleLineIndustry: optional(scheduleLineIndustry),
  extrinsics: many(extrinsic),
})
