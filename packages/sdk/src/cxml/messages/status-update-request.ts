import { money } from '../elements/money.js'
import { type InvoiceIDInfo, invoiceIDInfo } from '../elements/order-reference.js'
import { type PCard, pCard } from '../elements/payment.js'
import { type Total, total } from '../elements/price.js'
import {
  type DocumentInfo,
  documentInfo,
  type ReferenceDocumentInfo,
  referenceDocumentInfo,
} from '../elements/reference-document.js'
import { type Shipping, shipping } from '../elements/shipping.js'
import { type Status, status } from '../elements/status.js'
import { type Amount, type Tax, tax } from '../elements/tax.js'
import {
  type Comments,
  comments,
  type DocumentReference,
  documentReference,
  type Extrinsic,
  extrinsic,
} from '../elements/text.js'
import { element } from '../grammar/element.js'
import { many, needed, optional, optionalAttribute, ownText } from '../grammar/fields.js'
import { type SourcingStatus, sourcingStatus } from './punchout-order-message.js'

/** `PaymentStatus`: what became of the charge to a purchasing card that a confirmation asked for. */
export interface PaymentStatus {
  /** Of the order. The DTD requires it. */
  readonly orderID?: string
  /** The DTD requires it. */
  readonly transactionTimestamp?: string
  /**
   * `Authorization` (nothing is charged yet), `Settlement` (charges what was authorized), `Sale` (charges at once) or
   * `Credit` (pays back). The DTD requires it.
   */
  readonly type?: string
  /** Only `yes`. */
  readonly isFailed?: string
  /** The payment gateway's number. */
  readonly transactionID?: string
  /** The bank's code. */
  readonly authorizationID?: string
  /** The DTD requires it. */
  readonly pCard?: PCard
  /** The DTD requires it. */
  readonly total?: Total
  readonly shipping?: Shipping
  readonly tax?: Tax
  readonly extrinsics: readonly Extrinsic[]
}

/** `InvoiceStatus`: how far the buyer is with an invoice. */
export interface InvoiceStatus {
  /** `processing`, `canceled`, `reconciled`, `rejected`, `paying` or `paid`. The DTD requires it. */
  readonly type?: string
  /** From then on it must be paid in full, without discount (since cXML 1.2.050). */
  readonly paymentNetDueDate?: string
  /** Where there is no `documentReference`. */
  readonly invoiceIDInfo?: InvoiceIDInfo
  /** With `paid`: what is paid, where that is not all that was invoiced. */
  readonly partialAmount?: Amount
  readonly comments: readonly Comments[]
}

/** `ItemStatus` (since cXML 1.2.036): what became of a line of the document. */
export interface ItemStatus {
  /** `accepted` or `rejected`. The DTD requires it. */
  readonly type?: string
  /** The code of the sender's own system. */
  readonly code?: string
  readonly parentLineNumber?: string
  /** Which line. The DTD requires it. */
  readonly referenceDocumentInfo?: ReferenceDocumentInfo
  /** What `code` means, for people. */
  readonly comments: readonly Comments[]
}

/** `DocumentStatus` (since cXML 1.2.028): what became of any other document, and of its lines. */
export interface DocumentStatus {
  /** As the hub has it for that kind of document. The DTD requires it. */
  readonly type?: string
  /** Where there is no `documentReference`. */
  readonly documentInfo?: DocumentInfo
  readonly itemStatuses: readonly ItemStatus[]
  readonly comments: readonly Comments[]
}

/** `IntegrationMessage`: what the party that delivered or took the document says of it. */
export interface IntegrationMessage {
  /** `yes` or `no`. The DTD requires it. */
  readonly isSuccessful?: string
  /** The kind of message; free. The DTD requires it. */
  readonly type?: string
  readonly value: string
}

/** `IntegrationStatus`: where a document is that a hub delivers to the customer's system. */
export interface IntegrationStatus {
  /**
   * `deliveryReady` (waits to be fetched), `deliveryDelayed`, `deliveryFailed`, `deliverySuccessful` (not a word yet
   * whether it could be processed), `customerReceived`, `customerConfirmed` (it was) or `customerFailed` (it was not).
   * The DTD requires it.
   */
  readonly documentStatus?: string
  readonly integrationMessage?: IntegrationMessage
}

/**
 * `StatusUpdateRequest`: how an earlier document goes on. Beside `status` at most one of `paymentStatus`,
 * `sourcingStatus`, `invoiceStatus`, `documentStatus` and `integrationStatus`.
 */
export interface StatusUpdateRequest {
  /** Absent only where an `InvoiceIDInfo` or `DocumentInfo` names the document. */
  readonly documentReference?: DocumentReference
  readonly status: Status
  readonly paymentStatus?: PaymentStatus
  readonly sourcingStatus?: SourcingStatus
  readonly invoiceStatus?: InvoiceStatus
  readonly documentStatus?: DocumentStatus
  readonly integrationStatus?: IntegrationStatus
  /** (since cXML 1.2.024) */
  readonly extrinsics: readonly Extrinsic[]
}

const paymentStatus = element<PaymentStatus>('PaymentStatus', {
  orderID: optionalAttribute(),
  transactionTimestamp: optionalAttribute(),
  type: optionalAttribute(),
  isFailed: optionalAttribute(),
  transactionID: optionalAttribute(),
  authorizationID: optionalAttribute(),
  pCard: optional(pCard),
  total: optional(total),
  shipping: optional(shipping),
  tax: optional(tax),
  extrinsics: many(extrinsic),
})

const invoiceStatus = element<InvoiceStatus>('InvoiceStatus', {
  type: optionalAttribute(),
  paymentNetDueDate: optionalAttribute(),
  invoiceIDInfo: optional(invoiceIDInfo),
  partialAmount: optional(element<Amount>('PartialAmount', { money: optional(money) })),
  comments: many(comments),
})

const itemStatus = element<ItemStatus>('ItemStatus', {
  type: optionalAttribute(),
  code: optionalAttribute(),
  parentLineNumber: optionalAttribute(),
  referenceDocumentInfo: optional(referenceDocumentInfo),
  comments: many(comments),
})

const documentStatus = element<DocumentStatus>('DocumentStatus', {
  type: optionalAttribute(),
  documentInfo: optional(documentInfo),
  itemStatuses: many(itemStatus),
  comments: many(comments),
})

const integrationStatus = element<IntegrationStatus>('IntegrationStatus', {
  documentStatus: optionalAttribute(),
  integrationMessage: optional(
    element<IntegrationMessage>('IntegrationMessage', {
      isSuccessful: optionalAttribute(),
      type: optionalAttribute(),
      value: ownText(),
    }),
  ),
})

export const statusUpdateRequest = element<StatusUpdateRequest>('StatusUpdateRequest', {
  documentReference: optional(documentReference),
  status: needed(status),
  paymentStatus: optional(paymentStatus),
  sourcingStatus: optional(sourcingStatus),
  invoiceStatus: optional(invoiceStatus),
  documentStatus: optional(documentStatus),
  integrationStatus: optional(integrationStatus),
  extrinsics: many(extrinsic),
})
