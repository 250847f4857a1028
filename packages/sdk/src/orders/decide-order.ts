import type { DocumentIdentity } from '../delivery/job.js'
import type { OrderKey, StoreTransaction } from '../store/store.js'
import { cancelOrder } from './cancel-order.js'
import type { Order } from './order.js'
import { orderJobKey, orderRequests, putOrderJobs } from './put-order-jobs.js'

export interface Decision {
  readonly accept: boolean
  /** A sentence; the buyer reads it when the order is turned down. */
  readonly reason: string
  readonly now: Date
  /** Of the `ConfirmationRequest` that tells the buyer of a rejection. */
  readonly identity: DocumentIdentity
}

/** `held` → `accepted` or `cancelled`: what a person decided. An order that is not held stays as it is. */
export async function decideOrder(tx: StoreTransaction, key: OrderKey, decision: Decision): Promise<Order> {
  const order = await tx.order(key)
  if (order === undefined)
    throw new RangeError(`There is no order "${key.orderID}" of buyer "${key.buyerId}"`)
  if (order.status !== 'held') return order
  const { accept, reason, now } = decision
  if (!accept) {
    await putRejection(tx, order, decision)
    return cancelOrder(tx, order, { reason, now })
  }
  const accepted: Order = { ...order, status: 'accepted', reason }
  await tx.updateOrder(accepted)
  await orderRequests(tx, accepted, now)
  await putOrderJobs(tx, accepted, now)
  return accepted
}

async function putRejection(
  tx: StoreTransaction,
  order: Order,
  { reason, now, identity }: Decision,
): Promise<void> {
  const { buyerId, orderID, payloadID } = order
  const confirmation = { type: 'reject', ...identity, orderPayloadID: payloadID, comment: reason } as const
  await tx.insertJob({
    key: orderJobKey(order, 'reject'),
    work: { kind: 'confirm order', buyerId, orderID, confirmation },
    dueAt: now,
  })
}
