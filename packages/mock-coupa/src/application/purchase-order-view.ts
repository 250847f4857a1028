import { listAttachments } from '../comments/attachment-records.js'
import { listComments } from '../comments/comment-records.js'
import { findPerson } from '../company/people.js'
import type { PurchaseOrderView } from '../coupa.js'
import { listConfirmations } from '../fulfillment/confirmation-records.js'
import { historyOfPurchaseOrder } from '../journal/history.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import { listTransmissions } from '../transmission/transmission-records.js'
import { assertMaySee, type Reading } from './requisition-view.js'

/** For whoever may see its requisition. */
export function purchaseOrderView(reading: Reading, login: string, number: string): PurchaseOrderView {
  const order = readPurchaseOrder(reading.db, number)
  assertMaySee(reading, login, { number: order.requisition, requestedBy: order.requestedBy })
  const id = Number(order.number)
  return {
    ...order,
    transmissions: listTransmissions(reading.db, id).map(
      ({ purchaseOrder: _order, timestamp: _timestamp, outcomes: _outcomes, ...transmission }) =>
        transmission,
    ),
    confirmations: listConfirmations(reading.db, id),
    history: historyOfPurchaseOrder(reading.db, id),
    comments: listComments(reading.db, { type: 'OrderHeader', id }),
    attachments: listAttachments(reading.db, { type: 'OrderHeader', id }),
    trace: `requisition-${order.requisition}`,
    may: {
      resend:
        findPerson(reading.company, login).administrator &&
        (order.transmissionStatus === 'sent_via_cxml' || order.transmissionStatus === 'transmission_failure'),
    },
  }
}
