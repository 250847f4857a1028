import type { Shopper } from '../punchout/session.js'

/**
 * `accepted`: will be fulfilled. `fulfilling`: work on it has begun. `held`: something does not agree with the request, or
 * was changed too late; a person must decide. `failed`: a line could not be provided, however often it was tried.
 * `fulfilled`: every line has its end; `rejected`: not one of them is provided. `cancelled`: the buyer, or the person who
 * decided, wants nothing any more. `test`: `deploymentMode="test"`, never fulfilled.
 */
export type OrderStatus =
  | 'accepted'
  | 'fulfilling'
  | 'held'
  | 'fulfilled'
  | 'rejected'
  | 'failed'
  | 'cancelled'
  | 'test'

/** A purchase order as it stands after its newest `OrderRequest`. */
export interface Order {
  readonly buyerId: string
  /** The buyer's number, compared exactly. Unique within the buyer. */
  readonly orderID: string
  readonly orderVersion: number
  /** payloadID of the newest `OrderRequest`. */
  readonly payloadID: string
  /** As sent. */
  readonly orderDate: string
  readonly currency: string
  readonly total: string
  readonly lines: readonly OrderLine[]
  /** Lines of earlier versions that were changed or left out after the work on them had begun. */
  readonly formerLines?: readonly FormerLine[]
  readonly status: OrderStatus
  /** Why it is held, failed or cancelled. */
  readonly reason?: string
  /** The requests it came from. */
  readonly requestIds: readonly string[]
  /** The requester: from the request where there was one, else from the order's `Contact`. */
  readonly requester: Shopper
  readonly deploymentMode: 'production' | 'test'
  readonly receivedAt: Date
  /** Set when the buyer has answered our `ConfirmationRequest` with 2xx. */
  readonly confirmedAt?: Date
  /** The newest `ConfirmationRequest`, sent or about to be. */
  readonly confirmation?: OrderConfirmation
  /** The `InvoiceDetailRequest`s, sent or about to be. */
  readonly invoices?: readonly OrderInvoice[]
  /** The files that came with the newest `OrderRequest`; absent where none did. Their bytes: `supplier.attachments`. */
  readonly attachments?: readonly OrderAttachment[]
}

/** A file that came with an `OrderRequest` (a part of the same MIME message). */
export interface OrderAttachment {
  /** Of the order, with that `OrderRequest`. */
  readonly orderVersion: number
  /** From 1, in the order of the message. */
  readonly number: number
  /** Without angle brackets; absent where the part has none. */
  readonly contentId?: string
  /** What the buyer says that it is. Not what the bytes prove. */
  readonly contentType: string
  /** The buyer's name for it, without directories. For people to read, not for a path. */
  readonly fileName?: string
  /** In bytes. */
  readonly size: number
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string
  /** The lines whose `ItemOut` refers to it; empty where it belongs to the order as a whole. */
  readonly lineNumbers: readonly number[]
}

/** {@link OrderAttachment} with what is in it, byte for byte as the buyer had it. */
export interface ReceivedAttachment extends OrderAttachment {
  readonly bytes: Uint8Array
}

/** `ItemOut`, with what became of it. Numbers are exact decimal strings. */
export interface OrderLine {
  readonly lineNumber: number
  readonly supplierPartID: string
  readonly supplierPartAuxiliaryID?: string
  readonly description: string
  readonly quantity: string
  /** Of one unit of the order, also where the document priced a hundred (`PriceBasisQuantity`). */
  readonly unitPrice: string
  readonly unitOfMeasure: string
  /** The line of a purchase request that it came from. Absent where there is none: such an order is held. */
  readonly requested?: { readonly requestId: string; readonly lineNumber: number }
  /** The idempotency key of the work on it: it stays while the line does, whatever else of the order changes. */
  readonly fulfilmentKey?: string
  /** When the marketplace was first asked to provide it. */
  readonly begunAt?: Date
  /** What {@link Fulfil} returned, once the line is fulfilled. */
  readonly fulfilment?: Fulfilment
  /** The marketplace will provide it later, and is asked again; `asked` counts how often it said so. */
  readonly backorder?: Backorder & { readonly asked: number }
  /** The marketplace will not provide it. */
  readonly refusal?: Refusal
  /** Why it could not be provided, however often it was tried: a person must look. */
  readonly failure?: string
}

/** A line on which work had begun when a change took it away. */
export interface FormerLine extends OrderLine {
  /** The last version that had it. */
  readonly orderVersion: number
}

/** Says which documents belong together: the updates for one version have the first one's `confirmID`. */
export interface OrderConfirmation {
  readonly orderVersion: number
  readonly confirmID: string
  readonly payloadID: string
  /** How many there have been of this order. */
  readonly count: number
}

/** What was invoiced of an order. */
export interface OrderInvoice {
  readonly invoiceID: string
  /** Tax included. */
  readonly total: string
  readonly lineNumbers: readonly number[]
}

/** What the marketplace says after it has provided one line. */
export interface Fulfilment {
  /** The marketplace's own key, a subscription id for example. */
  readonly reference: string
  /** A sentence for the buyer's `ConfirmationRequest`. */
  readonly comment?: string
  /** From when on it can be used: `deliveryDate` of the confirmation, whose type is then `detail`. */
  readonly activeFrom?: Date
  /** What was sent off: the buyer gets a `ShipNoticeRequest`. */
  readonly shipment?: Shipment
}

/** Goods on their way. */
export interface Shipment {
  /** The supplier's number of the shipment. Default: {@link Fulfilment.reference}. */
  readonly shipmentID?: string
  /** Default: when the line was fulfilled. */
  readonly shippedAt?: Date
  /** When they shall arrive. */
  readonly deliveryAt?: Date
  readonly parcel?: { readonly carrier: string; readonly trackingNumber: string }
}

/** What the marketplace says of a line that it will provide later. */
export interface Backorder {
  /** A sentence for the buyer's `ConfirmationRequest` (`backordered`). */
  readonly comment: string
  /** When to ask again. Default: in a day. */
  readonly until?: Date
}

/** What the marketplace says of a line that it will never provide. */
export interface Refusal {
  /** A sentence for the buyer's `ConfirmationRequest` (`reject`). */
  readonly reason: string
}

/** How the work on a line ends, for now or for ever. */
export type FulfilmentOutcome =
  | Fulfilment
  | { readonly backordered: Backorder }
  | { readonly refused: Refusal }

/**
 * Provides what one order line bought. Called at least once per line by the delivery worker; the same
 * `idempotencyKey` always means the same line of the same order, so a second call must find what the first did. Throw to have it called again later. The files that came with the order: `supplier.attachments(order)`.
 */
export type Fulfil = (work: {
  readonly order: Order
  readonly line: OrderLine
  readonly idempotencyKey: string
  readonly signal: AbortSignal
}) => Promise<FulfilmentOutcome>
