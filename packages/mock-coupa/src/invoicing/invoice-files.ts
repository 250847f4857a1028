import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { bytesOf, textOf } from '../store/row.js'
import { readInvoice } from './invoice-records.js'

export interface InvoiceFile {
  readonly fileName: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

/** What the paper looked like, in the place of an earlier picture of it. */
export function keepImageScan(
  work: Work,
  invoice: number,
  { fileName, contentType, bytes }: InvoiceFile,
): void {
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
export function readImageScan(db: Database, invoice: number): InvoiceFile {
  const row = db.get('SELECT * FROM invoice_image_scans WHERE invoice = $invoice', { invoice })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `Invoice ${invoice} has no image scan`)
  return fileOf(row)
}

/**
 * The document that an authority has cleared. `ERR_COUPA_NOT_FOUND` where none came.
 * Unverified: which file that is. We take the first XML that the supplier attached.
 */
export function readClearanceDocument(db: Database, invoice: number): InvoiceFile {
  const row = db.get(
    `SELECT file_name, content_type, bytes FROM attachments WHERE attachable_type = 'InvoiceHeader'
       AND attachable_id = $invoice AND supplier IS NOT NULL AND type = 'file' AND content_type LIKE '%xml%'
     ORDER BY id LIMIT 1`,
    { invoice },
  )
  if (row === undefined) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `Invoice ${invoice} has no clearance document`)
  }
  return fileOf(row)
}

function fileOf(row: Parameters<typeof textOf>[0]): InvoiceFile {
  return {
    fileName: textOf(row, 'file_name'),
    contentType: textOf(row, 'content_type'),
    bytes: bytesOf(row, 'bytes'),
  }
}
