import { element } from '../grammar/element.js'
import { many, needed, neededAttribute, optional, optionalAttribute, unmodelled } from '../grammar/fields.js'
import { type BillTo, billTo, type Contact, contact, type ShipTo, shipTo } from './contact.js'
import { type Distribution, distribution } from './distribution.js'
import {
  type ItemDetail,
  type ItemID,
  itemCategories,
  itemDetail,
  itemID,
  newerCategories,
  type SupplierID,
  supplierID,
} from './item.js'
import { type ScheduleLine, scheduleLine } from './schedule-line.js'
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
  openQuantity: optionalAttribute({ since: '1.2.036' }),
  promisedQuantity: optionalAttribute({ since: '1.2.036' }),
  lineNumber: optionalAttribute(),
  parentLineNumber: optionalAttribute({ since: '1.2.024' }),
  itemType: optionalAttribute({
    since: '1.2.024',
    expectedValues: ['composite', 'item', 'lean'],
    valuesSince: { lean: '1.2.048' },
  }),
  compositeItemType: optionalAttribute({ since: '1.2.028', expectedValues: ['groupLevel', 'itemLevel'] }),
  itemClassification: optionalAttribute({ since: '1.2.036', expectedValues: ['material', 'service'] }),
  itemCategory: optionalAttribute({
    since: '1.2.036',
    expectedValues: itemCategories,
    valuesSince: newerCategories,
  }),
  itemID: needed(itemID),
  Path: unmodelled,
  itemDetail: needed(itemDetail),
  supplierID: optional(supplierID),
  SupplierList: unmodelled,
  shipTo: optional(shipTo),
  shipping: optional(shipping),
  tax: optional(tax),
  SpendDetail: unmodelled,
  distributions: many(distribution, { since: '1.2.024' }),
  contacts: many(contact, { since: '1.2.024' }),
  comments: many(comments, { since: '1.2.024', manySince: 'never' }),
  scheduleLines: many(scheduleLine, { since: '1.2.036' }),
  billTo: optional(billTo, { since: '1.2.024' }),
  Batch: unmodelled,
  period: optional(period, { since: '1.2.048' }),
  DateInfo: unmodelled,
  extrinsics: many(extrinsic, { since: '1.2.036' }),
})
