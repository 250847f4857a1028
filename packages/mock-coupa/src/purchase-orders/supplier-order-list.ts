import type { Listing } from '../store/listing.js'
import type { PurchaseOrderStatus } from './purchase-order.js'

const like = (column: string) => `${column} LIKE $text ESCAPE '\\'`

/** Statuses that Coupa's supplier portal knows: what is not yet issued is nobody's business outside. */
const statusesForSuppliers: readonly PurchaseOrderStatus[] = [
  'issued',
  'buyer_hold',
  'currency_hold',
  'soft_closed',
  'closed',
  'cancelled',
]

export function isForSuppliers(status: PurchaseOrderStatus): boolean {
  return statusesForSuppliers.includes(status)
}

const visible = statusesForSuppliers.map(status => `'${status}'`).join(', ')

/** A supplier's own orders. To be asked with `supplier` always. */
export const supplierOrderListing: Listing = {
  from: `(SELECT * FROM purchase_orders WHERE status IN (${visible})) o`,
  key: 'o.number',
  conditions: {
    supplier: 'o.supplier_id = $supplier',
    status: 'o.status = $status',
    text: `${like('coalesce(o.po_number, CAST(o.number AS TEXT))')}
      OR EXISTS (SELECT 1 FROM purchase_order_lines l WHERE l.purchase_order = o.number AND l.deleted_at IS NULL
        AND (${like('l.description')} OR ${like('l.source_part_num')}))`,
  },
  orders: {
    number: 'o.number',
    date: 'o.issued_at',
    status: 'o.status',
    acknowledged: 'o.acknowledged_at',
    total: 'CAST(o.total AS REAL)',
  },
}
