import { formatDecimal } from '@punchloop/sdk/cxml'
import { readApprovable } from '../approvables.js'
import { decidersOf } from '../approvals/acting.js'
import type { Approvable } from '../approvals/approvable.js'
import { readApproval, readChain } from '../approvals/approval-records.js'
import { createMailLink } from '../approvals/mail-links.js'
import { readWatchers } from '../approvals/watchers.js'
import { readChange } from '../change-orders/change-records.js'
import type { ApprovableKey } from '../control/approvable-key.js'
import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import type { NotificationKind } from './notification.js'
import { type Message, peopleWith, tell } from './tell.js'

/** `Requisition 1001 (Acme Suite, 4990.00 USD)`, without separators between thousands. */
function described({ name, title, total, currency }: Approvable): string {
  return `${name} (${title}, ${formatDecimal(total, 2)} ${currency})`
}

/** Who asked for it, and who filled it in that person's name. */
function owners({ requestedBy, preparedBy }: Approvable): string[] {
  return [requestedBy.login, ...(preparedBy === undefined ? [] : [preparedBy.login])]
}

/** In the middle of a sentence. */
function named({ name }: Approvable): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

/** What the Inbox leads to, and where that is. */
function placeOf(
  work: Work,
  { type, id }: ApprovableKey,
): { readonly about: Partial<Message>; readonly path: string } {
  switch (type) {
    case 'RequisitionHeader':
      return { about: { requisition: id }, path: `requisitions/${id}` }
    case 'OrderHeaderChange': {
      const order = readPurchaseOrder(work.db, readChange(work.db, id).purchaseOrder)
      return { about: { purchaseOrder: order.id }, path: `orders/${encodeURIComponent(order.number)}` }
    }
    case 'InvoiceHeader':
      return { about: { invoice: id }, path: `invoices/${id}` }
    case 'Contract':
      return { about: { contract: id }, path: `contracts/${id}` }
  }
}

/**
 * Everybody who may decide it, delegates too. The links in the mail are the person's own.
 * Unverified: the wording of Coupa's mails; that they offer View, Approve and Reject is documented.
 */
export function notifyApprover(publicUrl: () => string) {
  return (event: LifecycleEvents['approval opened'], work: Work): void => {
    const approval = readApproval(work.db, event.approval)
    const approvable = readApprovable(work, approval.on)
    const { about, path } = placeOf(work, approval.on)
    tell(work, peopleWith(work, decidersOf(work, approval)), {
      kind: 'approval_needed',
      subject: `${approvable.name} needs your approval`,
      body: `${described(approvable)} of ${approvable.requestedBy.fullName} waits for your approval.`,
      ...about,
      forMail({ login }) {
        const link = `${publicUrl()}/approvals/mail/${createMailLink(work, { approval: approval.id, login })}`
        return `View: ${publicUrl()}/${path}\nApprove: ${link}/approve\nReject: ${link}/reject`
      },
    })
  }
}

/** Whoever did not decide hears that it is somebody else's now; that one is told like any approver. */
export function notifyOfEscalation(event: LifecycleEvents['approval escalated'], work: Work): void {
  const { approver } = readApproval(work.db, event.approval)
  const approvable = readApprovable(work, event.on)
  tell(work, peopleWith(work, [approver.login, ...owners(approvable)]), {
    kind: 'approval_escalated',
    subject: `The approval of ${named(approvable)} was escalated`,
    body: `${described(approvable)} waited for ${approver.fullName}. It was escalated to the manager.`,
    ...placeOf(work, event.on).about,
  })
}

/** Coupa's notification "Someone makes me a delegate approver". */
export function notifyDelegate(event: LifecycleEvents['delegate appointed'], work: Work): void {
  const day = (date: Date) => date.toISOString().slice(0, 10)
  tell(work, peopleWith(work, [event.delegate]), {
    kind: 'approval_delegated',
    subject: `${event.delegator} made you a delegate approver`,
    body: `From ${day(event.startDate)} to ${day(event.endDate)} you can decide what waits for the approval of ${event.delegator}.`,
  })
}

export function notifyRequesterOfHold(event: LifecycleEvents['approval held'], work: Work): void {
  const { approver, on } = readApproval(work.db, event.approval)
  const approvable = readApprovable(work, on)
  tell(work, peopleWith(work, owners(approvable)), {
    kind: 'approval_held',
    subject: `${approvable.name} is on hold with ${approver.fullName}`,
    body: `The approval of ${described(approvable)} is on hold with ${approver.fullName}${event.comment === undefined ? '.' : `: ${event.comment}`}`,
    ...placeOf(work, on).about,
  })
}

/** Watchers are told of the submission and of its end. Unverified: what else Coupa tells them. */
export function notifyWatchers({ on }: { readonly on: ApprovableKey }, work: Work): void {
  const watchers = readWatchers(work.db, on).map(({ login }) => login)
  if (watchers.length === 0) return
  const approvable = readApprovable(work, on)
  const status = approvable.status.replaceAll('_', ' ')
  tell(work, peopleWith(work, watchers), {
    kind: 'requisition_watched',
    subject: `${approvable.name} is ${status}`,
    body: `${described(approvable)} of ${approvable.requestedBy.fullName}, which you watch, is now ${status}.`,
    ...placeOf(work, on).about,
  })
}

/** But for requisitions, only where somebody had to approve. */
export function notifyRequesterOfApproval(
  { on }: LifecycleEvents['approval chain completed'],
  work: Work,
): void {
  const isRequisition = on.type === 'RequisitionHeader'
  if (!isRequisition && readChain(work.db, on).length === 0) return
  const approvable = readApprovable(work, on)
  tell(work, peopleWith(work, owners(approvable)), {
    kind: isRequisition ? 'requisition_approved' : 'document_approved',
    subject: `${approvable.name} is approved`,
    body: `${described(approvable)} is approved${isRequisition ? ' and is being ordered' : ''}.`,
    ...placeOf(work, on).about,
  })
}

export function notifyRequesterOfRejection(event: LifecycleEvents['approval refused'], work: Work): void {
  const { approver } = readApproval(work.db, event.approval)
  const approvable = readApprovable(work, event.on)
  const kind: NotificationKind =
    event.on.type === 'RequisitionHeader' ? 'requisition_rejected' : 'document_rejected'
  tell(work, peopleWith(work, owners(approvable)), {
    kind,
    subject: `${approvable.name} was rejected by ${approver.fullName}`,
    body: `${described(approvable)} was rejected by ${approver.fullName}: ${event.comment}${advice[event.on.type]}`,
    ...placeOf(work, event.on).about,
  })
}

const advice: Readonly<Record<ApprovableKey['type'], string>> = {
  RequisitionHeader: '\n\nIt is a draft again: change it and submit it once more, or withdraw it.',
  OrderHeaderChange: '\n\nThe order stays as it is.',
  InvoiceHeader: '',
  Contract: '\n\nChange it and submit it once more.',
}
