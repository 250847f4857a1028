import type { Listing } from '../store/listing.js'

const like = (column: string) => `${column} LIKE $text ESCAPE '\\'`

/** Amounts are exact as text; as numbers they only decide which row comes first. */
export const requisitionListing: Listing = {
  from: 'requisitions r',
  key: 'r.number',
  conditions: {
    owner: '(r.login = $owner OR r.prepared_by = $owner)',
    status: 'r.status = $status',
    requester: 'r.login = $requester',
    supplier: 'r.number IN (SELECT requisition FROM requisition_lines WHERE supplier_id = $supplier)',
    text: `${like('CAST(r.number AS TEXT)')} OR ${like('r.title')} OR ${like('r.justification')}
      OR EXISTS (SELECT 1 FROM requisition_lines l WHERE l.requisition = r.number
        AND (${like('l.description')} OR ${like('l.source_part_num')}))`,
    from: 'coalesce(r.submitted_at, r.created_at) >= $from',
    until: 'coalesce(r.submitted_at, r.created_at) < $until',
  },
  orders: {
    number: 'r.number',
    requester: 'r.full_name',
    submitted: 'r.submitted_at',
    status: 'r.status',
    total: 'CAST(r.total AS REAL)',
  },
}
