import type { Context } from 'koa'
import { receiveInvoice } from '../invoicing/receive-invoice.js'
import type { TakenDocument } from '../systems/system.js'
import type { CxmlFace } from './cxml-face.js'
import { receiveDocument } from './receive-document.js'

/** A supplier asks for money, alone or with attachments. Documented: cXML invoices, the statuses and their texts included. */
export function invoices(face: CxmlFace, ctx: Context, habits: TakenDocument): Promise<void> {
  return receiveDocument(face, ctx, {
    kind: 'InvoiceDetailRequest',
    largest: 16 * 1024 * 1024,
    ...habits,
    take: (work, supplier, { document, body, files }) =>
      document.kind === 'InvoiceDetailRequest'
        ? receiveInvoice(work, supplier, { document, body, files })
        : undefined,
  })
}
