import { CxmlError } from '../errors.js'
import { concatenate, contains } from './bytes.js'
import { readHeaderValue } from './header-value.js'
import { mimeError, shown } from './mime-error.js'
import { encodeTransfer, type TransferEncoding } from './transfer-encoding.js'

/** A part to write. */
export interface PartToWrite {
  /** Without angle brackets. Unique within the message; the standard wants it unique in the world. */
  readonly contentId: string
  /** `application/pdf`, with parameters if need be. */
  readonly contentType: string
  readonly fileName?: string
  readonly bytes: Uint8Array
}

export interface WriteMultipartOptions {
  /**
   * What separates the parts: 1 to 70 letters, digits or `'()+_,-./:=?`, drawn at random (128 bits are plenty), so that it
   * occurs in no part.
   */
  readonly boundary: string
  /** How the parts but the root travel. Default `binary`: as they are. */
  readonly transferEncoding?: TransferEncoding
}

/** A body, and the `Content-Type` to send it with. */
export interface MimeMessage {
  readonly contentType: string
  readonly body: Uint8Array
}

/**
 * Writes `multipart/related` (RFC 2387), the root first.
 *
 * Throws `ERR_CXML_FIELD_INVALID` naming the field that a header cannot carry (line ends, quotation marks, …),
 * `ERR_CXML_MIME` where the boundary occurs in a part (draw another) or two parts share a Content-ID.
 */
export function writeMultipart(
  { root, parts }: { readonly root: PartToWrite; readonly parts: readonly PartToWrite[] },
  { boundary, transferEncoding = 'binary' }: WriteMultipartOptions,
): MimeMessage {
  if (!/^[0-9A-Za-z'()+_,\-./:=?]{1,70}$/.test(boundary)) {
    throw new TypeError(`boundary: ${shown(boundary)} must be 1 to 70 letters, digits or '()+_,-./:=?`)
  }
  const all = [
    { part: root, where: 'root', encoding: 'binary' as const },
    ...parts.map((part, index) => ({ part, where: `parts[${index}]`, encoding: transferEncoding })),
  ]
  assertDifferent(all.map(({ part }) => part.contentId))
  const text = new TextEncoder()
  const pieces: Uint8Array[] = []
  for (const { part, where, encoding } of all) {
    const head = writeHeaders(part, where, encoding)
    const content = encodeTransfer(part.bytes, encoding)
    if (contains(content, text.encode(`--${boundary}`))) {
      throw mimeError(`the boundary ${shown(boundary)} occurs in ${where}; draw another`)
    }
    pieces.push(text.encode(`--${boundary}\r\n${head}\r\n`), content, text.encode('\r\n'))
  }
  pieces.push(text.encode(`--${boundary}--\r\n`))
  const { value: type } = readHeaderValue(root.contentType, 'Content-Type')
  return {
    contentType: `multipart/related; type="${type}"; start="<${root.contentId}>"; boundary="${boundary}"`,
    body: concatenate(pieces),
  }
}

function writeHeaders(part: PartToWrite, where: string, encoding: TransferEncoding): string {
  const disposition =
    part.fileName === undefined ? [] : [writeDisposition(part.fileName, `${where}.fileName`)]
  return [
    `Content-Type: ${assertType(part.contentType, `${where}.contentType`)}`,
    `Content-ID: <${assertContentId(part.contentId, `${where}.contentId`)}>`,
    `Content-Transfer-Encoding: ${encoding}`,
    ...disposition,
  ]
    .map(line => `${line}\r\n`)
    .join('')
}

function assertType(type: string, field: string): string {
  const wanted = 'must be a media type such as application/pdf'
  if (!/^[ -~]*$/.test(type)) throw invalid(field, type, `${wanted}, in printable US-ASCII`)
  const { value } = readHeaderValue(type, field)
  if (!/^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/.test(value)) throw invalid(field, type, wanted)
  return type
}

function assertContentId(contentId: string, field: string): string {
  if (/^[!-~]{1,200}$/.test(contentId) && !/[<>"\\]/.test(contentId)) return contentId
  throw invalid(
    field,
    contentId,
    'must be printable US-ASCII without spaces, <, >, " and \\, such as part1@shop.example',
  )
}

function writeDisposition(fileName: string, field: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (fileName === '' || /[\u0000-\u001f\u007f-\u009f"\\/]/.test(fileName) || !fileName.isWellFormed()) {
    throw invalid(
      field,
      fileName,
      'must be a name without directories, control characters and quotation marks',
    )
  }
  if (/^[ -~]*$/.test(fileName)) return `Content-Disposition: attachment; filename="${fileName}"`
  // RFC 8187: for readers that know it the whole name, for the others what US-ASCII has of it.
  const extended = encodeURIComponent(fileName).replace(/[!'()*]/g, character => `%${hex(character)}`)
  const plain = fileName.replace(/\P{ASCII}/gu, '_')
  return `Content-Disposition: attachment; filename="${plain}"; filename*=UTF-8''${extended}`
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase()
}

function assertDifferent(contentIds: readonly string[]): void {
  const twice = contentIds.find((contentId, index) => contentIds.indexOf(contentId) !== index)
  if (twice !== undefined)
    throw mimeError(`two parts have the Content-ID ${shown(twice)}; each must have its own`)
}

function invalid(field: string, found: string, expected: string): CxmlError {
  return new CxmlError('ERR_CXML_FIELD_INVALID', `${field}: ${shown(found)} ${expected}`, { path: field })
}
