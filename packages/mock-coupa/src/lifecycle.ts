import { closeApprovals, openNextApproval } from './approvals/open-approvals.js'
import { applyChange } from './change-orders/apply-change.js'
import {
  markChangeApproved,
  markChangeRejected,
  openChangeApprovals,
} from './change-orders/change-approvable.js'
import {
  markContractRejected,
  openContractApprovals,
  publishApproved,
} from './contracts/contract-approvable.js'
import type { ApprovableKey, ApprovableType } from './control/approvable-key.js'
import type { LifecycleEventKind, LifecycleEvents } from './control/event.js'
import type { Work } from './control/work.js'
import { awaitConfirmation } from './fulfillment/confirm-order.js'
import { followReceipts, markInvoiceApproved, markInvoiceRejected } from './invoicing/act-on-invoice.js'
import { openInvoiceApprovals } from './invoicing/invoice-approvable.js'
import { reportInvoiceStatus } from './invoicing/report-status.js'
import { mailPurchaseOrder } from './notifications/mail-purchase-order.js'
import {
  notifyAdministratorsOfCart,
  notifyAdministratorsOfTransmission,
  notifyBuyers,
  notifyOfWithdrawal,
  notifyRequesterOfAcknowledgement,
  notifyRequesterOfConfirmation,
  notifyRequesterOfOrder,
  notifyRequesterOfSending,
} from './notifications/notify.js'
import {
  notifyApprover,
  notifyDelegate,
  notifyOfEscalation,
  notifyRequesterOfApproval,
  notifyRequesterOfHold,
  notifyRequesterOfRejection,
  notifyWatchers,
} from './notifications/notify-of-approval.js'
import { notifyOfComment } from './notifications/notify-of-comment.js'
import { notifyOfInvoice } from './notifications/notify-of-invoice.js'
import { issuePurchaseOrders } from './purchase-orders/issue.js'
import { keepReceived } from './receiving/follow-receipts.js'
import { markApproved, markOrdered, returnToDraft } from './requisitions/follow-approvals.js'
import { keepLeadTimes } from './requisitions/lead-time.js'
import { openRequisitionApprovals } from './requisitions/requisition-approvable.js'
import { scheduleCancellation, scheduleTransmission, scheduleUpdate } from './transmission/schedule.js'

/** What follows from each event, in order. */
export type Lifecycle = {
  readonly [K in LifecycleEventKind]: readonly ((event: LifecycleEvents[K], work: Work) => void)[]
}

/**
 * READ THIS FIRST. A transition lives in the room of the thing that it changes; only this table knows what comes
 * next. Everything here happens in the transaction of the event: what must leave the house (an order, a mail)
 * becomes a row, and is sent after the commit.
 */
export function createLifecycle(publicUrl: () => string): Lifecycle {
  // biome-ignore format: the columns are the documentation
  return {
    'cart refused':                [notifyAdministratorsOfCart],
    'requisition submitted':       [openRequisitionApprovals],
    'requisition needs a buyer':   [notifyBuyers],
    'purchase order change submitted': [openChangeApprovals],
    'invoice needs approval':      [openInvoiceApprovals],
    'contract submitted':          [openContractApprovals],
    'approvals opened':            [notifyWatchers],
    'approval opened':             [notifyApprover(publicUrl)],
    'approval held':               [notifyRequesterOfHold],
    'approval escalated':          [notifyOfEscalation, openNextApproval],
    'delegate appointed':          [notifyDelegate],
    'approval given':              [openNextApproval],
    'approval refused':            [closeApprovals, byType({
      RequisitionHeader: returnToDraft,
      OrderHeaderChange: markChangeRejected,
      InvoiceHeader: markInvoiceRejected,
      Contract: markContractRejected,
    }), notifyRequesterOfRejection, notifyWatchers],
    'requisition withdrawn':       [notifyOfWithdrawal, ({ requisition }, work) =>
      closeApprovals({ on: { type: 'RequisitionHeader', id: requisition } }, work)],
    'approval chain completed':    [byType({
      RequisitionHeader: markApproved,
      OrderHeaderChange: markChangeApproved,
      InvoiceHeader: markInvoiceApproved,
      Contract: publishApproved,
    }), notifyRequesterOfApproval, notifyWatchers, followApproval],
    'requisition approved':        [keepLeadTimes, issuePurchaseOrders],
    'issuance due':                [issuePurchaseOrders],
    'purchase order issued':       [notifyRequesterOfOrder, awaitConfirmation, scheduleTransmission(publicUrl)],
    'purchase orders issued':      [markOrdered],
    'purchase order sent':         [notifyRequesterOfSending],
    'purchase order changed':      [scheduleUpdate(publicUrl)],
    'purchase order cancelled':    [scheduleCancellation(publicUrl)],
    'purchase order mailed':       [mailPurchaseOrder(publicUrl)],
    'purchase order change approved':  [applyChange],
    'transmission attempt failed': [notifyAdministratorsOfTransmission],
    'receipt recorded':            [keepReceived, followReceipts],
    'invoice changed':             [notifyOfInvoice, reportInvoiceStatus(publicUrl)],
    'order confirmed':             [notifyRequesterOfConfirmation],
    'order acknowledged':          [notifyRequesterOfAcknowledgement],
    'comment added':               [notifyOfComment],
  }
}

/** What was approved takes effect. */
const followApproval = byType<LifecycleEvents['approval chain completed']>({
  RequisitionHeader: ({ on }, work) => work.emit('requisition approved', { requisition: on.id }),
  OrderHeaderChange: ({ on }, work) => work.emit('purchase order change approved', { change: on.id }),
  InvoiceHeader: ({ on }, work) => work.emit('invoice changed', { invoice: on.id, action: 'approve' }),
  Contract: () => {},
})

/** What happens to a document by its type. */
function byType<E extends { readonly on: ApprovableKey }>(
  steps: Readonly<Record<ApprovableType, (event: E, work: Work) => void>>,
): (event: E, work: Work) => void {
  return (event, work) => steps[event.on.type](event, work)
}

/** Applies the table to one event. */
export function follow<K extends LifecycleEventKind>(
  lifecycle: Lifecycle,
  event: { readonly kind: K; readonly detail: LifecycleEvents[K] },
  work: Work,
): void {
  for (const step of lifecycle[event.kind]) step(event.detail, work)
}
