import type { StoreTransaction } from '../store/store.js'
import type { Order } from './order.js'
import { putNotice } from './put-order-jobs.js'

/** Any status → `cancelled`. Whoever waits, and the marketplace that may have provided something, is told. */
export async function cancelOrder(
  tx: StoreTransaction,
  order: Order,
  { reason, now }: { readonly reason: string; readonly now: Date },
): Promise<Order> {
  const cancelled: Order = { ...order, status: 'cancelled', reason }
  await tx.updateOrder(cancelled)
  await putNotice(tx, cancelled, { kind: 'order cancelled', now })
  return cancelled
}
