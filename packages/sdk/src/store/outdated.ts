import type { Order } from '../orders/order.js'

/** Since when an order has had its end, with something in it that need not stay; undefined while it is needed whole. */
export function outdatedSince({ status, receivedAt, requester, attachments = [] }: Order): Date | undefined {
  const isOver = ['fulfilled', 'rejected', 'cancelled', 'test'].includes(status)
  return isOver && (Object.keys(requester).length > 0 || attachments.length > 0) ? receivedAt : undefined
}

/** What stays of an order. */
export function withoutPerson({ attachments: _, ...order }: Order): Order {
  return { ...order, requester: {} }
}
