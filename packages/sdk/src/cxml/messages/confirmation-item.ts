import {
  type ComponentConsumptionDetails,
  componentConsumptionDetails,
} from '../elements/component-consumption.js'
import { type Contact, contact } from '../elements/contact.js'
import { type Hazard, hazard } from '../elements/hazard.js'
import { unitOfMeasure } from '../elements/item.js'
import { type ItemIn, itemIn } from '../elements/item-in.js'
import { type UnitPrice, unitPrice } from '../elements/price.js'
import { type Shipping, shipping } from '../elements/shipping.js'
import { type Tax, tax } from '../elements/tax.js'
import { type Comments, comments, type Extrinsic, extrinsic } from '../elements/text.js'
import { element } from '../grammar/element.js'
import { many, neededAttribute, optional, optionalAttribute } from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'

/**
 * `ConfirmationStatus/@type`: `accept` as ordered, `detail` with the changes that the status tells, `allDetail` with all
 * that the supplier knows, `backordered`, `reject`, `unknown` until another confirmation says more, `requestToPay`.
 */
export type ConfirmationStatusType =
  | 'accept'
  | 'allDetail'
  | 'detail'
  | 'backordered'
  | 'reject'
  | 'unknown'
  | 'requestToPay'

/** `ScheduleLineReference` (since cXML 1.2.048): the `ScheduleLine` of the order that is meant, by what it says. */
export interface ScheduleLineReference {
  /** A plain decimal string. */
  readonly quantity: string
  /** The DTD requires it. */
  readonly requestedDeliveryDate?: string
  readonly lineNumber?: string
  readonly extrinsics: readonly Extrinsic[]
}

/** `ConfirmationStatus`: what becomes of a part of a line, or of all of it. What is as ordered is not repeated. */
export interface ConfirmationStatus {
  /** A plain decimal string: how much of the line it is about. */
  readonly quantity: string
  readonly type: ConfirmationStatusType
  /** When the goods are expected to leave the supplier. */
  readonly shipmentDate?: string
  /** When they are expected to arrive, where that is not as the order asks. */
  readonly deliveryDate?: string
  /** UN/CEFACT code. The DTD requires it. */
  readonly unitOfMeasure?: string
  /** What is shipped instead, with its detail. In place of `unitPrice`, `tax` and `shipping`. */
  readonly itemIn?: ItemIn
  /** The new price. */
  readonly unitPrice?: UnitPrice
  readonly tax?: Tax
  readonly shipping?: Shipping
  /** (since cXML 1.2.028) */
  readonly supplierBatchID?: string
  /** (since cXML 1.2.048) */
  readonly scheduleLineReference?: ScheduleLineReference
  /** Which of the buyer's own parts are used for the item, and which are not (since cXML 1.2.048). */
  readonly componentConsumptionDetails: readonly ComponentConsumptionDetails[]
  readonly comments: readonly Comments[]
  /** No name that stands in the header too. */
  readonly extrinsics: readonly Extrinsic[]
}

/** `ConfirmationItem`: one line of the order. Status quantities add up to its quantity, except where payment is requested. */
export interface ConfirmationItem {
  /** A plain decimal string: what was ordered. */
  readonly quantity: string
  /** Of the `ItemOut`, from 1. */
  readonly lineNumber: string
  /** The line that this one is a part of, with `itemType` `item`. */
  readonly parentLineNumber?: string
  /** `composite`: parts follow. `item`: a part. `lean`: no parts follow. */
  readonly itemType?: string
  /** `groupLevel`: the price is that of the group. `itemLevel`: the parts have prices (since cXML 1.2.028). */
  readonly compositeItemType?: string
  /** UN/CEFACT code. The DTD requires it. */
  readonly unitOfMeasure?: string
  /** No role that stands in the header too. */
  readonly contacts: readonly Contact[]
  /** Of this line alone; what holds for all of the order stands in the header. */
  readonly hazards: readonly Hazard[]
  /** The DTD requires one. */
  readonly confirmationStatuses: readonly ConfirmationStatus[]
}

const scheduleLineReference = element<ScheduleLineReference>('ScheduleLineReference', {
  quantity: neededAttribute({ decimal: true }),
  requestedDeliveryDate: optionalAttribute(),
  lineNumber: optionalAttribute(),
  extrinsics: many(extrinsic),
})

const confirmationStatus = element<ConfirmationStatus>('ConfirmationStatus', {
  quantity: neededAttribute({ decimal: true }),
  type: neededAttribute({
    values: ['accept', 'allDetail', 'detail', 'backordered', 'reject', 'unknown', 'requestToPay'],
  }),
  shipmentDate: optionalAttribute(),
  deliveryDate: optionalAttribute(),
  unitOfMeasure: optional(unitOfMeasure),
  itemIn: optional(itemIn),
  unitPrice: optional(unitPrice),
  tax: optional(tax),
  shipping: optional(shipping),
  supplierBatchID: optional(textElement('SupplierBatchID')),
  scheduleLineReference: optional(scheduleLineReference),
  componentConsumptionDetails: many(componentConsumptionDetails),
  comments: many(comments),
  extrinsics: many(extrinsic),
})

export const confirmationItem = element<ConfirmationItem>('ConfirmationItem', {
  quantity: neededAttribute({ decimal: true }),
  lineNumber: neededAttribute(),
  parentLineNumber: optionalAttribute(),
  itemType: optionalAttribute(),
  compositeItemType: optionalAttribute(),
  unitOfMeasure: optional(unitOfMeasure),
  contacts: many(contact),
  hazards: many(hazard),
  confirmationStatuses: many(confirmationStatus),
})
