import type { OrderKey, StoreTransaction } from '../store/store.js'
import type { Order } from './order.js'
import type { ConfirmationContext } from './put-confirmation.js'
import { putStatusUpdate } from './put-status-update.js'
import { rejectOrder } from './reject-order.js'
import { prepareOrder, startOrder } from './start-order.js'

export interface Decision extends ConfirmationContext {
  readonly accept: boolean
  /** A sentence; the buyer reads it when the order is turned down. */
  readonly reason: string
}

/** `held` → `accepted` or `rejected`: what a person decided. An order that is not held stays as it is. */
export async function decideOrder(tx: StoreTransaction, key: OrderKey, decision: Decision): Promise<Order> {
  const order = await tx.order(key)
  if (order === undefined)
    throw new RangeError(`There is no order "${key.orderID}" of buyer "${key.buyerId}"`)
  if (order.status !== 'held') return order
  const { accept, reason } = decision
  if (!accept) {
    const rejected: Order = { ...order, status: 'rejected', reason }
    await putStatusUpdate(tx, rejected, `The order was turned down: ${reason}`, decision)
    return rejectOrder(tx, rejected, decision)
  }
  const accepted = prepareOrder({ ...order, status: 'accepted', reason })
  await tx.updateOrder(accepted)
  await putStatusUpdate(tx, accepted, 'The order was accepted and is being fulfilled.', decision)
  return startOrder(tx, accepted, decision)
}
