import type { Listing } from '../store/listing.js'

const like = (column: string) => `${column} LIKE $text ESCAPE '\\'`

/** Amounts are exact as text; as numbers they only decide which row comes first. */
export const contractListing: Listing = {
  from: 'contracts c JOIN suppliers s ON s.id = c.supplier',
  key: 'c.id',
  conditions: {
    owner: `coalesce(json_extract(c.more, '$."contract-owner"'), c.created_by) = $owner`,
    status: 'c.status = $status',
    requester: `coalesce(json_extract(c.more, '$."contract-owner"'), c.created_by) = $requester`,
    supplier: 'c.supplier = $supplier',
    text: `${like('c.number')} OR ${like('c.name')} OR ${like('s.name')}`,
    from: 'c.created_at >= $from',
    until: 'c.created_at < $until',
  },
  orders: {
    number: 'c.number',
    supplier: 's.name',
    date: 'c.created_at',
    status: 'c.status',
    total: 'CAST(c.maximum_value AS REAL)',
  },
}
