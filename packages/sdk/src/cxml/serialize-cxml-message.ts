import { CxmlError } from '../errors.js'
import type { TransferEncoding } from '../mime/transfer-encoding.js'
import { type MimeMessage, type PartToWrite, writeMultipart } from '../mime/write-multipart.js'
import { type AttachmentWarning, attachmentsOf } from './attachments.js'
import type { CxmlDraft } from './document.js'
import { passGate } from './gate.js'
import { type SerializeOptions, serializeCxml } from './serialize-cxml.js'

/** A file to send with a document. */
export type FileToAttach = PartToWrite

/** How a document is written with its files around it. */
export interface SerializeMessageOptions extends SerializeOptions {
  /**
   * What separates the parts: up to 60 letters, digits or `'()+_,-./:=?`, drawn at random for each message (128 bits are
   * plenty). Of no use without files.
   */
  readonly boundary: string
  /** How the files travel. Default `binary`: as they are; `base64` for receivers that take only text. */
  readonly transferEncoding?: TransferEncoding
}

/**
 * Writes a document (a draft, or XML as it is to be sent) with the files that its `Attachment/URL`s name: `cidUrl(contentId)`.
 * With files it becomes `multipart/related`, without it stays `text/xml`.
 *
 * Throws `ERR_CXML_FIELD_MISSING` where a `cid:` URL has no file, `ERR_CXML_FIELD_INVALID` where no URL names a file or a
 * header cannot carry its name, `ERR_CXML_MIME` where two files share a Content-ID or the boundary occurs in one; and what
 * `serializeCxml` and `parseCxml` throw.
 */
export function serializeCxmlMessage(
  document: CxmlDraft | string,
  files: readonly FileToAttach[],
  options: SerializeMessageOptions,
): MimeMessage {
  const { boundary, transferEncoding = 'binary', ...serializing } = options
  const xml = typeof document === 'string' ? document : serializeCxml(document, serializing)
  const bytes = new TextEncoder().encode(xml)
  // From the bytes, so that a declaration of another encoding is found before the receiver finds it.
  const { root } = passGate(bytes, { charset: 'UTF-8' }).xml
  const [warning] = attachmentsOf({ root }, files).warnings
  if (warning !== undefined) throw refusal(warning, files)
  const contentType = 'text/xml; charset=UTF-8'
  if (files.length === 0) return { contentType, body: bytes }
  return writeMultipart(
    { root: { contentId: `cxml@${boundary}`, contentType, bytes }, parts: files },
    { boundary, transferEncoding },
  )
}

function refusal(warning: AttachmentWarning, files: readonly FileToAttach[]): CxmlError {
  const { code, message, contentId, path } = warning
  if (code === 'WARN_CXML_ATTACHMENT_MISSING') {
    const problem = `${message} Attach a file with this contentId, or leave the URL out.`
    return new CxmlError('ERR_CXML_FIELD_MISSING', problem, path === undefined ? {} : { path })
  }
  const field = `files[${files.findIndex(file => file.contentId === contentId)}].contentId`
  const problem = `${field}: ${message} Name it in an Attachment/URL, or leave the file out.`
  return new CxmlError('ERR_CXML_FIELD_INVALID', problem, { path: field })
}
