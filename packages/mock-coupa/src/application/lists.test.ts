import { afterAll, describe, expect, it } from 'vitest'
import { invoiceListing } from '../invoicing/invoice-list.js'
import { purchaseOrderListing } from '../purchase-orders/purchase-order-list.js'
import { receiptListing } from '../receiving/receipt-list.js'
import { shipNoticeListing } from '../receiving/ship-notice-list.js'
import { requisitionListing } from '../requisitions/requisition-list.js'
import { openDatabase } from '../store/database.js'
import { type Listing, readPage } from '../store/listing.js'

const db = openDatabase(':memory:')
afterAll(() => db.close())

/** How SQLite would read the statements of a page. */
function plansOf(listing: Listing, sort: string | undefined): string[] {
  const plans: string[] = []
  const explain: typeof db.all = (sql, parameters) => {
    plans.push(...db.all(`EXPLAIN QUERY PLAN ${sql}`, parameters).map(({ detail }) => String(detail)))
    return []
  }
  readPage({ ...db, all: explain }, listing, { narrowing: {}, sort })
  return plans
}

describe.each([
  ['requisitions', requisitionListing],
  ['orders', purchaseOrderListing],
  ['receipts', receiptListing],
  ['ship notices', shipNoticeListing],
  ['invoices', invoiceListing],
])('a page of the %s', (_name, listing) => {
  it.each([undefined, ...Object.keys(listing.orders).flatMap(sort => [sort, `-${sort}`])])(
    'in order of %s is read from an index, however many there are',
    sort => {
      expect(plansOf(listing, sort).join('; ')).not.toMatch(/TEMP B-TREE FOR ORDER BY/)
    },
  )
})
