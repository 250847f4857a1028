import { element } from '../grammar/element.js'
import { many, needed, neededAttribute, optional, optionalAttribute } from '../grammar/fields.js'
import { type Batch, batch } from './batch.js'
import { type BillTo, billTo, type Contact, contact } from './contact.js'
import { type Distribution, distribution } from './distribution.js'
import { type Path, path } from './header.js'
import { type ItemDetail, type ItemID, itemDetail, itemID, type SupplierID, supplierID } from './item.js'
import { type DateInfo, dateInfo } from './reference-document.js'
import { type ScheduleLine, scheduleLine } from './schedule-line.js'
import { type ShipTo, shipTo } from './ship-to.js'
import { type Shipping, shipping } from './shipping.js'
import { type SpendDetail, spendDetail } from './spend-detail.js'
import { type SupplierList, supplierList } from './supplier.js'
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
  readonly path?: Path
  readonly itemDetail: ItemDetail
  /** This or `supplierList`. */
  readonly supplierID?: SupplierID
  readonly supplierList?: SupplierList
  readonly shipTo?: ShipTo
  readonly shipping?: Shipping
  readonly tax?: Tax
  readonly spendDetail?: SpendDetail
  readonly distributions: readonly Distribution[]
  readonly contacts: readonly Contact[]
  /** At most one here. */
  readonly comments: readonly Comments[]
  readonly scheduleLines: readonly ScheduleLine[]
  readonly billTo?: BillTo
  readonly batch?: Batch
  readonly period?: Period
  readonly dateInfos: readonly DateInfo[]
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
  path: optional(path),
  itemDetail: needed(itemDetail),
  supplierID: optional(supplierID),
  supplierList: optional(supplierList),
  shipTo: optional(shipTo),
  shipping: optional(shipping),
  tax: optional(tax),
  spendDetail: optional(spendDetail),
  distributions: many(distribution),
  contacts: many(contact),
  comments: many(comments),
  scheduleLines: many(scheduleLine),
  billTo: optional(billTo),
  batch: optional(batch),
  period: optional(period),
  dateInfos: many(dateInfo),
  extrinsics: many(extrinsic),
})
