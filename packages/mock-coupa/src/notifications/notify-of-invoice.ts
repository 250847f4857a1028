import { formatDecimal } from '@punchloop/sdk/cxml'
import { administrators } from '../company/people.js'
import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import type { Invoice } from '../invoicing/invoice.js'
import { readInvoice } from '../invoicing/invoice-records.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import { peopleWith, tell } from './tell.js'

/** Whoever has to do something hears of it: accounts payable of a hold, the requester of a receipt. */
export function notifyOfInvoice(event: LifecycleEvents['invoice changed'], work: Work): void {
  const invoice = readInvoice(work.db, event.invoice)
  if (invoice.status === 'pending_receipt') tellRequester(work, invoice)
  if (invoice.status !== 'ap_hold') return
  // Unverified: administrators stand for the company's accounts payable.
  tell(work, administrators(work.company), {
    kind: 'invoice_needs_attention',
    subject: `Invoice ${invoice.invoiceNumber} of ${invoice.supplier.name} needs you`,
    body:
      invoice.failedTolerances.length > 0
        ? `Invoice ${invoice.invoiceNumber} over ${amountOf(invoice)} differs from the order by more than is tolerated.`
        : `Invoice ${invoice.invoiceNumber} over ${amountOf(invoice)} is held until you have looked at it.`,
    invoice: invoice.id,
  })
}

function tellRequester(work: Work, invoice: Invoice): void {
  const orders = new Set(invoice.lines.flatMap(({ purchaseOrder }) => purchaseOrder ?? []))
  for (const id of orders) {
    const order = readPurchaseOrder(work.db, id)
    tell(work, peopleWith(work, [order.requestedBy.login]), {
      kind: 'receipt_needed',
      subject: `Have you received purchase order ${order.number}?`,
      body: `${invoice.supplier.name} asks for ${amountOf(invoice)} with invoice ${invoice.invoiceNumber}; not all of it is received yet.`,
      purchaseOrder: id,
      invoice: invoice.id,
    })
  }
}

function amountOf({ grossTotal, currency }: Invoice): string {
  return `${formatDecimal(grossTotal, 2)} ${currency}`
}
