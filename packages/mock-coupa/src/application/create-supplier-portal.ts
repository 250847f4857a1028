import { addComment } from '../comments/add-comment.js'
import { attach } from '../comments/attach.js'
import { listAttachments, readAttachment, readFile } from '../comments/attachment-records.js'
import type { Author, Commentable } from '../comments/comment.js'
import { countUnanswered, listComments, readComment } from '../comments/comment-records.js'
import { placesOf } from '../comments/for-supplier.js'
import type { Supplier } from '../company/supplier.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { acknowledge } from '../fulfillment/acknowledge.js'
import { acknowledgeByLink, orderOfLink } from '../fulfillment/acknowledgement-links.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { findPurchaseOrder, listPurchaseOrders } from '../purchase-orders/purchase-order-records.js'
import { isForSuppliers, supplierOrderListing } from '../purchase-orders/supplier-order-list.js'
import type { Database } from '../store/database.js'
import { readPage } from '../store/listing.js'
import type { LinkedOrder, SupplierOrder, SupplierOrderSummary, SupplierPortal } from '../supplier-portal.js'
import type { Ground } from './ground.js'
import { supplierInvoices } from './supplier-invoices.js'
import { supplierSettings } from './supplier-settings.js'

/** The one implementation of {@link SupplierPortal}. */
export function createSupplierPortal(ground: Ground): SupplierPortal {
  const { db, transaction } = ground
  const find = (id: number) => findActive(ground.companyFile.current.suppliers, id)
  /** A change of one order of this supplier. */
  const change = <T>(supplier: number, number: string, act: (work: Work, order: PurchaseOrder) => T): T =>
    transaction(work => act(work, orderOf(work.db, find(supplier).id, number)))
  return {
    companyName: () => ground.companyFile.current.name,
    suppliers: () => ground.companyFile.current.suppliers.filter(({ active }) => active).map(nameOf),
    supplier: id => nameOf(find(id)),
    orders(supplier, query = {}) {
      const { rows, ...place } = readPage(db, supplierOrderListing, {
        narrowing: { supplier: find(supplier).id, status: query.status, text: query.text },
        sort: query.sort,
        page: query.page,
      })
      return { ...place, rows: rows.map(key => summaryOf(db, orderOf(db, supplier, key))) }
    },
    order: (supplier, number) => viewOf(db, orderOf(db, find(supplier).id, number)),
    acknowledge(supplier, number) {
      change(supplier, number, acknowledge)
      return viewOf(db, orderOf(db, supplier, number))
    },
    orderOfLink: token => linkedOrder(orderOfLink(db, token)),
    acknowledgeByLink: token => linkedOrder(transaction(work => acknowledgeByLink(work, token))),
    comment(supplier, { number, comments }) {
      const id = change(supplier, number, (work, order) =>
        addComment(work, authorOf(order), { on: placeOf(order), comments }),
      )
      return readComment(db, id)
    },
    attach(supplier, { number, content }) {
      const id = change(supplier, number, (work, order) =>
        attach(work, authorOf(order), { on: placeOf(order), content, intent: 'external' }),
      )
      return readAttachment(db, id)
    },
    attachedFile(supplier, id) {
      const { on, intent } = readAttachment(db, id)
      if (intent !== 'external' || !isAboutOrderOf(db, find(supplier).id, on)) {
        throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no attachment ${id}`)
      }
      return readFile(db, id)
    },
    ...supplierInvoices(ground, find, (supplier, number) => orderOf(db, supplier, number)),
    ...supplierSettings(ground, find),
  }
}

function findActive(suppliers: readonly Supplier[], id: number): Supplier {
  const supplier = suppliers.find(candidate => candidate.active && candidate.id === id)
  if (supplier === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no supplier ${id}`)
  return supplier
}

const nameOf = ({ id, name }: Supplier) => ({ id, name })

/** Somebody else's order is as unknown as one that there is not: numbers can be counted through. */
function orderOf(db: Database, supplier: number, number: string | number): PurchaseOrder {
  const order = findPurchaseOrder(db, number)
  if (order?.supplier.id === supplier && isForSuppliers(order.status)) return order
  throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no purchase order ${String(number).slice(0, 40)}`)
}

/** An order of this supplier, or the requisition behind one. */
function isAboutOrderOf(db: Database, supplier: number, { type, id }: Commentable): boolean {
  if (type !== 'OrderHeader' && type !== 'RequisitionHeader') return false
  const orders = type === 'OrderHeader' ? [{ id }] : listPurchaseOrders(db, { requisition: id })
  return orders.some(({ id: order }) => {
    const found = findPurchaseOrder(db, order)
    return found?.supplier.id === supplier && isForSuppliers(found.status)
  })
}

const placeOf = ({ id }: PurchaseOrder) => ({ type: 'OrderHeader', id }) as const

function authorOf({ supplier }: PurchaseOrder): Author {
  return { fullName: supplier.name, supplier: supplier.id }
}

function summaryOf(db: Database, order: PurchaseOrder): SupplierOrderSummary {
  return {
    number: order.number,
    orderDate: order.issuedAt,
    status: order.status,
    ...acknowledgedAt(order),
    title: order.lines[0]?.description ?? '',
    lineCount: order.lines.length,
    unansweredComments: countUnanswered(db, placeOf(order), order.supplier.id),
    ...totalOf(order),
    currency: order.currency,
  }
}

function viewOf(db: Database, order: PurchaseOrder): SupplierOrder {
  const { number, version, status, lines, shipTo, billTo, currency, issuedAt, hidePrice } = order
  const places = placesOf(order)
  return {
    ...{ number, version, status, lines, shipTo, billTo, currency, issuedAt, hidePrice },
    ...totalOf(order),
    ...acknowledgedAt(order),
    requester: { fullName: order.requestedBy.fullName, email: order.requestedBy.email },
    comments: places.flatMap(place => listComments(db, place)).filter(({ toSupplier }) => toSupplier),
    attachments: places
      .flatMap(place => listAttachments(db, place))
      .filter(({ intent }) => intent === 'external'),
    may: {
      acknowledge: status === 'issued' && order.acknowledgedAt === undefined,
      invoice: status === 'issued' || status === 'soft_closed',
    },
  }
}

function linkedOrder(order: PurchaseOrder): LinkedOrder {
  const { number, supplier, currency } = order
  return { number, supplier: supplier.name, ...totalOf(order), currency }
}

function totalOf({ hidePrice, total }: PurchaseOrder): { readonly total?: string } {
  return hidePrice ? {} : { total }
}

function acknowledgedAt({ acknowledgedAt: at }: PurchaseOrder) {
  return at === undefined ? {} : { acknowledgedAt: at }
}
