import type { StoreTransaction } from '../store/store.js'
import type { Order } from './order.js'
import { type ConfirmationContext, putConfirmation } from './put-confirmation.js'
import { putNotice } from './put-order-jobs.js'

/** Nothing of it is provided; the buyer and the requester are told why. */
export async function rejectOrder(
  tx: StoreTransaction,
  order: Order,
  context: ConfirmationContext,
): Promise<Order> {
  const rejected: Order = { ...order, status: 'rejected' }
  await putNotice(tx, rejected, { kind: 'order rejected', now: context.now })
  return putConfirmation(tx, rejected, context, order.reason)
}
