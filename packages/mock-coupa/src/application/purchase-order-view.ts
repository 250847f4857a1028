import { listAttachments } from '../comments/attachment-records.js'
import { listComments } from '../comments/comment-records.js'
import { findPerson } from '../company/people.js'
import type { PurchaseOrderView } from '../coupa.js'
import { CoupaError } from '../errors.js'
import { listConfirmations } from '../fulfillment/confirmation-records.js'
import { historyOfPurchaseOrder } from '../journal/history.js'
import { orderActions } from '../purchase-orders/act.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import { listRevisions } from '../purchase-orders/revisions.js'
import { mayDo } from '../purchase-orders/transitions.js'
import { mayMarkSent, mayResend } from '../transmission/schedule.js'
import { listTransmissions } from '../transmission/transmission-records.js'
import { assertMaySee, type Reading } from './requisition-view.js'

/** For whoever may see its requisition; an external order for its requester and administrators. */
export function purchaseOrderView(reading: Reading, login: string, number: string): PurchaseOrderView {
  const order = readPurchaseOrder(reading.db, number)
  assertMaySeeOrder(reading, login, order)
  const isBuyer = findPerson(reading.company, login).administrator
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
    confirmations: listConfirmations(reading.db, order.id),
    history: historyOfPurchaseOrder(reading.db, order.id),
    comments: listComments(reading.db, { type: 'OrderHeader', id: order.id }),
    attachments: listAttachments(reading.db, { type: 'OrderHeader', id: order.id }),
    revisions: listRevisions(reading.db, order.id),
    ...(order.requisition === undefined ? {} : { trace: `requisition-${order.requisition}` }),
    may: {
      resend: isBuyer && mayResend(order) && transmissions.length > 0,
      markSent: isBuyer && mayMarkSent(order),
      act: isBuyer ? orderActions.filter(action => mayDo(action, order)) : [],
    },
  }
}

export function assertMaySeeOrder(reading: Reading, login: string, order: PurchaseOrder): void {
  if (order.requisition !== undefined) {
    assertMaySee(reading, login, { number: order.requisition, requestedBy: order.requestedBy })
  } else if (order.requestedBy.login !== login && !findPerson(reading.company, login).administrator) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no purchase order ${order.number}`)
  }
}
