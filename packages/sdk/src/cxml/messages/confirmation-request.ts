import { type Contact, contact } from '../elements/contact.js'
import { type Hazard, hazard } from '../elements/hazard.js'
import { type OrderReference, orderReference } from '../elements/order-reference.js'
import { type Total, total } from '../elements/price.js'
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
import { type ConfirmationItem, confirmationItem } from './confirmation-item.js'

/**
 * `ConfirmationHeader/@type`: what the confirmation says.
 *
 * - `accept`, `backordered`, `reject`: of the whole order. A `reject` has no lines, and the reason in `comments`.
 * - `except`: of the whole order, which is accepted but for the lines that are listed.
 * - `detail`: of the lines that are listed, what differs from the order. The others keep their state.
 * - `allDetail`: of the lines that are listed, all that the supplier knows.
 * - `replace`: the lines that are listed come in place of the order.
 * - `requestToPay`: the lines that are listed are to be paid; the whole order where there are none.
 *
 * Only `detail` and `allDetail` may be sent more than once for an order: each of the others takes the place of all
 * confirmations before it.
 */
export type ConfirmationType =
  | 'accept'
  | 'allDetail'
  | 'detail'
  | 'backordered'
  | 'except'
  | 'reject'
  | 'requestToPay'
  | 'replace'

/** `ConfirmationHeader`: what is the same for all lines. */
export interface ConfirmationHeader {
  readonly type: ConfirmationType
  /** `update` takes the place of the confirmation of `documentReference`; absent is `new`. Nothing deletes a confirmation. */
  readonly operation?: 'new' | 'update'
  /** When the confirmation was made. The DTD requires it. */
  readonly noticeDate?: string
  /** The supplier's number, the same in updates. */
  readonly confirmID?: string
  /** Of an invoice for what is confirmed. */
  readonly invoiceID?: string
  /** Incoterms in small letters: `exw`, `fob`, `ddp` and the like; `dap` and `dpu` since cXML 1.2.069. */
  readonly incoTerms?: string
  /** 1, and one more in each update (since cXML 1.2.028). */
  readonly version?: string
  /** Of the confirmation before, in an update; in no other. */
  readonly documentReference?: DocumentReference
  /** The new one, where lines have other prices or quantities than ordered. */
  readonly total?: Total
  /** The new one. */
  readonly shipping?: Shipping
  /** The new one. */
  readonly tax?: Tax
  /** By `role`, each once: `shipFrom`, `payTo`, `customerService`, `technicalSupport`, `sales` and the like. */
  readonly contacts: readonly Contact[]
  /** Of all that is ordered. */
  readonly hazards: readonly Hazard[]
  readonly comments: readonly Comments[]
  /** The supplier's numbers of order or contract (since cXML 1.2.048). */
  readonly idReferences: readonly IdReference[]
  readonly extrinsics: readonly Extrinsic[]
}

/** `OrderStatusRequestReference` (since cXML 1.2.028): the buyer's question that this answers, by its payloadID. */
export interface OrderStatusRequestReference {
  readonly orderStatusRequestID?: string
  readonly orderStatusRequestDate?: string
  /** The DTD requires it. */
  readonly documentReference?: DocumentReference
}

/** `OrderStatusRequestIDInfo` (since cXML 1.2.028): the question by its number alone. */
export interface OrderStatusRequestIDInfo {
  /** The DTD requires it. */
  readonly orderStatusRequestID?: string
  readonly orderStatusRequestDate?: string
}

/** `ConfirmationRequest`: what the supplier says to an order. */
export interface ConfirmationRequest {
  readonly confirmationHeader: ConfirmationHeader
  /** The DTD requires it; some senders leave it out. */
  readonly orderReference?: OrderReference
  /** The standard lets them mix with `orderStatusRequestIDInfos`; written they stand before them. */
  readonly orderStatusRequestReferences: readonly OrderStatusRequestReference[]
  readonly orderStatusRequestIDInfos: readonly OrderStatusRequestIDInfo[]
  /** Each line once. Required or not by the header's `type`. */
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
  hazards: many(hazard),
  comments: many(comments),
  idReferences: many(idReference),
  extrinsics: many(extrinsic),
})

const orderStatusRequestReference = element<OrderStatusRequestReference>('OrderStatusRequestReference', {
  orderStatusRequestID: optionalAttribute(),
  orderStatusRequestDate: optionalAttribute(),
  documentReference: optional(documentReference),
})

const orderStatusRequestIDInfo = element<OrderStatusRequestIDInfo>('OrderStatusRequestIDInfo', {
  orderStatusRequestID: optionalAttribute(),
  orderStatusRequestDate: optionalAttribute(),
})

export const confirmationRequest = element<ConfirmationRequest>('ConfirmationRequest', {
  confirmationHeader: needed(confirmationHeader),
  orderReference: optional(orderReference),
  orderStatusRequestReferences: many(orderStatusRequestReference),
  orderStatusRequestIDInfos: many(orderStatusRequestIDInfo),
  confirmationItems: many(confirmationItem),
})
