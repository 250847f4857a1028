import { element } from '../grammar/element.js'
import { many, needed, neededAttribute, optional, optionalAttribute } from '../grammar/fields.js'
import { type BillTo, billTo, type Contact, contact } from './contact.js'
import { type Distribution, distribution } from './distribution.js'
import { type ItemDetail, type ItemID, itemDetail, itemID, type SupplierID, supplierID } from './item.js'
import { type ScheduleLine, scheduleLine } from './schedule-line.js'
import { type ShipTo, shipTo } from './ship-to.js'
import { type Shipping, shipping } from './shipping.js'
import { type Tax, tax } from './tax.js'
import { type Period, period } from './terms-of-delivery.js'
import { type Comments, comments, type Extrinsic, extrinsic } from './text.js'

/** `ItemIn`: a line that the supplier offers. */
export interface ItemIn {
  /** A plain decimal string. */
  readonly quantity: string
  readonly openQuantity?: string
  readonly promisedQuantity?: string
  readonly lineNumber?: string
  readonly parentLineNumber?: string
  readonly itemType?: string
  readonly compositeItemType?: string
  readonly itemClassification?: string
  readonly itemCategory?: string
  readonly itemID: ItemID
  readonly itemDetail: ItemDetail
  readonly supplierID?: SupplierID
  readonly shipTo?: ShipTo
  readonly shipping?: Shipping
  readonly tax?: Tax
  readonly distributions: readonly Distribution[]
  readonly contacts: readonly Contact[]
  /** At most one here. */
  readonly comments: readonly Comments[]
  readonly scheduleLines: readonly ScheduleLine[]
  readonly billTo?: BillTo
  readonly period?: Period
  readonly extrinsics: readonly Extrinsic[]
}

export const itemIn = element<ItemIn>('ItemIn', {
  quantity: neededAttribute({ decimal: true }),
  openQuantity: optionalAttribute(),
  promisedQuantity: optionalAttribute(),
  lineNumber: optionalAttribute(),
  parentLineNumber: optionalAttribute(),
  itemType: optionalAttribute(),
  compositeItemType: optionalAttribute(),
  itemClassification: optionalAttribute(),
  itemCategory: optionalAttribute(),
  itemID: needed(itemID),
  itemDetail: needed(itemDetail),
  supplierID: optional(supplierID),
  shipTo: optional(shipTo),
  shipping: optional(shipping),
  tax: optional(tax),
  distributions: many(distribution),
  contacts: many(contact),
  comments: many(comments),
  scheduleLines: many(scheduleLine),
  billTo: optional(billTo),
  period: optional(period),
  extrinsics: many(extrinsic),
})
