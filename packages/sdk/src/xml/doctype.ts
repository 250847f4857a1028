import { isXmlSpace } from './space.js'

/** What a document type declaration without an internal subset says. */
export interface XmlDoctype {
  readonly name: string
  readonly publicId?: string
  readonly systemId?: string
}

/**
 * Reads what stands between `<!DOCTYPE` and `>`: `S Name (S ExternalID)? S?` (XML 1.0 §2.8).
 *
 * Returns the complaint where it is anything else. An internal subset is refused whatever it holds: entities are
 * declared there.
 */
export function readDoctype(declaration: string): XmlDoctype | string {
  const scanner = new Scanner(declaration)
  if (!scanner.space()) return 'white space is missing after "<!DOCTYPE"'
  const name = scanner.word()
  if (name === '') return 'the name of the root element is missing'
  const spaced = scanner.space()
  if (scanner.done()) return { name }
  if (scanner.next() === '[') {
    return 'an internal subset ("[…]") is not allowed; name the DTD by its SYSTEM identifier'
  }
  const keyword = spaced ? scanner.word() : ''
  const external = keyword === 'PUBLIC' || keyword === 'SYSTEM' ? readExternalId(scanner, keyword) : undefined
  if (external === undefined) return 'SYSTEM with a quoted identifier was expected'
  scanner.space()
  if (scanner.next() === '[') {
    return 'an internal subset ("[…]") is not allowed; name the DTD by its SYSTEM identifier only'
  }
  return scanner.done() ? { name, ...external } : 'nothing may follow the SYSTEM identifier'
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
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  done(): boolean {
    return this.#at === this.#text.length
  }

  next(): string {
    return this.#text.charAt(this.#at)
  }

  /** Whether there was any. */
  space(): boolean {
    const from = this.#at
    while (!this.done() && isXmlSpace(this.#text.charCodeAt(this.#at))) this.#at++
    return this.#at > from
  }

  word(): string {
    const from = this.#at
    while (!this.done() && !isXmlSpace(this.#text.charCodeAt(this.#at)) && !'["\'<>'.includes(this.next())) {
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
