/** What has to happen after a commit, at least once. Records are named, not copied: a job finds them as they then are. */
export type Work =
  | ({ readonly kind: 'fulfil line' } & LineToFulfil)
  | {
      readonly kind: 'confirm order'
      readonly buyerId: string
      readonly orderID: string
      readonly confirmation: ConfirmationToSend
    }
  | {
      readonly kind: 'send ship notice'
      readonly buyerId: string
      readonly orderID: string
      readonly shipNotice: ShipNoticeToSend
    }
  | {
      readonly kind: 'send invoice'
      readonly buyerId: string
      readonly orderID: string
      readonly invoice: InvoiceToSend
    }
  | {
      readonly kind: 'send status update'
      readonly buyerId: string
      readonly orderID: string
      readonly statusUpdate: StatusUpdateToSend
    }
  | { readonly kind: 'notify'; readonly buyerId: string; readonly notice: NoticeToGive }
  | { readonly kind: 'expire request'; readonly buyerId: string; readonly requestId: string }

/** A line that the marketplace shall provide. */
export interface LineToFulfil {
  readonly buyerId: string
  readonly orderID: string
  readonly lineNumber: number
  /** The idempotency key of the line, whichever version asked. */
  readonly fulfilmentKey: string
}

/** What makes a document this document and no other. */
export interface DocumentIdentity {
  readonly payloadID: string
  /** ISO 8601 with a numeric offset. */
  readonly timestamp: string
}

/** What all documents about an order say. Who speaks to whom is added when they are sent: secrets are not stored. */
export interface OrderDocument extends DocumentIdentity {
  /** payloadID of the `OrderRequest` that it is about. */
  readonly orderPayloadID: string
  readonly orderDate: string
  readonly deploymentMode: 'production' | 'test'
}

/** All that a `ConfirmationRequest` says: every attempt sends the same document. */
export interface ConfirmationToSend extends OrderDocument {
  readonly type: 'accept' | 'detail' | 'backordered' | 'except' | 'reject'
  /** The supplier's number, the same in updates. */
  readonly confirmID: string
  /** payloadID of the confirmation that this one updates. */
  readonly updates?: string
  readonly comment?: string
  readonly items: readonly ConfirmedItem[]
}

/** What is said of one line. */
export interface ConfirmedItem {
  readonly lineNumber: number
  readonly quantity: string
  readonly unitOfMeasure: string
  readonly type: 'accept' | 'detail' | 'backordered' | 'reject'
  /** ISO 8601 with a numeric offset. */
  readonly deliveryDate?: string
  readonly comment?: string
}

/** All that a `ShipNoticeRequest` of one line says. */
export interface ShipNoticeToSend extends OrderDocument {
  readonly shipmentID: string
  readonly shipmentDate: string
  readonly deliveryDate?: string
  /** Names of the carrier and numbers of the parcel, both or neither. */
  readonly parcel?: { readonly carrier: string; readonly trackingNumber: string }
  readonly lineNumber: number
  readonly quantity: string
  readonly unitOfMeasure: string
}

/** All that an `InvoiceDetailRequest` of one order says. Amounts are exact decimals in `currency`. */
export interface InvoiceToSend extends OrderDocument {
  readonly invoiceID: string
  readonly currency: string
  readonly lines: readonly InvoicedLine[]
  readonly subtotal: string
  readonly tax: { readonly amount: string; readonly description: string }
  /** `subtotal` and `tax`. */
  readonly total: string
}

export interface InvoicedLine {
  readonly lineNumber: number
  readonly supplierPartID: string
  readonly supplierPartAuxiliaryID?: string
  readonly description: string
  readonly quantity: string
  readonly unitOfMeasure: string
  readonly unitPrice: string
  readonly subtotal: string
}

/** All that a `StatusUpdateRequest` says of an `OrderRequest` that was answered with 201. */
export interface StatusUpdateToSend extends OrderDocument {
  /** `Status/@code`. */
  readonly code: '200'
  readonly value: string
}

export type NoticeToGive =
  | { readonly kind: 'request returned' | 'request ended'; readonly requestId: string }
  | {
      readonly kind: OrderNoticeKind
      readonly orderID: string
    }
  | {
      readonly kind: 'document status'
      /** payloadID of the document that it is about. */
      readonly documentPayloadID: string
      /** payloadID of the `StatusUpdateRequest`. */
      readonly statusPayloadID: string
    }

export type OrderNoticeKind =
  | 'order held'
  | 'order fulfilled'
  | 'order rejected'
  | 'order cancelled'
  | 'order failed'

/** `dead`: given up; `problem` says why. */
export type JobStatus = 'due' | 'done' | 'dead'

/** One piece of {@link Work} with its attempts. */
export interface Job {
  /** Deterministic and unique for ever: the same work is never put in twice, and it is the work's idempotency key. */
  readonly key: string
  readonly work: Work
  /** Jobs of one queue are done one after the other, in the order in which they were put in; one that is given up lets the next pass. */
  readonly queue?: string
  readonly status: JobStatus
  readonly dueAt: Date
  /** Attempts begun. */
  readonly attempts: number
  /** Why the last attempt failed. Without secrets. */
  readonly problem?: string
  /** Until then the job belongs to the worker that took it. */
  readonly leasedUntil?: Date
  /** Rises each time the job is taken: a worker that was paused past its lease writes nothing any more. */
  readonly fence: number
}

/** A job as it is put in. */
export type NewJob = Pick<Job, 'key' | 'work' | 'dueAt' | 'queue'>
