import { CxmlError } from '../errors.js'
import { trimXmlSpace } from './space.js'

/** The encodings that we read. */
type Encoding = 'UTF-8' | 'UTF-16' | 'ISO-8859-1' | 'US-ASCII'

const encodings: ReadonlyMap<string, Encoding> = new Map([
  // As nearly everybody writes it.
  ['UTF-8', 'UTF-8'],
  ['utf-8', 'UTF-8'],
  ['utf8', 'UTF-8'],
  ['utf-16', 'UTF-16'],
  ['utf-16le', 'UTF-16'],
  ['utf-16be', 'UTF-16'],
  ['iso-8859-1', 'ISO-8859-1'],
  ['latin1', 'ISO-8859-1'],
  ['us-ascii', 'US-ASCII'],
  ['ascii', 'US-ASCII'],
])

const supported = 'send UTF-8, UTF-16 with a byte order mark, ISO-8859-1 or US-ASCII'

/** An XML declaration that says more than this is none of ours. */
const longestDeclaration = 512

/**
 * Bytes → text. The byte order mark, the XML declaration and the HTTP `charset` must not disagree (two parsers that
 * choose differently would read two documents), and every byte must be valid.
 *
 * Throws `ERR_CXML_ENCODING`.
 */
export function decode(bytes: Uint8Array, charset?: string): string {
  const mark = byteOrderMark(bytes)
  const body = mark === undefined ? bytes : bytes.subarray(mark.length)
  const declared = declaredEncoding(body, mark?.decoder)
  const claims: readonly (readonly [string, Encoding])[] = [
    ...(mark === undefined ? [] : [['the byte order mark', mark.encoding] as const]),
    ...(charset === undefined
      ? []
      : [['the HTTP charset', encodingNamed(charset, 'the HTTP charset')] as const]),
    ...(declared === undefined
      ? []
      : [['the XML declaration', encodingNamed(declared, 'the XML declaration')] as const]),
  ]
  const [first, ...others] = claims
  for (const other of others) {
    if (first !== undefined && other[1] !== first[1]) {
      throw encodingError(`${first[0]} says ${first[1]} but ${other[0]} says ${other[1]}; they must agree`)
    }
  }
  return decodeAs(body, first?.[1] ?? 'UTF-8', mark?.decoder)
}

function decodeAs(body: Uint8Array, encoding: Encoding, utf16: string | undefined): string {
  switch (encoding) {
    case 'UTF-8':
      return decodeStrictly(body, 'utf-8')
    case 'UTF-16':
      if (utf16 === undefined) throw encodingError('UTF-16 without a byte order mark; begin with U+FEFF')
      return decodeStrictly(body, utf16)
    case 'US-ASCII': {
      const offset = body.findIndex(byte => byte > 0x7f)
      if (offset !== -1) throw encodingError(`byte ${offset + 1} (${hex(body[offset])}) is not US-ASCII`)
      return decodeLatin1(body)
    }
    case 'ISO-8859-1':
      return decodeLatin1(body)
  }
}

function decodeStrictly(body: Uint8Array, label: string): string {
  try {
    // The mark is already gone; another U+FEFF is a character of the document.
    const decoder = label === 'utf-8' ? strictUtf8 : new TextDecoder(label, { fatal: true, ignoreBOM: true })
    return decoder.decode(body)
  } catch (cause) {
    const place = label === 'utf-8' ? ` near byte ${firstInvalidUtf8(body) + 1}` : ''
    throw encodingError(`the bytes are not valid ${label.toUpperCase()}${place}; ${supported}`, cause)
  }
}

/** `TextDecoder` takes ISO-8859-1 for windows-1252 (WHATWG Encoding §4.2), which changes 0x80 to 0x9F. */
function decodeLatin1(body: Uint8Array): string {
  const size = 8192
  let text = ''
  for (let offset = 0; offset < body.length; offset += size) {
    text += String.fromCharCode(...body.subarray(offset, offset + size))
  }
  return text
}

interface ByteOrderMark {
  readonly encoding: Encoding
  readonly length: number
  readonly decoder: string
}

function byteOrderMark(bytes: Uint8Array): ByteOrderMark | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'UTF-8', length: 3, decoder: 'utf-8' }
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    throw encodingError(`UTF-32 is not supported; ${supported}`)
  }
  if (a === 0xff && b === 0xfe) return { encoding: 'UTF-16', length: 2, decoder: 'utf-16le' }
  if (a === 0xfe && b === 0xff) return { encoding: 'UTF-16', length: 2, decoder: 'utf-16be' }
  if (a === 0 || b === 0) throw encodingError('UTF-16 without a byte order mark; begin with U+FEFF')
  if (a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94) {
    throw encodingError(`EBCDIC is not supported; ${supported}`)
  }
  return undefined
}

/** The encoding that the XML declaration names (XML 1.0 §4.3.3). It is written in US-ASCII, whatever follows. */
function declaredEncoding(body: Uint8Array, decoder: string | undefined): string | undefined {
  const isWide = decoder?.startsWith('utf-16') ?? false
  if (!isWide && !(body[0] === 0x3c && body[1] === 0x3f)) return undefined
  const text = isWide
    ? new TextDecoder(decoder).decode(body.subarray(0, longestDeclaration * 2))
    : ascii.decode(body.subarray(0, Math.min(longestDeclaration, body.indexOf(0x3e) + 1)))
  if (!text.startsWith('<?xml')) return undefined
  const end = text.indexOf('?>')
  const declaration = end === -1 ? text : text.slice(0, end)
  return /\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1]
}

/** Kept, because making one costs more than decoding a small document. */
const ascii = new TextDecoder('latin1')
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function encodingNamed(name: string, source: string): Encoding {
  const encoding = encodings.get(name) ?? encodings.get(trimXmlSpace(name).replaceAll('"', '').toLowerCase())
  if (encoding === undefined) {
    throw encodingError(
      `${source} names ${JSON.stringify(name.slice(0, 40))}, which is not supported; ${supported}`,
    )
  }
  return encoding
}

/** Halves until the first byte is found with which decoding fails: only ever called for a document that is refused. */
function firstInvalidUtf8(body: Uint8Array): number {
  let good = 0
  let bad = body.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(body.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle
    }
  }
  return good
}

function hex(byte: number | undefined): string {
  return `0x${(byte ?? 0).toString(16).padStart(2, '0').toUpperCase()}`
}

function encodingError(message: string, cause?: unknown): CxmlError {
  return new CxmlError('ERR_CXML_ENCODING', `The document's encoding: ${message}`, { cause })
}
