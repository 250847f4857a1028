import { isReceivingDelegate } from '../approvals/delegation.js'
import type { ChangeOrder } from '../change-orders/change-order.js'
import { listChanges } from '../change-orders/change-records.js'
import { listAttachments } from '../comments/attachment-records.js'
import { listComments } from '../comments/comment-records.js'
import { findPerson } from '../company/people.js'
import type { PurchaseOrderView } from '../coupa.js'
import { CoupaError } from '../errors.js'
import { findAwaited, listConfirmations } from '../fulfillment/confirmation-records.js'
import { listInvoices } from '../invoicing/invoice-records.js'
import { historyOfPurchaseOrder } from '../journal/history.js'
import { orderActions } from '../purchase-orders/act.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import { listRevisions } from '../purchase-orders/revisions.js'
import { mayDo } from '../purchase-orders/transitions.js'
import { listReceipts } from '../receiving/receipt-records.js'
import { listShipNotices } from '../receiving/ship-notice-records.js'
import { mayMarkSent, mayResend } from '../transmission/schedule.js'
import { listTransmissions } from '../transmission/transmission-records.js'
import { assertMaySee, type Reading } from './requisition-view.js'

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
    changes,
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

export function assertMaySeeOrder(reading: Reading, login: string, order: PurchaseOrder): void {
  const person = findPerson(reading.company, login)
  // Whoever has to approve a change of it sees what is changed.
  if (listChanges(reading.db, { purchaseOrder: order.id }).some(change => isAsked(change, login))) return
  if (isReceivingDelegate(reading, { delegate: login, delegator: order.requestedBy.login })) return
  if (order.requisition !== undefined) {
    assertMaySee(reading, login, { number: order.requisition, requestedBy: order.requestedBy })
  } else if (order.requestedBy.login !== login && !person.administrator) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no purchase order ${order.number}`)
  }
}

function isAsked(change: ChangeOrder, login: string): boolean {
  return change.approvals.some(({ approver, status }) => approver.login === login && status !== null)
}
