import { CxmlError } from '../errors.js'
import { findParts } from './boundary-lines.js'
import { readContentId } from './content-id.js'
import { readFileName } from './file-name.js'
import { readHeaderValue } from './header-value.js'
import { mimeError, shown } from './mime-error.js'
import { defaultMultipartLimits, type MimePart, type Multipart, type MultipartLimits } from './multipart.js'
import { readPartHeaders } from './part-headers.js'
import { decodeTransfer } from './transfer-encoding.js'

/** What a part is when nothing says it (RFC 2045 §5.2). */
const defaultType = 'text/plain; charset=us-ascii'

/**
 * Takes a `multipart/*` body apart (RFC 2046 §5.1, RFC 2387). `contentType` is the header's value, with `boundary`;
 * `start` says which part is the root, and `type` what the root is where its own headers do not.
 *
 * Throws {@link CxmlError}: `ERR_CXML_MIME` where the parts cannot be told apart for sure, where a `Content-ID` stands there
 * twice or a transfer encoding cannot be read, `ERR_CXML_LIMIT` beyond the limits. Takes time with the length of the
 * message, whatever is in it.
 */
export function readMultipart(
  bytes: Uint8Array,
  contentType: string,
  limits: Partial<MultipartLimits> = {},
): Multipart {
  const { bytes: mostBytes, parts: mostParts, headerBytes } = { ...defaultMultipartLimits, ...limits }
  if (bytes.length > mostBytes) {
    throw new CxmlError(
      'ERR_CXML_LIMIT',
      `The MIME message is too large: ${bytes.length} bytes, and ${mostBytes} are allowed`,
    )
  }
  const { parameters } = readHeaderValue(contentType, 'Content-Type')
  const boundary = assertBoundary(parameters.get('boundary'))
  const parts = findParts(bytes, boundary, mostParts).map(({ begin, end }, index) =>
    readPart(bytes.subarray(begin, end), `part ${index + 1}`, headerBytes),
  )
  assertDifferent(parts)
  const root = findRoot(parts, parameters.get('start'))
  return {
    root: {
      ...root,
      contentType:
        root.contentType === undefined ? (parameters.get('type') ?? defaultType) : root.contentType,
    },
    parts: parts.filter(part => part !== root).map(typed),
  }
}

/** A part whose headers may not say what it is. */
type UntypedPart = Omit<MimePart, 'contentType'> & { readonly contentType: string | undefined }

function typed(part: UntypedPart): MimePart {
  return { ...part, contentType: part.contentType ?? defaultType }
}

function readPart(bytes: Uint8Array, part: string, mostHeaderBytes: number): UntypedPart {
  const { headers, end } = readPartHeaders(bytes, part, mostHeaderBytes)
  const header = (name: 'content-type' | 'content-disposition') => {
    const value = headers.get(name)
    return value === undefined ? undefined : readHeaderValue(value, `${name} of ${part}`)
  }
  const contentId = readContentId(headers.get('content-id') ?? '')
  const fileName = readFileName(header('content-disposition'), header('content-type'))
  const contentType = headers.get('content-type')
  return {
    ...(contentId === '' ? {} : { contentId }),
    contentType: contentType === '' ? undefined : contentType,
    ...(fileName === undefined ? {} : { fileName }),
    bytes: decodeTransfer(bytes.subarray(end), headers.get('content-transfer-encoding'), part),
  }
}

function assertBoundary(boundary: string | undefined): string {
  if (boundary === undefined || boundary === '') {
    throw mimeError('Content-Type has no boundary; multipart/related; boundary="…" was expected')
  }
  // RFC 2046 allows 70 of fewer characters; what matters is that a line can be compared with it.
  if (!/^[ -~]{0,199}[!-~]$/.test(boundary)) {
    throw mimeError(
      `the boundary ${shown(boundary)} is none; up to 200 characters of US-ASCII were expected, the last one not a space`,
    )
  }
  return boundary
}

function findRoot(parts: readonly UntypedPart[], start: string | undefined): UntypedPart {
  const wanted = start === undefined ? '' : readContentId(start)
  const root = wanted === '' ? parts[0] : parts.find(({ contentId }) => contentId === wanted)
  if (root !== undefined) return root
  const found = parts.flatMap(({ contentId }) => contentId ?? []).map(shown)
  throw mimeError(
    `start names ${shown(wanted)}, and no part has this Content-ID (there is ${found.slice(0, 5).join(', ') || 'none'}); name the document's or leave start out`,
  )
}

function assertDifferent(parts: readonly UntypedPart[]): void {
  const seen = new Set<string>()
  for (const { contentId } of parts) {
    if (contentId === undefined) continue
    if (seen.has(contentId)) {
      throw mimeError(
        `two parts have the Content-ID ${shown(contentId)}; each must have its own, or a cid: URL means either`,
      )
    }
    seen.add(contentId)
  }
}
