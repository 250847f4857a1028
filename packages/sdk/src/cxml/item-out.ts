import type { Contact, ShipTo } from './contact.js'
import type { Distribution } from './distribution.js'
import type {
  BlanketItemDetail,
  ControlKeys,
  ItemDetail,
  ItemID,
  SupplierID,
  TermsOfDelivery,
} from './item.js'
import type { ScheduleLine } from './schedule-line.js'
import type { Shipping } from './shipping.js'
import type { Tax } from './tax.js'
import type { Comments } from './text.js'

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
