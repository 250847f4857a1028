import { findPerson, fullName } from '../company/people.js'
import { contractListing } from '../contracts/contract-list.js'
import { readContract } from '../contracts/contract-records.js'
import { nextDay, startOfLocalDay } from '../control/local-time.js'
import { invoiceListing } from '../invoicing/invoice-list.js'
import { readInvoice } from '../invoicing/invoice-records.js'
import type { ListQuery, Lists } from '../lists.js'
import { purchaseOrderListing } from '../purchase-orders/purchase-order-list.js'
import { readOrderSummary } from '../purchase-orders/purchase-order-records.js'
import { receiptListing } from '../receiving/receipt-list.js'
import { shipNoticeListing } from '../receiving/ship-notice-list.js'
import { requisitionListing } from '../requisitions/requisition-list.js'
import { readSummary } from '../requisitions/requisition-records.js'
import type { ListPage } from '../store/list-page.js'
import { type Listing, type Narrowing, readKeys, readPage } from '../store/listing.js'
import type { Reading } from './reading.js'
import { receiptView } from './receiving.js'
import { shipNoticeView } from './ship-notices.js'

/** Lists of documents, a page at a time or as a whole for an export. */
export function lists(reading: () => Reading): Lists {
  const requisitions = listOf(reading, requisitionListing, ({ db }, number) => readSummary(db, number))
  const orders = listOf(reading, purchaseOrderListing, ({ db }, number) => readOrderSummary(db, number))
  const receipts = listOf(reading, receiptListing, (now, id, login) => receiptView(now, login, id))
  const notices = listOf(reading, shipNoticeListing, (now, id, login) => shipNoticeView(now, login, id))
  const invoices = listOf(reading, invoiceListing, ({ db }, id) => readInvoice(db, id))
  const contracts = listOf(reading, contractListing, ({ db }, id) => readContract(db, id))
  return {
    contractList: contracts.page,
    allOfContractList: contracts.all,
    receiptList: receipts.page,
    allOfReceiptList: receipts.all,
    shipNoticeList: notices.page,
    allOfShipNoticeList: notices.all,
    invoiceList: invoices.page,
    allOfInvoiceList: invoices.all,
    requisitionList: requisitions.page,
    allOfRequisitionList: requisitions.all,
    purchaseOrderList: orders.page,
    allOfPurchaseOrderList: orders.all,
    listChoices(login) {
      const { company } = reading()
      const { administrator } = findPerson(company, login)
      return {
        suppliers: company.suppliers.map(({ id, name }) => ({ id, name })),
        requesters: administrator
          ? company.people.map(person => ({ login: person.login, fullName: fullName(person) }))
          : [],
      }
    },
  }
}

function listOf<T>(
  reading: () => Reading,
  listing: Listing,
  read: (reading: Reading, key: number, login: string) => T,
) {
  return {
    page(login: string, query: ListQuery = {}): ListPage<T> {
      const now = reading()
      const { rows, ...place } = readPage(now.db, listing, {
        narrowing: narrowingOf(now, login, query),
        sort: query.sort,
        page: query.page,
      })
      return { ...place, rows: rows.map(key => read(now, key, login)) }
    },
    /** Rows are read one by one, as whoever writes them down asks for them. */
    all(login: string, query: ListQuery = {}): Iterable<T> {
      const now = reading()
      const keys = readKeys(now.db, listing, {
        narrowing: narrowingOf(now, login, query),
        sort: query.sort,
      })
      return eachOf(keys, key => read(now, key, login))
    },
  }
}

function* eachOf<T>(keys: readonly number[], read: (key: number) => T): Generator<T> {
  for (const key of keys) yield read(key)
}

/** Administrators see everybody's, unless they ask for their own. Days are the company's. */
function narrowingOf({ company }: Reading, login: string, query: ListQuery): Narrowing {
  const { administrator } = findPerson(company, login)
  const to = query.to === undefined ? undefined : startOfLocalDay(query.to, company.utcOffset)
  return {
    owner: administrator && query.mine !== true ? undefined : login,
    status: query.status,
    requester: query.requester,
    supplier: query.supplier,
    text: query.text,
    from:
      query.from === undefined ? undefined : startOfLocalDay(query.from, company.utcOffset)?.toISOString(),
    until: to && nextDay(to).toISOString(),
  }
}
