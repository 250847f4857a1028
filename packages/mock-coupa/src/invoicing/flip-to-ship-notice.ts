import { compareDecimals } from '@punchloop/sdk/cxml'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import type { Actor } from '../purchase-orders/revisions.js'
import { createShipNotice } from '../receiving/write-ship-notice.js'
import { readInvoice } from './invoice-records.js'

/**
 * What is invoiced is on its way, by a ship notice of the invoice's number. Its id. `ERR_COUPA_INVALID` where no line
 * asks for goods of an order. Unverified: the number.
 */
export function flipToShipNotice(work: Work, id: number, by: Actor): number {
  const invoice = readInvoice(work.db, id)
  const lines = invoice.lines.flatMap(({ purchaseOrder, orderLine, quantity, uom }) =>
    purchaseOrder === undefined ||
    orderLine === undefined ||
    quantity === undefined ||
    compareDecimals(quantity, '0') <= 0
      ? []
      : [{ purchaseOrder, orderLine, quantity, ...(uom === undefined ? {} : { uom }) }],
  )
  if (lines.length === 0) {
    const message = `Invoice ${invoice.invoiceNumber} asks for no goods of an order`
    throw new CoupaError('ERR_COUPA_INVALID', message, { fields: [{ field: 'invoice-lines', message }] })
  }
  const notice = {
    asnNumber: invoice.invoiceNumber,
    supplier: invoice.supplier.id,
    lines,
    shipDate: work.now,
  }
  const asn = createShipNotice(work, notice, by)
  recordHistory(work, {
    on: { type: 'InvoiceHeader', id },
    by: by.name,
    text: `Ship notice ${invoice.invoiceNumber}`,
  })
  return asn
}
