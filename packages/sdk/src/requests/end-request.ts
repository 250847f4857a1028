import type { StoreTransaction } from '../store/store.js'
import type { PurchaseRequest } from './purchase-request.js'

export interface RequestEnd {
  readonly status: 'expired' | 'withdrawn' | 'superseded'
  /** A sentence for the requester. */
  readonly reason: string
  readonly now: Date
}

/** `waiting` → an end without an order; whoever waits is told. Nobody waits for a mere offer. */
export async function endRequest(
  tx: StoreTransaction,
  request: PurchaseRequest,
  { status, reason, now }: RequestEnd,
): Promise<PurchaseRequest> {
  const ended: PurchaseRequest = { ...request, status, reason, endedAt: now }
  await tx.updateRequest(ended)
  if (request.isOffer === true) return ended
  await tx.insertJob({
    key: `${request.buyerId}:request:${request.id}:ended`,
    work: {
      kind: 'notify',
      buyerId: request.buyerId,
      notice: { kind: 'request ended', requestId: request.id },
    },
    dueAt: now,
  })
  return ended
}
