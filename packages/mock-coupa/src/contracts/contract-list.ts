import type { Listing } from '../store/listing.js'

const like = (column: string) => `${column} LIKE $text ESCAPE '\\'`

/** As `ownerOf`, as far as SQL can tell who is still there. */
const owner = `coalesce(json_extract(c.more, '$."contract-owner"'), c.submitter, c.created_by)`

/** Amounts are exact as text; as numbers they only decide which row comes first. */
export const contractListing: Listing = {
  from: 'contracts c JOIN suppliers s ON s.id = c.supplier',
  key: 'c.id',
  conditions: {
    owner: `${owner} = $owner`,
    status: 'c.status = $status',
    requester: `${owner} = $requester`,
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
