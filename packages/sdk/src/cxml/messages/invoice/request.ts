import { element } from '../../grammar/element.js'
import { many, needed } from '../../grammar/fields.js'
import { type InvoiceDetailRequestHeader, invoiceDetailRequestHeader } from './header.js'
import {
  type InvoiceDetailHeaderOrder,
  type InvoiceDetailOrder,
  invoiceDetailHeaderOrder,
  invoiceDetailOrder,
} from './order.js'
import { type InvoiceDetailSummary, invoiceDetailSummary } from './summary.js'

/** `InvoiceDetailRequest`: an invoice, a credit or debit memo, or the cancellation of one. */
export interface InvoiceDetailRequest {
  readonly invoiceDetailRequestHeader: InvoiceDetailRequestHeader
  /** Of an invoice with lines; at least one here or in `invoiceDetailHeaderOrders`, not in both. */
  readonly invoiceDetailOrders: readonly InvoiceDetailOrder[]
  /** Of a header invoice (`isHeaderInvoice`). */
  readonly invoiceDetailHeaderOrders: readonly InvoiceDetailHeaderOrder[]
  readonly invoiceDetailSummary: InvoiceDetailSummary
}

export const invoiceDetailRequest = element<InvoiceDetailRequest>('InvoiceDetailRequest', {
  invoiceDetailRequestHeader: needed(invoiceDetailRequestHeader),
  invoiceDetailOrders: many(invoiceDetailOrder),
  invoiceDetailHeaderOrders: many(invoiceDetailHeaderOrder),
  invoiceDetailSummary: needed(invoiceDetailSummary),
})
