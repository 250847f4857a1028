import { element } from '../grammar/element.js'
import {
  expected,
  expectedAttribute,
  many,
  neededAttribute,
  optional,
  optionalAttribute,
  unmodelled,
} from '../grammar/fields.js'
import { type ShipTo, shipTo } from './contact.js'
import { unitOfMeasure } from './item.js'
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

export const scheduleLine = element<ScheduleLine>(
  'ScheduleLine',
  {
    quantity: neededAttribute({ decimal: true }),
    requestedDeliveryDate: expectedAttribute(),
    lineNumber: optionalAttribute(),
    deliveryWindow: optionalAttribute(),
    requestedShipmentDate: optionalAttribute({ since: '1.2.036' }),
    type: optionalAttribute({ since: '1.2.063', expectedValues: ['backlog', 'immediate', 'forecast'] }),
    unitOfMeasure: expected(unitOfMeasure),
    ScheduleLineReleaseInfo: unmodelled,
    SubcontractingComponent: unmodelled,
    shipTo: optional(shipTo, { since: '1.2.048' }),
    ScheduleLineIndustry: unmodelled,
    extrinsics: many(extrinsic),
  },
  ['originalRequestedDeliveryDate', 'statisticalDeliveryDate'],
)
