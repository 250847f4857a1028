import { CxmlError } from '../errors.js'
import { mimeError, shown } from './mime-error.js'

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** The headers that mean something to us, by name in lower case. */
export type PartHeaders = ReadonlyMap<KnownHeader, string>

const known = ['content-type', 'content-id', 'content-transfer-encoding', 'content-disposition'] as const
type KnownHeader = (typeof known)[number]

/**
 * The headers of a part, and where its content begins (RFC 2045 §3, RFC 822 §3.1): lines `Name: value`, folded ones
 * joined, up to the first empty line. Their lines may end with LF alone. `part` is what an error calls the part.
 *
 * Throws `ERR_CXML_MIME`, or `ERR_CXML_LIMIT` where they take more than `most` bytes.
 */
export function readPartHeaders(
  bytes: Uint8Array,
  part: string,
  most: number,
): { readonly headers: PartHeaders; readonly end: number } {
  const { end, contentBegin } = findEnd(bytes, part, most)
  const text = decodeText(bytes.subarray(0, end))
  const headers = new Map<KnownHeader, string>()
  // A line that begins with a blank goes on with the one before it.
  for (const line of text.split(/\r?\n(?![ \t])/)) {
    if (line === '') continue
    const { name, value } = readHeader(line, part)
    const header = known.find(other => other === name)
    if (header === undefined) continue
    if (headers.has(header)) throw mimeError(`${part} has the header ${shown(name)} twice; one was expected`)
    headers.set(header, value)
  }
  return { headers, end: contentBegin }
}

/** The first empty line; a part without one is headers only (RFC 2046 §5.1.1, body-part). */
function findEnd(
  bytes: Uint8Array,
  part: string,
  most: number,
): { readonly end: number; readonly contentBegin: number } {
  for (let at = 0; ; ) {
    if (at > most) {
      throw new CxmlError('ERR_CXML_LIMIT', `The MIME message: the headers of ${part} exceed ${most} bytes`)
    }
    if (bytes[at] === lineFeed) return { end: at, contentBegin: at + 1 }
    if (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed) return { end: at, contentBegin: at + 2 }
    const lineEnd = bytes.indexOf(lineFeed, at)
    at = lineEnd === -1 ? bytes.length : lineEnd + 1
    if (at >= bytes.length && at <= most) return { end: bytes.length, contentBegin: bytes.length }
  }
}

function readHeader(line: string, part: string): { readonly name: string; readonly value: string } {
  const colon = line.indexOf(':')
  const name = line.slice(0, Math.max(colon, 0)).trimEnd().toLowerCase()
  if (!/^[!-9;-~]+$/.test(name)) {
    throw mimeError(
      `${part} begins with ${shown(line)}, which is no header; an empty line must stand between headers and content`,
    )
  }
  const value = line
    .slice(colon + 1)
    .replace(/\r?\n[ \t]+/g, ' ')
    .trim()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(value)) {
    throw mimeError(`the header ${shown(name)} of ${part} holds a control character; leave it out`)
  }
  return { name, value }
}

/** Headers are US-ASCII by the standard; some senders put file names in as they are. */
function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('latin1').decode(bytes)
  }
}
