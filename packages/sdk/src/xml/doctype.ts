import { Fault } from './fault.js'
import type { Scanner } from './scanner.js'

/** What a document type declaration says. */
export interface XmlDoctype {
  readonly name: string
  readonly publicId?: string
  readonly systemId?: string
  /** There was an internal subset, in which nothing could be said to this document. */
  readonly inertSubset?: true
}

/** Characters. Nobody writes longer ones in earnest. */
const longestSubset = 10_000

/**
 * `S Name (S ExternalID)? S? ('[' inert subset ']' S?)? '>'` (§2.8 [28]), behind `<!DOCTYPE` at `from`.
 *
 * Throws a fault with `ERR_CXML_DOCTYPE` where it is anything else. Of an internal subset, where entities are declared,
 * only one is let through that holds nothing but comments and parameter entities with plain values: they say something to
 * an external DTD, and nothing in the document can refer to them.
 */
export function readDoctype(scanner: Scanner, from: number): XmlDoctype {
  const fault = (problem: string) => new Fault(from, { strings: [problem], pieces: [] }, 'ERR_CXML_DOCTYPE')
  if (!scanner.space()) throw fault('white space is missing after "<!DOCTYPE"')
  const name = scanner.name()
  if (name === '') throw fault('the name of the root element is missing')
  const spaced = scanner.space()
  const external = spaced ? readExternalId(scanner) : {}
  if (external === undefined) throw fault('SYSTEM with a quoted identifier was expected')
  scanner.space()
  const hasSubset = scanner.take('[')
  if (hasSubset) {
    if (!skipInertSubset(scanner)) throw fault(subset)
    scanner.space()
  }
  if (!scanner.take('>')) {
    throw fault(
      'systemId' in external || hasSubset
        ? '">" was expected after the SYSTEM identifier'
        : 'SYSTEM with a quoted identifier was expected',
    )
  }
  return { name, ...external, ...(hasSubset ? { inertSubset: true } : {}) }
}

const subset =
  'an internal subset ("[…]") that declares anything but plain parameter entities is not allowed; name the DTD by its SYSTEM identifier only'

/** §4.2.2 [75] ExternalID. Empty where none begins, `undefined` where it is malformed. */
function readExternalId(scanner: Scanner): Omit<XmlDoctype, 'name'> | undefined {
  const isPublic = scanner.take('PUBLIC')
  if (!isPublic && !scanner.take('SYSTEM')) return {}
  const publicId = isPublic && scanner.space() ? scanner.literal() : undefined
  if (isPublic && (publicId === undefined || !isPublicId(publicId))) return undefined
  const systemId = scanner.space() ? scanner.literal() : undefined
  if (systemId === undefined) return undefined
  return publicId === undefined ? { systemId } : { publicId, systemId }
}

/** §2.3 [13] PubidChar*. */
function isPublicId(text: string): boolean {
  return /^[ \r\na-zA-Z0-9\-'()+,./:=?;!*#@$_%]*$/.test(text)
}

/** Up to behind `]`. Whether that is all there was. */
function skipInertSubset(scanner: Scanner): boolean {
  const end = scanner.at + longestSubset
  for (;;) {
    scanner.space()
    if (scanner.at > end) return false
    if (scanner.take(']')) return true
    if (!skipComment(scanner) && !skipParameterEntity(scanner)) return false
  }
}

function skipComment(scanner: Scanner): boolean {
  if (!scanner.take('<!--')) return false
  const end = scanner.text.indexOf('--', scanner.at)
  if (end === -1) return false
  scanner.at = end
  return scanner.take('-->')
}

/** §4.2 [72] PEDecl, with a value in which nothing is referred to. */
function skipParameterEntity(scanner: Scanner): boolean {
  if (!scanner.take('<!ENTITY') || !scanner.space() || !scanner.take('%') || !scanner.space()) return false
  if (scanner.name() === '' || !scanner.space()) return false
  const value = scanner.literal()
  if (value === undefined || /[%&]/.test(value)) return false
  scanner.space()
  return scanner.take('>')
}
