import { CxmlError } from '../errors.js'
import { decode } from './decode.js'
import { defaultLimits, type Limits } from './limits.js'
import { parseXml, type XmlDocument } from './parse.js'

/**
 * Any XML document → light tree, as hardened as cXML is read: no entity is expanded, nothing fetched, every dimension
 * bounded.
 *
 * @throws {CxmlError} `ERR_CXML_ENCODING`, `ERR_CXML_SYNTAX`, `ERR_CXML_CHARACTER`, `ERR_CXML_DOCTYPE` or
 *   `ERR_CXML_LIMIT`, with line, column and excerpt.
 * @example
 * const { root } = readXml(body)
 * root.child('name')?.children
 */
export function readXml(
  input: Uint8Array | string,
  options: { readonly charset?: string; readonly limits?: Partial<Limits> } = {},
): XmlDocument {
  const limits = { ...defaultLimits, ...options.limits }
  const size = typeof input === 'string' ? input.length : input.byteLength
  if (size > limits.bytes) {
    throw new CxmlError('ERR_CXML_LIMIT', `The document has ${size} bytes; at most ${limits.bytes} are read`)
  }
  const text = typeof input === 'string' ? input : decode(input, options.charset)
  return parseXml(text, { limits, items: new Set(), secrets: [] })
}
