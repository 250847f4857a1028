import { formatDecimal } from '@punchloop/sdk/cxml'
import type { Approval } from '../approvals/approval.js'
import { readChain } from '../approvals/approval-records.js'
import { administrators } from '../company/people.js'
import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { readConfirmation } from '../fulfillment/confirmation-records.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import type { RequisitionSummary } from '../requisitions/requisition.js'
import { readSummary } from '../requisitions/requisition-records.js'
import { peopleWith, tell } from './tell.js'

/** `Requisition 1001 (Acme Suite), 4,990.00 USD`, without separators between thousands. */
function described(requisition: RequisitionSummary): string {
  const more = requisition.lineCount > 1 ? ` and ${requisition.lineCount - 1} more` : ''
  return `Requisition ${requisition.number} (${requisition.title}${more}, ${formatDecimal(requisition.total, 2)} ${requisition.currency})`
}

/** Who asked for it, and who filled it in that person's name. */
function owners({ requestedBy, preparedBy }: RequisitionSummary): string[] {
  return [requestedBy.login, ...(preparedBy === undefined ? [] : [preparedBy.login])]
}

/** Unverified: administrators stand for the company's buyers. */
export function notifyBuyers(event: LifecycleEvents['requisition needs a buyer'], work: Work): void {
  const requisition = readSummary(work.db, event.requisition)
  tell(work, administrators(work.company), {
    kind: 'buyer_action_needed',
    subject: `Requisition ${requisition.number} needs a buyer`,
    body: `${described(requisition)} of ${requisition.requestedBy.fullName} lacks a supplier or a price.`,
    requisition: requisition.number,
  })
}

/** Whoever was asked to approve, and the requester, who finds the reason on record. */
export function notifyOfWithdrawal(event: LifecycleEvents['requisition withdrawn'], work: Work): void {
  const requisition = readSummary(work.db, event.requisition)
  const asked = readChain(work.db, { type: 'RequisitionHeader', id: event.requisition }).filter(isAsked)
  const logins = [...owners(requisition), ...asked.map(approval => approval.approver.login)]
  tell(work, peopleWith(work, logins), {
    kind: 'requisition_withdrawn',
    subject: `Requisition ${requisition.number} was withdrawn`,
    body: `${described(requisition)} was withdrawn by ${requisition.requestedBy.fullName}${event.reason === undefined ? '.' : `: ${event.reason}`}`,
    requisition: requisition.number,
  })
}

function isAsked(approval: Approval): boolean {
  return approval.status === 'pending_approval' || approval.status === 'approved'
}

/** External orders have no requisition to speak of. */
function requisitionOf({ requisition }: PurchaseOrder): { readonly requisition?: number } {
  return requisition === undefined ? {} : { requisition }
}

function forRequisition({ requisition }: PurchaseOrder, word = 'for'): string {
  return requisition === undefined ? '' : ` ${word} your requisition ${requisition}`
}

export function notifyRequesterOfOrder(event: LifecycleEvents['purchase order issued'], work: Work): void {
  const order = readPurchaseOrder(work.db, event.purchaseOrder)
  tell(work, peopleWith(work, [order.requestedBy.login]), {
    kind: 'order_issued',
    subject: `Purchase order ${order.number} was issued`,
    body: `Purchase order ${order.number} over ${formatDecimal(order.total, 2)} ${order.currency} was issued to ${order.supplier.name}${forRequisition(order)}.`,
    ...requisitionOf(order),
    purchaseOrder: event.purchaseOrder,
  })
}

export function notifyRequesterOfSending(event: LifecycleEvents['purchase order sent'], work: Work): void {
  const order = readPurchaseOrder(work.db, event.purchaseOrder)
  tell(work, peopleWith(work, [order.requestedBy.login]), {
    kind: 'order_sent',
    subject: `Purchase order ${order.number} was sent`,
    body: `Purchase order ${order.number}${forRequisition(order)} has reached ${order.supplier.name}.`,
    ...requisitionOf(order),
    purchaseOrder: event.purchaseOrder,
  })
}

export function notifyRequesterOfAcknowledgement(
  event: LifecycleEvents['order acknowledged'],
  work: Work,
): void {
  const order = readPurchaseOrder(work.db, event.purchaseOrder)
  tell(work, peopleWith(work, [order.requestedBy.login]), {
    kind: 'order_acknowledged',
    subject: `${order.supplier.name} has acknowledged purchase order ${order.number}`,
    body: `${order.supplier.name} has acknowledged purchase order ${order.number}${forRequisition(order, 'of')}.`,
    ...requisitionOf(order),
    purchaseOrder: event.purchaseOrder,
  })
}

export function notifyRequesterOfConfirmation(event: LifecycleEvents['order confirmed'], work: Work): void {
  const { status, comments, purchaseOrder } = readConfirmation(work.db, event.confirmation)
  const order = readPurchaseOrder(work.db, purchaseOrder)
  const said = confirmationWords[status]
  tell(work, peopleWith(work, [order.requestedBy.login]), {
    kind: status === 'rejected' ? 'order_rejected' : 'order_confirmed',
    subject: `${order.supplier.name} ${said} purchase order ${order.number}`,
    body: `${order.supplier.name} ${said} purchase order ${order.number} (${order.lines[0]?.description ?? ''})${forRequisition(order, 'of')}.${comments === undefined ? '' : `\n\n${comments}`}`,
    ...requisitionOf(order),
    purchaseOrder: order.id,
  })
}

const confirmationWords = {
  accepted: 'has confirmed',
  partially_accepted: 'has confirmed a part of',
  rejected: 'has rejected',
  pending_approval: 'proposes changes to',
} as const

/** Coupa's mail to the administrators when a cart fails: subject and last sentence are Coupa's own. */
export function notifyAdministratorsOfCart(event: LifecycleEvents['cart refused'], work: Work): void {
  tell(work, administrators(work.company), {
    kind: 'punchout_cxml_error',
    subject: 'Punchout failed to return a cart',
    body: `${event.supplier} tried to return a cart to ${work.system.title} and failed. Please check that the units of measure it needs are enabled. When the user returned to ${work.system.title}, the following error was received: '${event.error}' for item '${event.item}', user '${event.login}'`,
  })
}

/** Coupa mails its administrators at each failed attempt: subject and body are Coupa's own. */
export function notifyAdministratorsOfTransmission(
  event: LifecycleEvents['transmission attempt failed'],
  work: Work,
): void {
  const order = readPurchaseOrder(work.db, event.purchaseOrder)
  const timedOut = event.failure === 'Connection to supplier timed out'
  tell(work, administrators(work.company), {
    kind: 'cxml_failure',
    subject: timedOut
      ? `cXML Failure (${event.failure})`
      : `cXML Failure (Failed to send PO #${order.number})`,
    body: `When we tried to send purchase order #${order.number} to ${order.supplier.name} we received the following error: ${event.failure}`,
    ...requisitionOf(order),
    purchaseOrder: event.purchaseOrder,
  })
}
