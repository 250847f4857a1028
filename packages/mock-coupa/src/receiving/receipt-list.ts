import type { Listing } from '../store/listing.js'

const like = (column: string) => `${column} LIKE $text ESCAPE '\\'`

const ofOrders = (condition: string) =>
  `r.purchase_order IN (SELECT o.number FROM purchase_orders o WHERE ${condition})`

export const receiptListing: Listing = {
  from: 'receiving_transactions r',
  key: 'r.id',
  conditions: {
    owner: ofOrders('o.login = $owner'),
    status: 'r.status = $status',
    requester: ofOrders('o.login = $requester'),
    supplier: ofOrders('o.supplier_id = $supplier'),
    text: `EXISTS (SELECT 1 FROM purchase_order_lines l WHERE l.id = r.order_line AND ${like('l.description')})
      OR EXISTS (SELECT 1 FROM purchase_orders o WHERE o.number = r.purchase_order
        AND ${like('coalesce(o.po_number, CAST(o.number AS TEXT))')})`,
    from: 'r.transaction_date >= $from',
    until: 'r.transaction_date < $until',
  },
  orders: {
    date: 'r.transaction_date',
    status: 'r.status',
    total: 'CAST(r.total AS REAL)',
  },
}
