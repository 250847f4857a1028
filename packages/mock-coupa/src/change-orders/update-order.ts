import type { Address } from '../company/company.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { TransmissionMethodOverride } from '../purchase-orders/purchase-order.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import { type Actor, recordRevision } from '../purchase-orders/revisions.js'
import { writeLines } from './apply-change.js'
import { writeHeader } from './change-header.js'
import type { LineChange } from './change-order.js'

/** What a program may change of an order without asking. null takes away. */
export interface OrderUpdate {
  readonly shipTo?: Address
  readonly shipToAttention?: string | null
  readonly paymentTerm?: string | null
  readonly shippingTerm?: string | null
  readonly transmissionMethodOverride?: TransmissionMethodOverride
  readonly transmissionEmails?: string | null
  readonly lines?: readonly LineChange[]
}

/**
 * Changes an order at once, as the API does. What the supplier has is a version more and goes out again.
 * Unverified: that the API needs no approval where a person does.
 */
export function updateOrder(work: Work, id: number, update: OrderUpdate, by: Actor): void {
  const order = readPurchaseOrder(work.db, id)
  if (order.status === 'closed' || order.status === 'cancelled') {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Purchase order ${order.number} cannot be changed: it is ${order.status}`,
    )
  }
  writeHeader(work, id, columnsOf(update))
  if (update.lines !== undefined && update.lines.length > 0) writeLines(work, order, update.lines)
  const isForSupplier = order.status === 'issued'
  recordRevision(work, id, { by, what: 'Changed by the API', isForSupplier })
  if (isForSupplier) work.emit('purchase order changed', { purchaseOrder: id })
}

function columnsOf(update: OrderUpdate) {
  return {
    ship_to: update.shipTo && JSON.stringify(update.shipTo),
    ship_to_attention: update.shipToAttention,
    payment_term: update.paymentTerm,
    shipping_term: update.shippingTerm,
    transmission_method_override: update.transmissionMethodOverride,
    transmission_emails: update.transmissionEmails,
  }
}
