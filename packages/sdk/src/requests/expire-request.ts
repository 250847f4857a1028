import type { StoreTransaction } from '../store/store.js'
import { endRequest } from './end-request.js'

/**
 * `waiting` → `expired`. cXML has no message for "rejected" or "withdrawn": that no order came is all a supplier ever
 * learns.
 */
export async function expireRequest(tx: StoreTransaction, requestId: string, now: Date): Promise<void> {
  const request = await tx.request(requestId)
  if (request?.status !== 'waiting') return
  await endRequest(tx, request, {
    status: 'expired',
    reason:
      'No purchase order came in time. It was probably rejected or withdrawn in your procurement system; look there for the reason.',
    now,
  })
}
