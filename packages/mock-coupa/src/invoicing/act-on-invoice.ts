import { addDecimals, multiplyDecimals } from '@punchloop/sdk/cxml'
import { bypassApprovals, bypassCurrentApproval } from '../approvals/bypass.js'
import { assertNotBlocked } from '../approvals/chain-plan.js'
import { closeApprovals } from '../approvals/open-approvals.js'
import type { ApprovableKey } from '../control/approvable-key.js'
import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import { recordInvoiced } from '../purchase-orders/line-progress.js'
import type { Actor } from '../purchase-orders/revisions.js'
import type { Invoice, InvoiceStatus } from './invoice.js'
import { invoicePlan, needsPeople } from './invoice-approvable.js'
import { invoicesAwaitingReceipt, readInvoice, writeStatus } from './invoice-records.js'
import { type Match, match } from './match.js'
import { counted, type InvoiceAction, transitions } from './transitions.js'

export function mayActOn({ status }: Pick<Invoice, 'status'>, action: InvoiceAction): boolean {
  return transitions[action].from.includes(status)
}

/** `ERR_COUPA_CONFLICT` where the status does not allow it; a dispute needs a reason. */
export function actOnInvoice(
  work: Work,
  id: number,
  act: { readonly action: InvoiceAction; readonly by: Actor; readonly reason?: string },
): void {
  const invoice = readInvoice(work.db, id)
  const { from, to, done } = transitions[act.action]
  const reason = act.reason?.trim() || undefined
  if (!from.includes(invoice.status)) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Invoice ${invoice.invoiceNumber} cannot be ${done}: it is ${invoice.status}, and would have to be ${from.join(', ')}`,
    )
  }
  if (reason === undefined && act.action === 'dispute') {
    const message = "Reason can't be blank: the supplier is told it"
    throw new CoupaError('ERR_COUPA_INVALID', message, { fields: [{ field: 'reason', message }] })
  }
  if (act.action === 'submit') beforeSubmission(work, invoice, act.by)
  keepReason(work, id, act.action, reason)
  recordHistory(work, {
    on: keyOf(invoice),
    by: act.by.name,
    text: `${done.charAt(0).toUpperCase()}${done.slice(1)}`,
    ...(reason === undefined ? {} : { comment: reason }),
  })
  if (to === 'matching') settle(work, readInvoice(work.db, id))
  else if (to === 'approvals') goOnWithApprovals(work, invoice, act.action)
  else move(work, invoice, to)
  work.emit('invoice changed', { invoice: id, action: act.action })
}

function keyOf({ id }: Pick<Invoice, 'id'>): ApprovableKey {
  return { type: 'InvoiceHeader', id }
}

/**
 * Who submits what is held has looked at what it is held for. A blocking chain keeps people from submitting; what a
 * supplier sends is held instead.
 */
function beforeSubmission(work: Work, invoice: Invoice, by: Actor): void {
  if (by.login !== undefined) assertNotBlocked(invoicePlan(work, invoice.id))
  if (invoice.status === 'ap_hold') {
    work.db.run('UPDATE invoices SET ap_reviewed = 1 WHERE id = $id', { id: invoice.id })
  }
}

function goOnWithApprovals(work: Work, invoice: Invoice, action: InvoiceAction): void {
  if (action === 'bypass_current_approval') {
    bypassCurrentApproval(work, keyOf(invoice))
    return
  }
  closeApprovals({ on: keyOf(invoice) }, work)
  work.emit('invoice needs approval', { invoice: invoice.id })
}

function keepReason(work: Work, id: number, action: InvoiceAction, reason: string | undefined): void {
  if (action === 'dispute') {
    work.db.run('UPDATE invoices SET dispute_reason = $reason WHERE id = $id', { id, reason })
  }
  if (action === 'void' || action === 'abandon') {
    work.db.run('UPDATE invoices SET void_reason = $reason WHERE id = $id', { id, reason })
  }
}

/** Where order and receipts lead it: held, waiting for what is to arrive, waiting for approval, or approved. */
function settle(work: Work, invoice: Invoice): void {
  if (invoice.lines.length === 0) {
    const message = "Invoice lines can't be blank"
    throw new CoupaError('ERR_COUPA_INVALID', message, { fields: [{ field: 'lines', message }] })
  }
  // Counted first: other invoices of the same lines and this one are matched together.
  if (!counted.includes(invoice.status)) count(work, invoice, '1')
  const found = match(work.db, work.company, invoice)
  const status = statusAfter(work, invoice, found)
  writeStatus(work, invoice.id, { status, failedTolerances: found.failedTolerances })
  if (status === 'pending_approval') work.emit('invoice needs approval', { invoice: invoice.id })
}

function statusAfter(work: Work, invoice: Invoice, found: Match): InvoiceStatus {
  const isOff = found.failedTolerances.length > 0
  const isBlocked = invoicePlan(work, invoice.id).blocked.length > 0
  if (isBlocked || (!invoice.apReviewed && (isOff || isHeldForReview(work, invoice)))) return 'ap_hold'
  if (found.awaitsReceipt) return 'pending_receipt'
  const matched = { ...invoice, failedTolerances: found.failedTolerances }
  return needsPeople(work.company, matched) ? 'pending_approval' : 'approved'
}

function isHeldForReview(work: Work, { supplier }: Invoice): boolean {
  return work.company.suppliers.find(({ id }) => id === supplier.id)?.holdInvoicesForApReview ?? false
}

function move(work: Work, invoice: Invoice, status: InvoiceStatus): void {
  if (invoice.status === 'pending_approval') {
    if (status === 'approved') bypassApprovals(work, keyOf(invoice))
    else closeApprovals({ on: keyOf(invoice) }, work)
  }
  if (counted.includes(invoice.status) && !counted.includes(status)) count(work, invoice, '-1')
  writeStatus(work, invoice.id, { status })
}

/** `pending_approval` → `approved`: nobody is left to ask. */
export function markInvoiceApproved({ on }: LifecycleEvents['approval chain completed'], work: Work): void {
  writeStatus(work, on.id, { status: 'approved' })
  recordHistory(work, { on, by: work.system.title, text: 'Approved' })
}

/** `pending_approval` → `rejected`, with the reason. */
export function markInvoiceRejected({ on, comment }: LifecycleEvents['approval refused'], work: Work): void {
  move(work, readInvoice(work.db, on.id), 'rejected')
  work.db.run('UPDATE invoices SET void_reason = $comment WHERE id = $id', { id: on.id, comment })
  work.emit('invoice changed', { invoice: on.id, action: 'reject' })
}

/** What the invoice says of each order line becomes (or is no more) invoiced. */
function count(work: Work, invoice: Invoice, sign: '1' | '-1'): void {
  const quantities = new Map<number, string>()
  for (const { orderLine, quantity, total } of invoice.lines) {
    if (orderLine === undefined) continue
    const counts = multiplyDecimals(quantity ?? total, sign)
    quantities.set(orderLine, addDecimals(quantities.get(orderLine) ?? '0', counts))
  }
  recordInvoiced(work, quantities)
}

/** Something arrived, or never did: invoices that wait for it are matched again. */
export function followReceipts({ purchaseOrder }: LifecycleEvents['receipt recorded'], work: Work): void {
  for (const invoice of invoicesAwaitingReceipt(work.db, purchaseOrder)) {
    settle(work, invoice)
    const { status } = readInvoice(work.db, invoice.id)
    if (status === invoice.status) continue
    recordHistory(work, { on: keyOf(invoice), by: work.system.title, text: `Matched: ${status}` })
    work.emit('invoice changed', { invoice: invoice.id, action: 'revalidate_tolerances' })
  }
}

/** Coupa's `paid`: only what is approved is paid. */
export function markPaid(
  work: Work,
  id: number,
  payment: { readonly by: Actor; readonly paid: boolean; readonly date?: Date; readonly notes?: string },
): void {
  const invoice = readInvoice(work.db, id)
  if (payment.paid && invoice.status !== 'approved') {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Invoice ${invoice.invoiceNumber} cannot be paid: it is ${invoice.status}, and would have to be approved`,
    )
  }
  work.db.run(
    `UPDATE invoices SET paid = $paid, payment_date = $date, payment_notes = coalesce($notes, payment_notes),
       updated_at = $now WHERE id = $id`,
    {
      id,
      paid: Number(payment.paid),
      date: payment.paid ? (payment.date ?? work.now).toISOString() : null,
      notes: payment.notes,
      now: work.now.toISOString(),
    },
  )
  recordHistory(work, {
    on: keyOf(invoice),
    by: payment.by.name,
    text: payment.paid ? 'Paid' : 'Not paid after all',
  })
  work.emit('invoice changed', { invoice: id, action: 'paid' })
}
