import { type Contact, contact } from '../elements/contact.js'
import { unitOfMeasure } from '../elements/item.js'
import { type ItemIn, itemIn } from '../elements/item-in.js'
import { type Total, total, type UnitPrice, unitPrice } from '../elements/money.js'
import { type OrderReference, orderReference } from '../elements/order-reference.js'
import { type Shipping, shipping } from '../elements/shipping.js'
import { type Tax, tax } from '../elements/tax.js'
import {
  type Comments,
  comments,
  type DocumentReference,
  documentReference,
  type Extrinsic,
  extrinsic,
  type IdReference,
  idReference,
} from '../elements/text.js'
import { element } from '../grammar/element.js'
import { many, needed, neededAttribute, optional, optionalAttribute } from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'

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

/** `ConfirmationStatus/@type`. */
export type ConfirmationStatusType =
  | 'accept'
  | 'allDetail'
  | 'detail'
  | 'backordered'
  | 'reject'
  | 'unknown'
  | 'requestToPay'

/** `ConfirmationStatus`. */
export interface ConfirmationStatus {
  /** A plain decimal string. */
  readonly quantity: string
  readonly type: ConfirmationStatusType
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

const confirmationHeader = element<ConfirmationHeader>('ConfirmationHeader', {
  type: neededAttribute({
    values: ['accept', 'allDetail', 'detail', 'backordered', 'except', 'reject', 'requestToPay', 'replace'],
  }),
  operation: optionalAttribute({ values: ['new', 'update'] }),
  noticeDate: optionalAttribute(),
  confirmID: optionalAttribute(),
  invoiceID: optionalAttribute(),
  incoTerms: optionalAttribute(),
  version: optionalAttribute(),
  documentReference: optional(documentReference),
  total: optional(total),
  shipping: optional(shipping),
  tax: optional(tax),
  contacts: many(contact),
  comments: many(comments),
  idReferences: many(idReference),
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
  comments: many(comments),
  extrinsics: many(extrinsic),
})

const confirmationItem = element<ConfirmationItem>('ConfirmationItem', {
  quantity: neededAttribute({ decimal: true }),
  lineNumber: neededAttribute(),
  parentLineNumber: optionalAttribute(),
  itemType: optionalAttribute(),
  compositeItemType: optionalAttribute(),
  unitOfMeasure: optional(unitOfMeasure),
  contacts: many(contact),
  confirmationStatuses: many(confirmationStatus),
})

export const confirmationRequest = element<ConfirmationRequest>('ConfirmationRequest', {
  confirmationHeader: needed(confirmationHeader),
  orderReference: optional(orderReference),
  confirmationItems: many(confirmationItem),
})
