import type { Supplier } from '../company/supplier.js'
import type { PurchaseOrder } from './purchase-order.js'

const hour = 60 * 60 * 1000

/** When the supplier has to have confirmed, by Coupa's `confirm-by-hrs`: so many hours after the order was issued. */
export function confirmationDueAt(order: PurchaseOrder, supplier: Supplier): Date | undefined {
  const { confirmByHours } = supplier
  return confirmByHours === undefined ? undefined : new Date(order.issuedAt.getTime() + confirmByHours * hour)
}
