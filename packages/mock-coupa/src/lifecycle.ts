import { closeApprovals, openApprovals, openNextApproval } from './approvals/open-approvals.js'
import { applyChange } from './change-orders/apply-change.js'
import { openChangeApprovals } from './change-orders/approve-change.js'
import { changeApprovers } from './change-orders/change-approvers.js'
import type { LifecycleEventKind, LifecycleEvents } from './control/event.js'
import type { Work } from './control/work.js'
import { awaitConfirmation } from './fulfillment/confirm-order.js'
import { followReceipts } from './invoicing/act-on-invoice.js'
import { mailPurchaseOrder } from './notifications/mail-purchase-order.js'
import {
  notifyAdministratorsOfCart,
  notifyAdministratorsOfTransmission,
  notifyApprover,
  notifyBuyers,
  notifyDelegate,
  notifyOfEscalation,
  notifyOfWithdrawal,
  notifyRequesterOfAcknowledgement,
  notifyRequesterOfApproval,
  notifyRequesterOfConfirmation,
  notifyRequesterOfHold,
  notifyRequesterOfOrder,
  notifyRequesterOfRejection,
  notifyRequesterOfSending,
  notifyWatchers,
} from './notifications/notify.js'
import { notifyChangeApprover } from './notifications/notify-of-change.js'
import { notifyOfComment } from './notifications/notify-of-comment.js'
import { notifyOfInvoice } from './notifications/notify-of-invoice.js'
import { issuePurchaseOrders } from './purchase-orders/issue.js'
import { keepReceived } from './receiving/follow-receipts.js'
import { markApproved, markOrdered, returnToDraft } from './requisitions/follow-approvals.js'
import { keepLeadTimes } from './requisitions/lead-time.js'
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
    'requisition submitted':       [openApprovals, notifyWatchers],
    'requisition needs a buyer':   [notifyBuyers],
    'approval opened':             [notifyApprover(publicUrl)],
    'approval held':               [notifyRequesterOfHold],
    'approval escalated':          [notifyOfEscalation, openNextApproval],
    'delegate appointed':          [notifyDelegate],
    'approval given':              [openNextApproval],
    'approval refused':            [closeApprovals, returnToDraft, notifyRequesterOfRejection, notifyWatchers],
    'requisition withdrawn':       [notifyOfWithdrawal, closeApprovals],
    'approval chain completed':    [markApproved],
    'requisition approved':        [notifyRequesterOfApproval, notifyWatchers, keepLeadTimes, issuePurchaseOrders],
    'issuance due':                [issuePurchaseOrders],
    'purchase order issued':       [notifyRequesterOfOrder, awaitConfirmation, scheduleTransmission(publicUrl)],
    'purchase orders issued':      [markOrdered],
    'purchase order sent':         [notifyRequesterOfSending],
    'purchase order changed':      [scheduleUpdate(publicUrl)],
    'purchase order cancelled':    [scheduleCancellation(publicUrl)],
    'purchase order mailed':       [mailPurchaseOrder(publicUrl)],
    'purchase order change submitted': [openChangeApprovals(changeApprovers)],
    'purchase order change needs approval': [notifyChangeApprover],
    'purchase order change approved':  [applyChange],
    'transmission attempt failed': [notifyAdministratorsOfTransmission],
    'receipt recorded':            [keepReceived, followReceipts],
    'invoice changed':             [notifyOfInvoice],
    'order confirmed':             [notifyRequesterOfConfirmation],
    'order acknowledged':          [notifyRequesterOfAcknowledgement],
    'comment added':               [notifyOfComment],
  }
}

/** Applies the table to one event. */
export function follow<K extends LifecycleEventKind>(
  lifecycle: Lifecycle,
  event: { readonly kind: K; readonly detail: LifecycleEvents[K] },
  work: Work,
): void {
  for (const step of lifecycle[event.kind]) step(event.detail, work)
}
