import type { DocumentIdentity, OrderDocument } from '../delivery/job.js'
import type { Order } from './order.js'

/** What every document about an order says of it. */
export function documentOf(order: Order, { payloadID, timestamp }: DocumentIdentity): OrderDocument {
  const { payloadID: orderPayloadID, orderDate, deploymentMode } = order
  return { payloadID, timestamp, orderPayloadID, orderDate, deploymentMode }
}

/**
 * Documents reach a buyer in the order in which they were written, one after the other: a buyer that does not answer holds
 * up itself and nobody else.
 */
export function documentQueue({ buyerId }: Pick<Order, 'buyerId'>): string {
  return `${buyerId}:documents`
}
