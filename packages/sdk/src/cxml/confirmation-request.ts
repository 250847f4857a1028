import type { Contact } from './contact.js'
import type { ItemIn } from './item-in.js'
import type { Total, UnitPrice } from './money.js'
import type { Shipping } from './shipping.js'
import type { Tax } from './tax.js'
import type { Comments, DocumentReference, Extrinsic, IdReference } from './text.js'

/** `ConfirmationHeader/@type`. */
export type ConfirmationType =
  | 'accept'
  | 'allDetail'
  | 'detail'
  | 'backordered'
  | 'except'
  | 'reject'
  | 'requestToPay'
  | 'replace'

/** `ConfirmationHeader`. */
export interface ConfirmationHeader {
  readonly type: ConfirmationType
  readonly operation?: 'new' | 'update'
  /** The DTD requires it. */
  readonly noticeDate?: string
  readonly confirmID?: string
  readonly invoiceID?: string
  readonly incoTerms?: string
  readonly version?: string
  /** Of the previous confirmation, in an update. */
  readonly documentReference?: DocumentReference
  readonly total?: Total
  readonly shipping?: Shipping
  readonly tax?: Tax
  readonly contacts: readonly Contact[]
  readonly comments: readonly Comments[]
  readonly idReferences: readonly IdReference[]
  readonly extrinsics: readonly Extrinsic[]
}

/** `OrderReference`: the order by its number and by the payloadID of its `OrderRequest`. */
export interface OrderReference {
  readonly orderID?: string
  readonly orderDate?: string
  readonly documentReference?: DocumentReference
}

/** `ConfirmationStatus`. */
export interface ConfirmationStatus {
  /** A plain decimal string. */
  readonly quantity: string
  readonly type: 'accept' | 'allDetail' | 'detail' | 'backordered' | 'reject' | 'unknown' | 'requestToPay'
  readonly shipmentDate?: string
  readonly deliveryDate?: string
  readonly unitOfMeasure?: string
  /** A substitution. */
  readonly itemIn?: ItemIn
  readonly unitPrice?: UnitPrice
  readonly tax?: Tax
  readonly shipping?: Shipping
  readonly supplierBatchID?: string
  readonly comments: readonly Comments[]
  readonly extrinsics: readonly Extrinsic[]
}

/** `ConfirmationItem`: one line of the order. Status quantities add up to its quantity. */
export interface ConfirmationItem {
  /** A plain decimal string. */
  readonly quantity: string
  readonly lineNumber: string
  readonly parentLineNumber?: string
  readonly itemType?: string
  readonly compositeItemType?: string
  readonly unitOfMeasure?: string
  readonly contacts: readonly Contact[]
  readonly confirmationStatuses: readonly ConfirmationStatus[]
}

/** `ConfirmationRequest`: what the supplier says to an order. */
export interface ConfirmationRequest {
  readonly confirmationHeader: ConfirmationHeader
  /** The DTD requires it; some senders leave it out. */
  readonly orderReference?: OrderReference
  readonly confirmationItems: readonly ConfirmationItem[]
}
