import type { DocumentIdentity, OrderDocument } from '../delivery/job.js'
import type { Order } from './order.js'

/** What every document about an order says of it. */
export function documentOf(order: Order, { payloadID, timestamp }: DocumentIdentity): OrderDocument {
  const { payloadID: orderPayloadID, orderDate, deploymentMode } = order
  return { payloadID, timestamp, orderPayloadID, orderDate, deploymentMode }
}

/** Documents about one order reach the buyer in the order in which they were written. */
export function documentQueue({ buyerId, orderID }: Pick<Order, 'buyerId' | 'orderID'>): string {
  return `${buyerId}:order:${orderID}:documents`
}
