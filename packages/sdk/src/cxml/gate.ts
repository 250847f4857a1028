import { CxmlError } from '../errors.js'
import { decode } from '../xml/decode.js'
import { defaultLimits, type Limits } from '../xml/limits.js'
import { parseXml, type XmlDocument } from '../xml/parse.js'
import { secretElements } from './secrets.js'

const items = new Set(['ItemOut', 'ItemIn'])

/** How bytes are read. */
export interface ParseOptions {
  /** `charset` of the HTTP `Content-Type`. Of no use with a string. */
  readonly charset?: string
  /** Others than {@link defaultLimits}. */
  readonly limits?: Partial<Limits>
}

/** The only way in for a document: bytes or text → text → tree. */
export function passGate(
  input: Uint8Array | string,
  options: ParseOptions,
): { readonly text: string; readonly xml: XmlDocument } {
  const limits = { ...defaultLimits, ...options.limits }
  if (input.length > limits.bytes) {
    throw new CxmlError(
      'ERR_CXML_LIMIT',
      `The document is too large: ${input.length} bytes, and ${limits.bytes} are allowed`,
    )
  }
  const profile = { limits, items, secrets: secretElements }
  if (typeof input === 'string') {
    const text = withoutMark(input)
    return { text, xml: parseXml(text, profile) }
  }
  const text = decode(input, options.charset)
  return { text, xml: parseXml(text, { ...profile, source: input }) }
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}
