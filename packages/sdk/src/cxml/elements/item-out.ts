import { element } from '../grammar/element.js'
import { many, needed, neededAttribute, optional, optionalAttribute } from '../grammar/fields.js'
import { type Contact, contact } from './contact.js'
import { type ControlKeys, controlKeys } from './control-keys.js'
import { type Distribution, distribution } from './distribution.js'
import {
  type BlanketItemDetail,
  blanketItemDetail,
  type ItemDetail,
  type ItemID,
  itemDetail,
  itemID,
  type SupplierID,
  supplierID,
} from './item.js'
import { type ScheduleLine, scheduleLine } from './schedule-line.js'
import { type ShipTo, shipTo } from './ship-to.js'
import { type Shipping, shipping } from './shipping.js'
import { type Tax, tax } from './tax.js'
import { type TermsOfDelivery, termsOfDelivery } from './terms-of-delivery.js'
import { type Comments, comments } from './text.js'

/** `ItemOut`: a line that the buyer orders, or holds while it edits a cart. */
export interface ItemOut {
  /** A plain decimal string. A negative one is read as it is. */
  readonly quantity: string
  readonly lineNumber?: string
  readonly requisitionID?: string
  readonly agreementItemNumber?: string
  readonly requestedDeliveryDate?: string
  readonly isAdHoc?: string
  readonly parentLineNumber?: string
  readonly itemType?: string
  readonly compositeItemType?: string
  readonly itemClassification?: string
  readonly itemCategory?: string
  readonly requestedShipmentDate?: string
  readonly confirmationDueDate?: string
  readonly isReturn?: string
  readonly isDeliveryCompleted?: string
  /** `delete` or `block` (since cXML 1.2.063). */
  readonly operation?: string
  readonly itemID: ItemID
  readonly itemDetail?: ItemDetail
  readonly blanketItemDetail?: BlanketItemDetail
  readonly supplierID?: SupplierID
  readonly shipTo?: ShipTo
  readonly shipping?: Shipping
  readonly tax?: Tax
  readonly distributions: readonly Distribution[]
  readonly contacts: readonly Contact[]
  readonly termsOfDelivery?: TermsOfDelivery
  readonly comments: readonly Comments[]
  readonly controlKeys?: ControlKeys
  readonly scheduleLines: readonly ScheduleLine[]
}

export const itemOut = element<ItemOut>('ItemOut', {
  quantity: neededAttribute({ decimal: true }),
  lineNumber: optionalAttribute(),
  requisitionID: optionalAttribute(),
  agreementItemNumber: optionalAttribute(),
  requestedDeliveryDate: optionalAttribute(),
  isAdHoc: optionalAttribute(),
  parentLineNumber: optionalAttribute(),
  itemType: optionalAttribute(),
  compositeItemType: optionalAttribute(),
  itemClassification: optionalAttribute(),
  itemCategory: optionalAttribute(),
  requestedShipmentDate: optionalAttribute(),
  confirmationDueDate: optionalAttribute(),
  isReturn: optionalAttribute(),
  isDeliveryCompleted: optionalAttribute(),
  operation: optionalAttribute(),
  itemID: needed(itemID),
  itemDetail: optional(itemDetail),
  blanketItemDetail: optional(blanketItemDetail),
  supplierID: optional(supplierID),
  shipTo: optional(shipTo),
  shipping: optional(shipping),
  tax: optional(tax),
  distributions: many(distribution),
  contacts: many(contact),
  termsOfDelivery: optional(termsOfDelivery),
  comments: many(comments),
  controlKeys: optional(controlKeys),
  scheduleLines: many(scheduleLine),
})
