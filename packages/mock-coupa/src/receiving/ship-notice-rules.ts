import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import type { ShipNotice } from './ship-notice-records.js'

/** Unverified: the words of all of these; Coupa prints none for ship notices. */
export function operationProblem(
  operation: 'new' | 'update' | 'delete',
  asnNumber: string,
  known: ShipNotice | undefined,
): string | undefined {
  const isStanding = known !== undefined && known.status !== 'voided'
  if (operation === 'new') return isStanding ? `ASN ${asnNumber} has been sent before` : undefined
  if (!isStanding) return `Could not find ASN ${asnNumber}`
  if (!known.lines.some(line => line.status === 'received')) return undefined
  return `ASN ${asnNumber} has been received and cannot be ${operation === 'update' ? 'changed' : 'deleted'}`
}

/** Nothing is shipped on an order that is not issued. */
export function shippingProblem({ number, status }: PurchaseOrder): string | undefined {
  return status === 'issued' || status === 'soft_closed' ? undefined : `Order header ${number} is ${status}`
}
