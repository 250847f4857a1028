import type { Listing } from '../store/listing.js'

const ofSomeOrder = (condition: string) => `EXISTS (SELECT 1 FROM asn_lines l
  JOIN purchase_orders o ON o.number = l.purchase_order JOIN purchase_order_lines p ON p.id = l.order_line
  WHERE l.asn = a.id AND (${condition}))`

const like = (column: string) => `${column} LIKE $text ESCAPE '\\'`

export const shipNoticeListing: Listing = {
  from: 'asn_headers a',
  key: 'a.id',
  conditions: {
    owner: ofSomeOrder('o.login = $owner'),
    status: 'a.status = $status',
    requester: ofSomeOrder('o.login = $requester'),
    supplier: 'a.supplier = $supplier',
    text: `${like('a.asn_number')} OR ${like('a.tracking_number')} OR ${ofSomeOrder(
      `${like('p.description')} OR ${like('coalesce(o.po_number, CAST(o.number AS TEXT))')}`,
    )}`,
    // Days of the list are those on which it is expected.
    from: 'a.delivery_date >= $from',
    until: 'a.delivery_date < $until',
  },
  orders: {
    date: 'a.delivery_date',
    status: 'a.status',
  },
}
