import type { SentFile } from '../comments/attachment.js'
import { listAttachments, readFile } from '../comments/attachment-records.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { bytesOf, textOf } from '../store/row.js'
import { readInvoice } from './invoice-records.js'

/** What the paper looked like, in the place of an earlier picture of it. */
export function keepImageScan(work: Work, invoice: number, { fileName, contentType, bytes }: SentFile): void {
  readInvoice(work.db, invoice)
  if (bytes.byteLength === 0) {
    const message = "Image scan can't be blank"
    throw new CoupaError('ERR_COUPA_INVALID', message, { fields: [{ field: 'image-scan', message }] })
  }
  work.db.run(
    `INSERT INTO invoice_image_scans (invoice, file_name, content_type, size, bytes, created_at)
     VALUES ($invoice, $fileName, $contentType, $size, $bytes, $now)
     ON CONFLICT (invoice) DO UPDATE SET file_name = $fileName, content_type = $contentType, size = $size,
       bytes = $bytes, created_at = $now`,
    { invoice, fileName, contentType, size: bytes.byteLength, bytes, now: work.now.toISOString() },
  )
}

/** `ERR_COUPA_NOT_FOUND` where nobody has put one there. */
export function readImageScan(db: Database, invoice: number): SentFile {
  const row = db.get('SELECT * FROM invoice_image_scans WHERE invoice = $invoice', { invoice })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `Invoice ${invoice} has no image scan`)
  return {
    fileName: textOf(row, 'file_name'),
    contentType: textOf(row, 'content_type'),
    bytes: bytesOf(row, 'bytes'),
  }
}

/**
 * The document that an authority has cleared. `ERR_COUPA_NOT_FOUND` where none came.
 * Unverified: which file that is. We take the first XML that the supplier attached.
 */
export function readClearanceDocument(db: Database, invoice: number): SentFile {
  const found = listAttachments(db, { type: 'InvoiceHeader', id: invoice }).find(
    attachment =>
      attachment.author.supplier !== undefined &&
      attachment.type === 'file' &&
      /xml/i.test(attachment.contentType),
  )
  if (found === undefined) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `Invoice ${invoice} has no clearance document`)
  }
  return readFile(db, found.id)
}
