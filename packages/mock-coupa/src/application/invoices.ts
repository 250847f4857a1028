import { listAttachments } from '../comments/attachment-records.js'
import { listComments } from '../comments/comment-records.js'
import { assertAdministrator, findPerson } from '../company/people.js'
import { CoupaError } from '../errors.js'
import type { Invoices, InvoiceView } from '../invoices.js'
import { actOnInvoice, markPaid, mayActOn } from '../invoicing/act-on-invoice.js'
import { historyOfInvoice } from '../invoicing/history.js'
import type { Invoice } from '../invoicing/invoice.js'
import { readInvoice } from '../invoicing/invoice-records.js'
import { invoiceActions } from '../invoicing/transitions.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import type { Ground } from './ground.js'
import { actor } from './orders.js'
import type { Reading } from './requisition-view.js'

/** What people see and do with invoices. */
export function invoices(ground: Ground, reading: () => Reading): Invoices {
  return {
    invoice: (login, id) => invoiceView(reading(), login, id),
    actOnInvoice(login, { invoice, ...act }) {
      ground.transaction(work => {
        assertAdministrator(work.company, login)
        actOnInvoice(work, invoice, { ...act, by: actor(work, login) })
      })
      return invoiceView(reading(), login, invoice)
    },
    payInvoice(login, { invoice, ...payment }) {
      ground.transaction(work => {
        assertAdministrator(work.company, login)
        markPaid(work, invoice, { ...payment, by: actor(work, login) })
      })
      return invoiceView(reading(), login, invoice)
    },
  }
}

function invoiceView(reading: Reading, login: string, id: number): InvoiceView {
  const invoice = readInvoice(reading.db, id)
  const orders = ordersOf(reading, invoice)
  assertMaySeeInvoice(reading, login, id)
  const isPayable = findPerson(reading.company, login).administrator
  return {
    ...invoice,
    orders: orders.map(order => ({ id: order.id, number: order.number })),
    conversation: listComments(reading.db, { type: 'InvoiceHeader', id }),
    attachments: listAttachments(reading.db, { type: 'InvoiceHeader', id }),
    history: historyOfInvoice(reading.db, id),
    may: {
      act: isPayable ? invoiceActions.filter(action => mayActOn(invoice, action)) : [],
      pay: isPayable && invoice.status === 'approved',
    },
  }
}

/** Whoever requested one of its orders, and administrators; for others it does not exist. */
export function assertMaySeeInvoice(reading: Reading, login: string, id: number): void {
  const invoice = readInvoice(reading.db, id)
  const isOwn = ordersOf(reading, invoice).some(({ requestedBy }) => requestedBy.login === login)
  if (isOwn || findPerson(reading.company, login).administrator) return
  throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no invoice ${id}`)
}

function ordersOf({ db }: Reading, invoice: Invoice) {
  const ids = new Set(invoice.lines.flatMap(({ purchaseOrder }) => purchaseOrder ?? []))
  return [...ids].map(id => readPurchaseOrder(db, id))
}
