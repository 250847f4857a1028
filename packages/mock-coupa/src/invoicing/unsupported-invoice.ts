import type { InvoiceDetailRequest } from '@punchloop/sdk/cxml'

/**
 * What an invoice asks for that is not supported, for Status 450. Coupa documents the status, not what it stands for.
 * Unverified: that it has these: invoices of whole orders without lines, debit memos, and invoices for information only,
 * which must not be paid.
 */
export function unsupportedIn(request: InvoiceDetailRequest): string | undefined {
  const { invoiceDetailRequestHeader: header, invoiceDetailHeaderOrders } = request
  const isHeaderInvoice = header.invoiceDetailHeaderIndicator?.isHeaderInvoice === 'yes'
  if (isHeaderInvoice || invoiceDetailHeaderOrders.length > 0) {
    return notSupported('isHeaderInvoice: an invoice needs lines (InvoiceDetailOrder)')
  }
  if (header.purpose === 'debitMemo' || header.purpose === 'lineLevelDebitMemo') {
    return notSupported(`purpose ${header.purpose}`)
  }
  return header.isInformationOnly === 'yes' ? notSupported('isInformationOnly') : undefined
}

function notSupported(what: string): string {
  return `Request characteristic not supported: ${what}`
}
