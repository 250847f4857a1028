import type { BillTo, Contact, ShipTo } from './contact.js'
import type { Distribution } from './distribution.js'
import type { ItemDetail, ItemID, Period, SupplierID } from './item.js'
import type { ScheduleLine } from './schedule-line.js'
import type { Shipping } from './shipping.js'
import type { Tax } from './tax.js'
import type { Comments, Extrinsic } from './text.js'

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
