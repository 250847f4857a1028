import type { StoreTransaction } from '../store/store.js'
import { endRequest } from './end-request.js'
import type { PurchaseRequest } from './purchase-request.js'

/** `waiting` → `withdrawn`. A request that has ended stays as it ended. */
export async function withdrawRequest(
  tx: StoreTransaction,
  id: string,
  { reason, now }: { readonly reason: string; readonly now: Date },
): Promise<PurchaseRequest> {
  const request = await tx.request(id)
  if (request === undefined) throw new RangeError(`There is no purchase request "${id}"`)
  if (request.status !== 'waiting') return request
  return endRequest(tx, request, { status: 'withdrawn', reason, now })
}
