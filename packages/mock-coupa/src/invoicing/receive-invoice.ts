import type { AttachedFile, RequestDocument } from '@punchloop/sdk/cxml'
import { attach, largestAttachment } from '../comments/attach.js'
import type { Supplier } from '../company/supplier.js'
import type { Work } from '../control/work.js'
import { type Answer, answerOnce, type ReceivedDocument } from '../fulfillment/answer.js'
import { recordHistory } from '../journal/history.js'
import { actOnInvoice } from './act-on-invoice.js'
import { createInvoice, invoiceProblems } from './create-invoice.js'
import { findByNumber } from './invoice-records.js'
import { readInvoiceRequest } from './read-invoice-request.js'
import { unsupportedIn } from './unsupported-invoice.js'

/**
 * Takes a supplier's invoice, once, with the files that came along, and submits it. Refusals are those that Coupa
 * documents for `/cxml/invoices`.
 */
export function receiveInvoice(
  work: Work,
  supplier: Supplier,
  message: ReceivedDocument<RequestDocument<'InvoiceDetailRequest'>> & {
    readonly files: readonly AttachedFile[]
  },
): Answer {
  if (supplier.allowCxmlInvoicing === false) {
    return { code: '403', text: `cXML invoicing is not allowed for supplier ${supplier.name}` }
  }
  return answerOnce(work, supplier, message, () => take(work, supplier, message))
}

function take(
  work: Work,
  supplier: Supplier,
  {
    document,
    files,
  }: {
    readonly document: RequestDocument<'InvoiceDetailRequest'>
    readonly files: readonly AttachedFile[]
  },
): Answer {
  const { invoiceDetailRequest } = document.request
  const { invoiceDetailRequestHeader: header } = invoiceDetailRequest
  const by = { name: supplier.name }
  if (header.operation === 'delete') return takeBack(work, supplier, header.invoiceID)
  const unsupported = unsupportedIn(invoiceDetailRequest)
  if (unsupported !== undefined) return { code: '450', text: unsupported }
  const read = readInvoiceRequest(work, supplier, invoiceDetailRequest)
  if ('problem' in read) return refused(read.problem)
  const [problem] = invoiceProblems(work, read.invoice)
  if (problem !== undefined) return refused(problem)
  if (read.invoice.lines.length === 0) return refused("Invoice lines can't be blank")
  const large = files.find(file => file.bytes.byteLength > largestAttachment)
  if (large !== undefined) return { code: '413', text: 'Request Entity Too Large' }
  const id = createInvoice(work, read.invoice, by)
  for (const file of files) {
    if (file.bytes.byteLength === 0) continue
    attach(
      work,
      { fullName: supplier.name, supplier: supplier.id },
      {
        on: { type: 'InvoiceHeader', id },
        content: {
          type: 'file',
          fileName: file.fileName ?? 'attachment',
          contentType: file.contentType,
          bytes: file.bytes,
        },
        intent: 'external',
      },
    )
  }
  actOnInvoice(work, id, { action: 'submit', by })
  for (const order of read.orders) {
    recordHistory(work, { purchaseOrder: order.id, by: supplier.name, text: `Invoice ${header.invoiceID}` })
  }
  const [order] = read.orders
  return { code: '200', text: 'OK', ...(order === undefined ? {} : { purchaseOrder: order.id }) }
}

/** Unverified: that Coupa takes `operation="delete"`. It takes back what nobody has approved. */
function takeBack(work: Work, supplier: Supplier, invoiceNumber: string): Answer {
  const invoice = findByNumber(work.db, supplier.id, invoiceNumber)
  if (invoice === undefined) return refused(`Could not find invoice ${invoiceNumber}`)
  if (invoice.status === 'approved') return refused(`Invoice ${invoiceNumber} has been approved`)
  actOnInvoice(work, invoice.id, { action: 'abandon', by: { name: supplier.name } })
  return { code: '200', text: 'OK' }
}

function refused(text: string): Answer {
  return { code: '417', text }
}
