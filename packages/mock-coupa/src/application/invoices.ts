import { listAttachments } from '../comments/attachment-records.js'
import { listComments } from '../comments/comment-records.js'
import { assertAdministrator, findPerson } from '../company/people.js'
import type { Invoices, InvoiceView } from '../invoices.js'
import { actOnInvoice, markPaid, mayActOn } from '../invoicing/act-on-invoice.js'
import type { Invoice } from '../invoicing/invoice.js'
import { readInvoice } from '../invoicing/invoice-records.js'
import { invoiceActions } from '../invoicing/transitions.js'
import { historyOfInvoice } from '../journal/history.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import { approvalsView } from './approvals-view.js'
import type { Ground } from './ground.js'
import { assertMaySeeDocument } from './may-see.js'
import { actor } from './orders.js'
import type { Reading } from './reading.js'

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
  assertMaySeeDocument(reading, login, { type: 'InvoiceHeader', id })
  const approvals = approvalsView(reading, login, { type: 'InvoiceHeader', id })
  const isPayable = findPerson(reading.company, login).administrator
  return {
    ...invoice,
    ...approvals,
    orders: orders.map(order => ({ id: order.id, number: order.number })),
    conversation: listComments(reading.db, { type: 'InvoiceHeader', id }),
    attachments: listAttachments(reading.db, { type: 'InvoiceHeader', id }),
    history: historyOfInvoice(reading.db, id),
    may: {
      ...approvals.may,
      act: isPayable ? invoiceActions.filter(action => mayActOn(invoice, action)) : [],
      pay: isPayable && invoice.status === 'approved',
    },
  }
}

function ordersOf({ db }: Reading, invoice: Invoice) {
  const ids = new Set(invoice.lines.flatMap(({ purchaseOrder }) => purchaseOrder ?? []))
  return [...ids].map(id => readPurchaseOrder(db, id))
}
