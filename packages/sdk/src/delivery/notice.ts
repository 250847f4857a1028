import type { Order } from '../orders/order.js'
import type { PurchaseRequest } from '../requests/purchase-request.js'
import type { ReportedStatus, SentDocument } from './sent-document.js'

/** Something that people want to hear of. */
export type Notice =
  | { readonly kind: 'request returned'; readonly request: PurchaseRequest }
  | { readonly kind: 'request ended'; readonly request: PurchaseRequest }
  | { readonly kind: 'order held'; readonly order: Order }
  | { readonly kind: 'order fulfilled'; readonly order: Order }
  | { readonly kind: 'order rejected'; readonly order: Order }
  | { readonly kind: 'order cancelled'; readonly order: Order }
  | { readonly kind: 'order failed'; readonly order: Order }
  | {
      /** The buyer, or the network before it, said what became of a document of ours. */
      readonly kind: 'document status'
      readonly order: Order
      readonly document: SentDocument
      /** What was said, of all that is in {@link SentDocument.statuses}. */
      readonly status: ReportedStatus
    }
