import { isReceivingDelegate } from '../approvals/delegation.js'
import { listChanges } from '../change-orders/change-records.js'
import { listAttachments } from '../comments/attachment-records.js'
import { listComments } from '../comments/comment-records.js'
import { findPerson } from '../company/people.js'
import { findAwaited, listConfirmations } from '../fulfillment/confirmation-records.js'
import { listInvoices } from '../invoicing/invoice-records.js'
import { historyOfPurchaseOrder } from '../journal/history.js'
import type { PurchaseOrderView } from '../orders.js'
import { orderActions } from '../purchase-orders/act.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import { listRevisions } from '../purchase-orders/revisions.js'
import { mayDo } from '../purchase-orders/transitions.js'
import { listReceipts } from '../receiving/receipt-records.js'
import { listShipNotices } from '../receiving/ship-notice-records.js'
import { mayMarkSent, mayResend } from '../transmission/schedule.js'
import { listTransmissions } from '../transmission/transmission-records.js'
import { changeOrderView } from './change-order-view.js'
import { assertMaySeeOrder } from './may-see-order.js'
import type { Reading } from './reading.js'

/** For whoever may see its requisition; an external order for its requester and administrators. */
export function purchaseOrderView(reading: Reading, login: string, number: string): PurchaseOrderView {
  const order = readPurchaseOrder(reading.db, number)
  assertMaySeeOrder(reading, login, order)
  const isBuyer = findPerson(reading.company, login).administrator
  const changes = listChanges(reading.db, { purchaseOrder: order.id })
  const isChanging = changes.some(({ status }) => status === 'draft' || status === 'pending_approval')
  const confirmations = listConfirmations(reading.db, order.id)
  const awaited = order.status === 'issued' ? findAwaited(reading.db, order.id) : undefined
  const transmissions = listTransmissions(reading.db, order.id)
  return {
    ...order,
    transmissions: transmissions.map(
      ({
        purchaseOrder: _order,
        timestamp: _timestamp,
        outcomes: _outcomes,
        internalRevision: _revision,
        ...transmission
      }) => transmission,
    ),
    confirmations,
    ...(awaited === undefined ? {} : { awaitedConfirmation: awaited }),
    history: historyOfPurchaseOrder(reading.db, order.id),
    changes: changes.map(change => changeOrderView(reading, login, change, order)),
    comments: listComments(reading.db, { type: 'OrderHeader', id: order.id }),
    attachments: listAttachments(reading.db, { type: 'OrderHeader', id: order.id }),
    shipNotices: listShipNotices(reading.db, order.id),
    invoices: listInvoices(reading.db, { purchaseOrder: order.id, limit: 100 }),
    receipts: listReceipts(reading.db, { purchaseOrder: order.id }),
    revisions: listRevisions(reading.db, order.id),
    ...(order.requisition === undefined ? {} : { trace: `requisition-${order.requisition}` }),
    may: {
      resend: isBuyer && mayResend(order) && transmissions.length > 0,
      confirm: isBuyer && awaited !== undefined,
      decideConfirmation:
        (isBuyer || order.requestedBy.login === login) &&
        confirmations.some(({ status }) => status === 'pending_approval'),
      receive: mayReceive(reading, login, order),
      markSent: isBuyer && mayMarkSent(order),
      requestChange:
        order.status === 'issued' && !isChanging && (isBuyer || order.requestedBy.login === login),
      act: isBuyer ? orderActions.filter(action => mayDo(action, order)) : [],
    },
  }
}

/** The requester, whoever receives in that one's place, or an administrator, while something is open. */
export function mayReceive(reading: Reading, login: string, order: PurchaseOrder): boolean {
  const isConcerned =
    order.requestedBy.login === login ||
    findPerson(reading.company, login).administrator ||
    isReceivingDelegate(reading, { delegate: login, delegator: order.requestedBy.login })
  return isConcerned && (order.status === 'issued' || order.status === 'soft_closed')
}
