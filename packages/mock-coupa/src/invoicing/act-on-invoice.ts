import { multiplyDecimals } from '@punchloop/sdk/cxml'
import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordInvoiced } from '../purchase-orders/line-progress.js'
import type { Actor } from '../purchase-orders/revisions.js'
import { recordInvoiceHistory } from './history.js'
import type { FailedTolerance, Invoice, InvoiceStatus } from './invoice.js'
import { listInvoices, readInvoice, writeStatus } from './invoice-records.js'
import { match } from './match.js'
import { counted, type InvoiceAction, transitions } from './transitions.js'

export function mayActOn({ status }: Pick<Invoice, 'status'>, action: InvoiceAction): boolean {
  return transitions[action].from.includes(status)
}

/** `ERR_COUPA_CONFLICT` where the status does not allow it; a dispute and a rejection need a reason. */
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
  if (reason === undefined && (act.action === 'dispute' || act.action === 'reject')) {
    const message = "Reason can't be blank: the supplier is told it"
    throw new CoupaError('ERR_COUPA_INVALID', message, { fields: [{ field: 'reason', message }] })
  }
  if (to === 'matching') settle(work, invoice)
  else move(work, invoice, { status: to })
  keepReason(work, id, act.action, reason)
  recordInvoiceHistory(work, {
    invoice: id,
    by: act.by.name,
    text: `${done.charAt(0).toUpperCase()}${done.slice(1)}`,
    ...(reason === undefined ? {} : { comment: reason }),
  })
  work.emit('invoice changed', { invoice: id, action: act.action })
}

function keepReason(work: Work, id: number, action: InvoiceAction, reason: string | undefined): void {
  if (action === 'dispute') {
    work.db.run('UPDATE invoices SET dispute_reason = $reason WHERE id = $id', { id, reason })
  }
  if (action === 'void' || action === 'abandon' || action === 'reject') {
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
  const { failedTolerances, awaitsReceipt, isBacked } = match(work.db, work.company, invoice)
  const status = statusAfter({ failedTolerances, awaitsReceipt, isBacked })
  writeStatus(work, invoice.id, { status, failedTolerances })
}

/** Unverified: that a backed invoice within tolerance needs nobody's approval, which a company can set otherwise. */
function statusAfter(found: {
  readonly failedTolerances: readonly FailedTolerance[]
  readonly awaitsReceipt: boolean
  readonly isBacked: boolean
}): InvoiceStatus {
  if (found.failedTolerances.length > 0) return 'ap_hold'
  if (found.awaitsReceipt) return 'pending_receipt'
  return found.isBacked ? 'approved' : 'pending_approval'
}

function move(work: Work, invoice: Invoice, to: { readonly status: InvoiceStatus }): void {
  const was = counted.includes(invoice.status)
  const is = counted.includes(to.status)
  if (was && !is) count(work, invoice, '-1')
  writeStatus(work, invoice.id, to)
}

/** What the invoice says of each order line becomes (or is no more) invoiced. */
function count(work: Work, invoice: Invoice, sign: '1' | '-1'): void {
  for (const line of invoice.lines) {
    if (line.orderLine === undefined) continue
    recordInvoiced(work, line.orderLine, multiplyDecimals(line.quantity ?? line.total, sign))
  }
}

/** Something arrived, or never did: invoices that wait for it are matched again. */
export function followReceipts({ purchaseOrder }: LifecycleEvents['receipt recorded'], work: Work): void {
  for (const invoice of listInvoices(work.db, { purchaseOrder, limit: 1_000 })) {
    if (invoice.status !== 'pending_receipt') continue
    settle(work, invoice)
    const { status } = readInvoice(work.db, invoice.id)
    if (status === invoice.status) continue
    recordInvoiceHistory(work, { invoice: invoice.id, by: work.system.title, text: `Matched: ${status}` })
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
  recordInvoiceHistory(work, {
    invoice: id,
    by: payment.by.name,
    text: payment.paid ? 'Paid' : 'Not paid after all',
  })
  work.emit('invoice changed', { invoice: id, action: 'paid' })
}
