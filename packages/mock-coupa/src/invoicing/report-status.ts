import type { LifecycleEvents } from '../control/event.js'
import { coupaEnvelope } from '../control/ids.js'
import type { Work } from '../control/work.js'
import type { Invoice } from './invoice.js'
import { readInvoice } from './invoice-records.js'
import { insertInvoiceStatus, latestInvoiceStatus, type ToldStatus } from './invoice-status-records.js'

/**
 * Has the supplier told how far its invoice is, where the system does that and the invoice came by cXML. What was told last is
 * not told again.
 */
export function reportInvoiceStatus(publicUrl: () => string) {
  return ({ invoice: id }: LifecycleEvents['invoice changed'], work: Work): void => {
    if (!work.system.tellsInvoiceStatus) return
    const invoice = readInvoice(work.db, id)
    const told = statusOf(invoice)
    if (invoice.via !== 'cxml' || told === undefined) return
    const latest = latestInvoiceStatus(work.db, id)
    if (latest?.type === told.type && latest.comment === told.comment) return
    const envelope = coupaEnvelope(work.now, {
      utcOffset: work.company.utcOffset,
      dates: work.system.dates,
      host: new URL(publicUrl()).hostname,
      randomBytes: work.randomBytes,
    })
    insertInvoiceStatus(work, { invoice: id, ...envelope, type: told.type, comment: told.comment })
  }
}

/** cXML has fewer words than the company. Unverified: which of its own a system tells, and when. */
function statusOf({
  status,
  paid,
  paymentNotes,
  disputeReason,
  voidReason,
}: Invoice): { readonly type: ToldStatus; readonly comment: string | undefined } | undefined {
  switch (status) {
    case 'new':
    case 'draft':
      return undefined
    case 'approved':
      return paid ? { type: 'paid', comment: paymentNotes } : { type: 'reconciled', comment: undefined }
    case 'rejected':
      return { type: 'rejected', comment: voidReason }
    case 'disputed':
      return { type: 'rejected', comment: disputeReason }
    case 'abandoned':
    case 'voided':
      return { type: 'canceled', comment: voidReason }
    default:
      return { type: 'processing', comment: undefined }
  }
}
