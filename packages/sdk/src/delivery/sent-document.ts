/** A document about an order that was put into the outbox, and all that was said of it since. Kept with its order, for ever. */
export interface SentDocument {
  readonly buyerId: string
  readonly orderID: string
  /** What a `StatusUpdateRequest` names it by. */
  readonly payloadID: string
  readonly kind: SentDocumentKind
  /** The supplier's number of it: `confirmID`, `shipmentID`, `invoiceID`; that of the order, of a `StatusUpdateRequest`. */
  readonly documentID: string
  readonly writtenAt: Date
  /** Oldest first, as they came. */
  readonly statuses: readonly ReportedStatus[]
}

export type SentDocumentKind =
  | 'ConfirmationRequest'
  | 'ShipNoticeRequest'
  | 'InvoiceDetailRequest'
  | 'StatusUpdateRequest'

/** What a buyer, or the network before it, said of a document of ours: one `StatusUpdateRequest`. */
export interface ReportedStatus {
  /** Of the `StatusUpdateRequest`. */
  readonly payloadID: string
  readonly receivedAt: Date
  /** `Status/@code`: 2xx says that the document arrived, or went on; anything else that it did not. */
  readonly code: string
  readonly text: string
  /** What stands in `Status`, for people. */
  readonly value: string
  readonly invoice?: ReportedInvoice
  readonly payment?: ReportedPayment
  readonly document?: ReportedDocument
  readonly integration?: ReportedIntegration
  /** All `Comments` on the document as a whole. */
  readonly comments: readonly string[]
}

/** `InvoiceStatus`: how far the buyer is with an invoice. */
export interface ReportedInvoice {
  /** `processing`, `canceled`, `reconciled`, `rejected`, `paying` or `paid`; as sent. */
  readonly type: string
  /** As sent. From then on it must be paid in full. */
  readonly paymentNetDueDate?: string
  /** With `paid`: what is paid, where that is not all that was invoiced. An exact decimal. */
  readonly partialAmount?: { readonly currency: string; readonly amount: string }
}

/** `PaymentStatus`: what became of a charge to a purchasing card. Its number is nowhere kept. */
export interface ReportedPayment {
  /** `Authorization`, `Settlement`, `Sale` or `Credit`; as sent. */
  readonly type: string
  readonly isFailed: boolean
  /** The payment gateway's number. */
  readonly transactionID?: string
  /** An exact decimal. */
  readonly total?: { readonly currency: string; readonly amount: string }
}

/** `DocumentStatus`: what became of the document, and of its lines. */
export interface ReportedDocument {
  /** As the network has it for that kind of document. */
  readonly type: string
  readonly lines: readonly ReportedLine[]
}

export interface ReportedLine {
  /** As sent. */
  readonly lineNumber?: string
  /** `accepted` or `rejected`; as sent. */
  readonly type: string
  /** Of the buyer's own system. */
  readonly code?: string
  /** What the code means, for people. */
  readonly comments: readonly string[]
}

/** `IntegrationStatus`: where a document is that a network delivers to the buyer's system. */
export interface ReportedIntegration {
  /**
   * `deliveryReady`, `deliveryDelayed`, `deliveryFailed`, `deliverySuccessful`, `customerReceived`, `customerConfirmed` or
   * `customerFailed`; as sent.
   */
  readonly documentStatus: string
  readonly message?: string
}
