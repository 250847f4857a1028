import { element } from '../grammar/element.js'
import { many, neededAttribute, optional, optionalAttribute } from '../grammar/fields.js'
import { unitOfMeasure } from './item.js'
import { type ShipTo, shipTo } from './ship-to.js'
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
  readonly unitOfMeasure?: string
  readonly shipTo?: ShipTo
  readonly extrinsics: readonly Extrinsic[]
}

export const scheduleLine = element<ScheduleLine>('ScheduleLine', {
  quantity: neededAttribute({ decimal: true }),
  requestedDeliveryDate: optionalAttribute(),
  lineNumber: optionalAttribute(),
  deliveryWindow: optionalAttribute(),
  requestedShipmentDate: optionalAttribute(),
  type: optionalAttribute(),
  unitOfMeasure: optional(unitOfMeasure),
  shipTo: optional(shipTo),
  extrinsics: many(extrinsic),
})
