import type { Listing } from '../store/listing.js'

const like = (column: string) => `${column} LIKE $text ESCAPE '\\'`

/** Amounts are exact as text; as numbers they only decide which row comes first. */
export const purchaseOrderListing: Listing = {
  from: 'purchase_orders o',
  key: 'o.number',
  conditions: {
    owner: 'o.login = $owner',
    status: 'o.status = $status',
    requester: 'o.login = $requester',
    supplier: 'o.supplier_id = $supplier',
    text: `${like('coalesce(o.po_number, CAST(o.number AS TEXT))')} OR ${like('o.supplier_name')}
      OR EXISTS (SELECT 1 FROM purchase_order_lines l WHERE l.purchase_order = o.number AND l.deleted_at IS NULL
        AND (${like('l.description')} OR ${like('l.source_part_num')}))`,
    from: 'o.issued_at >= $from',
    until: 'o.issued_at < $until',
  },
  orders: {
    number: 'o.number',
    supplier: 'o.supplier_name',
    issued: 'o.issued_at',
    status: 'o.status',
    transmission: 'o.transmission_status',
    total: 'CAST(o.total AS REAL)',
  },
}
