import type { CartLine } from '../punchout/cart.js'
import type { Shopper } from '../punchout/session.js'

/** `waiting` until an order comes; every other status is final and has a {@link PurchaseRequest.reason}. */
export type PurchaseRequestStatus = 'waiting' | 'ordered' | 'expired' | 'withdrawn' | 'superseded'

/** A cart that was returned for approval, kept unchanged: what the later order is compared with. */
export interface PurchaseRequest {
  readonly id: string
  readonly buyerId: string
  readonly sessionId: string
  readonly shopper: Shopper
  readonly currency: string
  readonly lines: readonly RequestedLine[]
  /** Exact sum of quantity × unit price. */
  readonly total: string
  readonly deploymentMode: 'production' | 'test'
  /**
   * What a buyer's system put into a cart by itself (Open Buy's `checkout`). Whether anybody asks for it is known when an
   * order comes: no notice tells of it before, nor when it expires.
   */
  readonly isOffer?: true
  readonly status: PurchaseRequestStatus
  /** Why the request ended, a sentence for the requester. */
  readonly reason?: string
  /** `orderID` of the first order that it became. */
  readonly orderID?: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly endedAt?: Date
}

/** A line as it was returned, and what an order refers to it by. */
export interface RequestedLine extends CartLine {
  /** 1 for the first line. */
  readonly lineNumber: number
  /** The reference that comes back in the order's `ItemOut` (opaque). A line that is edited and returned again keeps it. */
  readonly supplierPartAuxiliaryID: string
  /** The order that it became: no other order may use it. Orders may share out the lines of a request among them. */
  readonly orderID?: string
}
