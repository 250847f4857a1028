import { cidUrl, type FileToAttach, serializeCxmlMessage } from '@punchloop/sdk/cxml'
import type { Attachment } from '../comments/attachment.js'
import { readFile } from '../comments/attachment-records.js'
import { saidToSupplier } from '../comments/for-supplier.js'
import { hashToken } from '../control/ids.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import type { CustomFields } from '../requisitions/requisition.js'
import { readRequisition } from '../requisitions/requisition-records.js'
import type { Database } from '../store/database.js'
import type { ProcurementSystem } from '../systems/system.js'
import type { TransmissionRecord } from './transmission-records.js'
import {
  type NamedValue,
  type OrderWords,
  type OrderWriting,
  writeOrderRequest,
} from './write-order-request.js'

/** What goes over the wire, and the document in it. */
export interface OrderMessage {
  readonly document: string
  readonly contentType: string
  readonly body: string | Uint8Array
}

/** The order with what is said about it and the files that go along; the same bytes each time that it is tried again. */
export function writeOrderMessage(
  db: Database,
  order: PurchaseOrder,
  by: Omit<OrderWriting, 'said' | 'envelope' | 'type'> & { readonly transmission: TransmissionRecord },
): OrderMessage {
  const { transmission } = by
  const { comments, attachments } = saidToSupplier(db, order, transmission.said)
  const texts = attachments.flatMap(attachment => (attachment.type === 'text' ? [attachment.text] : []))
  const links = attachments.flatMap(attachment => (attachment.type === 'url' ? [attachment.url] : []))
  const files =
    by.system.order.attachments === 'mime'
      ? attachments.flatMap(attachment => fileOf(db, attachment, transmission.payloadID))
      : []
  const document = writeOrderRequest(order, {
    ...by,
    envelope: transmission,
    type: transmission.type,
    said: {
      comments: [...comments, ...texts],
      attachmentUrls: [...files.map(({ contentId }) => cidUrl(contentId)), ...links],
      customFields: customFieldsOf(db, order, by.system),
    },
  })
  if (files.length === 0) return { document, contentType: 'text/xml; charset=UTF-8', body: document }
  const boundary = `order-${hashToken(transmission.payloadID).slice(0, 32)}`
  return { document, ...serializeCxmlMessage(document, files, { boundary }) }
}

/** Those of the request behind the order, as far as they are text, numbers or flags. */
function customFieldsOf(
  db: Database,
  { requisition: number }: PurchaseOrder,
  { order }: ProcurementSystem,
): OrderWords['customFields'] {
  if (number === undefined || !order.customFields) return { header: [], lineOf: () => [] }
  const requisition = readRequisition(db, number)
  return {
    header: valuesOf(requisition.customFields),
    lineOf: ({ requisitionLine }) =>
      valuesOf(requisition.lines.find(({ lineNum }) => lineNum === requisitionLine)?.customFields),
  }
}

function valuesOf(fields: CustomFields = {}): NamedValue[] {
  return Object.entries(fields)
    .filter(([, value]) => value !== null && value !== '' && typeof value !== 'object')
    .map(([name, value]) => ({ name, value: String(value) }))
}

function fileOf(db: Database, attachment: Attachment, payloadID: string): FileToAttach[] {
  if (attachment.type !== 'file') return []
  const { fileName, contentType, bytes } = readFile(db, attachment.id)
  const host = payloadID.slice(payloadID.indexOf('@') + 1)
  return [
    {
      contentId: `attachment-${attachment.id}@${host}`,
      // As whoever uploaded it says, as far as a header can carry that.
      contentType: /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream',
      fileName: fileName.toWellFormed().replace(/["'\\/]|\p{Cc}/gu, '_'),
      bytes,
    },
  ]
}
