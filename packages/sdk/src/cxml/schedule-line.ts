import type { ShipTo } from './contact.js'
import type { Extrinsic } from './text.js'

/** `ScheduleLine` (since cXML 1.2.028): a part of a line with its own date. */
export interface ScheduleLine {
  /** A decimal string. */
  readonly quantity: string
  readonly requestedDeliveryDate: string
  readonly lineNumber?: string
  readonly deliveryWindow?: string
  readonly requestedShipmentDate?: string
  readonly type?: string
  readonly unitOfMeasure?: string
  readonly shipTo?: ShipTo
  readonly extrinsics: readonly Extrinsic[]
}
