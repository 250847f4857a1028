import type { PurchaseRequest, RequestedLine } from '../requests/purchase-request.js'

/** What the marketplace wants done with an order that differs from what was offered. */
export type OnDifference = 'hold' | 'reject'

/**
 * Whether what was offered still holds: the product is still sold, at this price. Undefined where it does, else a sentence
 * that says what has changed; the order is then held, or turned down. Throws, or takes longer than ten seconds, where it
 * cannot be told: then, too, a person has to look.
 */
export type CheckOffer = (offer: {
  readonly line: RequestedLine
  readonly request: PurchaseRequest
  readonly signal: AbortSignal
}) => Promise<string | undefined>
