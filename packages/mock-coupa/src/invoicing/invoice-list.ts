import type { Listing } from '../store/listing.js'

const like = (column: string) => `${column} LIKE $text ESCAPE '\\'`

const ofOrders = (condition: string) => `i.id IN (SELECT l.invoice FROM invoice_lines l
  JOIN purchase_orders o ON o.number = l.purchase_order WHERE ${condition})`

/** Amounts are exact as text; as numbers they only decide which row comes first. */
export const invoiceListing: Listing = {
  from: 'invoices i',
  key: 'i.id',
  conditions: {
    owner: ofOrders('o.login = $owner'),
    status: 'i.status = $status',
    requester: ofOrders('o.login = $requester'),
    supplier: 'i.supplier = $supplier',
    text: `${like('i.invoice_number')} OR ${like('i.supplier_name')}
      OR EXISTS (SELECT 1 FROM invoice_lines l WHERE l.invoice = i.id AND ${like('l.description')})`,
    from: 'i.invoice_date >= $from',
    until: 'i.invoice_date < $until',
  },
  orders: {
    number: 'i.invoice_number',
    supplier: 'i.supplier_name',
    date: 'i.invoice_date',
    status: 'i.status',
    total: 'CAST(i.gross_total AS REAL)',
  },
}
