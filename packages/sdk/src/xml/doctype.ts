import { isXmlSpace } from './space.js'

/** What a document type declaration without an internal subset says. */
export interface XmlDoctype {
  readonly name: string
  readonly publicId?: string
  readonly systemId?: string
}

/**
 * Finds the document type declaration and reads it: `'<!DOCTYPE' S Name (S ExternalID)? S? '>'` (XML 1.0 §2.8).
 *
 * `problem` says what is wrong where it is anything else. An internal subset is refused whatever it holds: entities are
 * declared there. This is looked at before anything is parsed.
 */
export function findDoctype(
  text: string,
): { readonly offset: number; readonly doctype?: XmlDoctype; readonly problem?: string } | undefined {
  const offset = doctypeOffset(text)
  if (offset === undefined) return undefined
  const doctype = readDoctype(new Scanner(text, offset + '<!DOCTYPE'.length))
  return typeof doctype === 'string' ? { offset, problem: doctype } : { offset, doctype }
}

/** Behind white space, comments and processing instructions; whether those are well-formed is the parser's business. */
function doctypeOffset(text: string): number | undefined {
  let at = 0
  while (at < text.length) {
    if (isXmlSpace(text.charCodeAt(at))) at++
    else if (text.startsWith('<!DOCTYPE', at)) return at
    else {
      const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : undefined
      const close = end === undefined ? -1 : text.indexOf(end, at + 2)
      if (end === undefined || close === -1) return undefined
      at = close + end.length
    }
  }
  return undefined
}

const subset = 'an internal subset ("[…]") is not allowed; name the DTD by its SYSTEM identifier only'

/** Up to `>`; the complaint where it is malformed. */
function readDoctype(scanner: Scanner): XmlDoctype | string {
  if (!scanner.space()) return 'white space is missing after "<!DOCTYPE"'
  const name = scanner.word()
  if (name === '') return 'the name of the root element is missing'
  const spaced = scanner.space()
  if (scanner.next() === '>') return { name }
  if (scanner.next() === '[') return subset
  const keyword = spaced ? scanner.word() : ''
  const external = keyword === 'PUBLIC' || keyword === 'SYSTEM' ? readExternalId(scanner, keyword) : undefined
  if (external === undefined) return 'SYSTEM with a quoted identifier was expected'
  scanner.space()
  if (scanner.next() === '[') return subset
  return scanner.next() === '>' ? { name, ...external } : '">" was expected after the SYSTEM identifier'
}

function readExternalId(
  scanner: Scanner,
  keyword: 'PUBLIC' | 'SYSTEM',
): Omit<XmlDoctype, 'name'> | undefined {
  const publicId = keyword === 'PUBLIC' && scanner.space() ? scanner.literal() : undefined
  if (keyword === 'PUBLIC' && (publicId === undefined || !isPublicId(publicId))) return undefined
  const systemId = scanner.space() ? scanner.literal() : undefined
  if (systemId === undefined) return undefined
  return publicId === undefined ? { systemId } : { publicId, systemId }
}

/** XML 1.0 §2.3, PubidChar. */
function isPublicId(text: string): boolean {
  return /^[ \r\na-zA-Z0-9\-'()+,./:=?;!*#@$_%]*$/.test(text)
}

class Scanner {
  readonly #text: string
  #at: number

  constructor(text: string, at: number) {
    this.#text = text
    this.#at = at
  }

  /** Empty at the end. */
  next(): string {
    return this.#text.charAt(this.#at)
  }

  /** Whether there was any. */
  space(): boolean {
    const from = this.#at
    while (isXmlSpace(this.#text.charCodeAt(this.#at))) this.#at++
    return this.#at > from
  }

  word(): string {
    const from = this.#at
    const { length } = this.#text
    while (
      this.#at < length &&
      !isXmlSpace(this.#text.charCodeAt(this.#at)) &&
      !'["\'<>'.includes(this.next())
    ) {
      this.#at++
    }
    return this.#text.slice(from, this.#at)
  }

  literal(): string | undefined {
    const quote = this.next()
    if (quote !== '"' && quote !== "'") return undefined
    const end = this.#text.indexOf(quote, this.#at + 1)
    if (end === -1) return undefined
    const text = this.#text.slice(this.#at + 1, end)
    this.#at = end + 1
    return text
  }
}
