import type { Listing } from '../store/listing.js'

const like = (column: string) => `${column} LIKE $text ESCAPE '\\'`

const from = `receiving_transactions r JOIN purchase_orders o ON o.number = r.purchase_order
  JOIN purchase_order_lines l ON l.id = r.order_line`

export const receiptListing: Listing = {
  from,
  key: 'r.id',
  conditions: {
    owner: 'o.login = $owner',
    status: 'r.status = $status',
    requester: 'o.login = $requester',
    supplier: 'o.supplier_id = $supplier',
    text: `${like('l.description')} OR ${like('coalesce(o.po_number, CAST(o.number AS TEXT))')}`,
    from: 'r.transaction_date >= $from',
    until: 'r.transaction_date < $until',
  },
  orders: {
    date: 'r.transaction_date',
    status: 'r.status',
    total: 'CAST(r.total AS REAL)',
  },
}
