import type { Supplier } from '../company/supplier.js'
import type { Work } from '../control/work.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { findPurchaseOrder } from '../purchase-orders/purchase-order-records.js'

/**
 * The order that a document refers to: by its number, by the payloadID of the order as it was sent, or, as Coupa's
 * invoices do, by the number in the place of the payloadID. Documented: cXML invoices, `DocumentReference payloadID`.
 */
export function findReferredOrder(
  work: Work,
  reference:
    | {
        readonly orderID?: string
        readonly documentReference?: { readonly payloadID?: string }
      }
    | undefined,
): PurchaseOrder | undefined {
  if (reference?.orderID !== undefined) return findPurchaseOrder(work.db, reference.orderID)
  const payloadID = reference?.documentReference?.payloadID
  if (payloadID === undefined) return undefined
  const row = work.db.get('SELECT purchase_order FROM transmissions WHERE payload_id = $payloadID', {
    payloadID,
  })
  return findPurchaseOrder(work.db, row === undefined ? payloadID : Number(row.purchase_order))
}

/** Coupa's words for an order that a document may not be about. */
export function orderProblem(
  order: PurchaseOrder | undefined,
  supplier: Supplier,
  asked: string | undefined,
): string | undefined {
  if (order === undefined) return `Could not find order header ${asked ?? 'without a number'}`
  if (order.supplier.id !== supplier.id) {
    return `Order header ${order.number} does not belong to supplier ${supplier.name}`
  }
  return undefined
}
