import { SaxesParser } from 'saxes'
import { CxmlError, type CxmlErrorCode } from '../errors.js'
import { findDoctype, type XmlDoctype } from './doctype.js'
import { XmlElement, type XmlNode } from './element.js'
import type { Limits } from './limits.js'
import { placeAt } from './place.js'

/** A parsed document: the tree, and what stands around it. */
export interface XmlDocument {
  readonly doctype?: XmlDoctype
  /** Comments and processing instructions before the root element. */
  readonly before: readonly XmlNode[]
  readonly root: XmlElement
  readonly after: readonly XmlNode[]
}

/** What the kind of document adds to XML. */
export interface XmlProfile {
  readonly limits: Limits
  /** Elements that {@link Limits.items} counts. */
  readonly items: ReadonlySet<string>
  /** Elements whose content no excerpt shows. */
  readonly secrets: readonly string[]
}

/**
 * Text → light tree, by saxes behind a gate: no internal DTD subset, nothing fetched, nothing expanded, bounded in every
 * dimension, stopped at the first fault.
 *
 * Namespaces are not processed: saxes takes quadratic time for them in depth (350 KB of nested tags: 87 s), and cXML
 * has none.
 *
 * Throws `ERR_CXML_SYNTAX`, `ERR_CXML_DOCTYPE` or `ERR_CXML_LIMIT`, with line, column and excerpt.
 */
export function parseXml(text: string, profile: XmlProfile): XmlDocument {
  return new Builder(text, profile).build()
}

class Builder {
  readonly #text: string
  readonly #profile: XmlProfile
  readonly #parser = new SaxesParser({ position: false })
  readonly #before: XmlNode[] = []
  readonly #after: XmlNode[] = []
  #root: XmlElement | undefined
  #current: XmlElement | undefined
  #depth = 0
  /** The children so far of all open elements, and where those of each begin: an array that grows is twice as large. */
  readonly #pending: XmlNode[] = []
  readonly #starts: number[] = []
  #top = 0
  #nodes = 0
  #items = 0
  /** Characters of text so far, of each open element. */
  readonly #textLengths: number[] = []
  /** Where the last event ended: a bare ampersand stands behind it. */
  #lastEvent = 0

  constructor(text: string, profile: XmlProfile) {
    this.#text = text
    this.#profile = profile
  }

  build(): XmlDocument {
    // A surrogate without its pair passes saxes when the next character happens to complete a valid sum.
    if (!this.#text.isWellFormed()) throw this.#loneSurrogate()
    const doctype = this.#readDoctype()
    this.#listen()
    try {
      this.#parser.write(this.#text).close()
    } catch (error) {
      // saxes throws plain errors, and its own only.
      if (error instanceof Error && error.constructor === Error) throw this.#syntaxError(error.message)
      throw error
    }
    if (this.#root === undefined) throw this.#syntaxError('document must contain a root element.')
    return {
      ...(doctype === undefined ? {} : { doctype }),
      before: this.#before,
      root: this.#root,
      after: this.#after,
    }
  }

  /** No more than seven: with an eighth V8 makes the parser a dictionary, and parsing takes four times as long. */
  #listen(): void {
    const parser = this.#parser
    parser.on('opentagstart', tag => this.#open(tag.name))
    parser.on('attribute', attribute => this.#attribute(attribute.name, attribute.value))
    parser.on('closetag', () => this.#close())
    parser.on('text', value => this.#content(value, value.length))
    parser.on('cdata', value => this.#content({ kind: 'cdata', text: value }, value.length))
    parser.on('comment', value => this.#content({ kind: 'comment', text: value }, 0))
    parser.on('processinginstruction', ({ target, body }) => {
      this.#content({ kind: 'instruction', target, data: body }, 0)
    })
  }

  #open(name: string): void {
    const { limits, items } = this.#profile
    if (++this.#depth > limits.depth) this.#exceed(`elements are nested more than ${limits.depth} deep`)
    this.#countNode()
    if (items.has(name) && ++this.#items > limits.items) {
      this.#exceed(`there are more than ${limits.items} ${[...items].join(' and ')} elements`)
    }
    if (this.#root === undefined) this.#assertVersion()
    const element = this.#openedHere(name)
    if (this.#current !== undefined) this.#pending[this.#top++] = element
    this.#starts.push(this.#top)
    this.#root ??= element
    this.#current = element
    this.#textLengths.push(0)
    this.#lastEvent = this.#parser.position - 1
  }

  /** saxes has read the name and one character more, which may have been the end of the line. */
  #openedHere(name: string): XmlElement {
    const { line, columnIndex, position } = this.#parser
    if (columnIndex > name.length)
      return new XmlElement(name, this.#current, line, columnIndex - name.length - 1)
    const open = this.#text.lastIndexOf('<', position - name.length - 2)
    const column = open - Math.max(this.#text.lastIndexOf('\n', open), this.#text.lastIndexOf('\r', open))
    return new XmlElement(name, this.#current, line - 1, column)
  }

  #assertVersion(): void {
    const { version } = this.#parser.xmlDecl
    if (version === undefined || version === '1.0') return
    throw this.#refuse('ERR_CXML_SYNTAX', 'only XML 1.0 is supported', 0)
  }

  #attribute(name: string, value: string): void {
    const { limits } = this.#profile
    const element = this.#current
    if (element === undefined) return
    const { attributes } = element
    if (attributes.length >= limits.attributes * 2) {
      this.#exceed(`an element has more than ${limits.attributes} attributes`)
    }
    if (value.length > limits.attributeValue) {
      this.#exceed(`an attribute is longer than ${limits.attributeValue} characters`)
    }
    // Exactly as large as it must be, while it is small.
    if (attributes.length < 8) element.attributes = [...attributes, name, value]
    else attributes.push(name, value)
    this.#lastEvent = this.#parser.position
  }

  #close(): void {
    const start = this.#starts.pop() ?? 0
    if (this.#current !== undefined && this.#top > start) {
      this.#current.children = this.#pending.slice(start, this.#top)
      this.#top = start
    }
    this.#current = this.#current?.parent
    this.#textLengths.pop()
    this.#depth--
    this.#lastEvent = this.#parser.position
  }

  #content(node: XmlNode, length: number): void {
    this.#lastEvent = this.#parser.position - 1
    if (this.#current === undefined) {
      if (typeof node === 'string') return
      this.#countNode()
      const around = this.#root === undefined ? this.#before : this.#after
      around.push(node)
      return
    }
    this.#countNode()
    const top = this.#textLengths.length - 1
    const total = (this.#textLengths[top] ?? 0) + length
    this.#textLengths[top] = total
    const { limits } = this.#profile
    if (total > limits.text) this.#exceed(`the text of an element is longer than ${limits.text} characters`)
    this.#pending[this.#top++] = node
  }

  #countNode(): void {
    const { limits } = this.#profile
    if (++this.#nodes > limits.nodes) this.#exceed(`there are more than ${limits.nodes} elements and texts`)
  }

  #readDoctype(): XmlDoctype | undefined {
    const found = findDoctype(this.#text)
    if (found?.problem !== undefined) throw this.#refuse('ERR_CXML_DOCTYPE', found.problem, found.offset)
    return found?.doctype
  }

  /** Gives the open elements the children that they have so far, which a path counts. */
  #settle(): void {
    let element = this.#current
    for (let index = this.#starts.length - 1; element !== undefined; index--) {
      element.children = this.#pending.slice(this.#starts[index], this.#starts[index + 1] ?? this.#top)
      element = element.parent
    }
  }

  #exceed(problem: string): never {
    throw this.#refuse('ERR_CXML_LIMIT', problem, this.#parser.position - 1)
  }

  #loneSurrogate(): CxmlError {
    const offset = this.#text.search(/\p{Surrogate}/u)
    return this.#refuse('ERR_CXML_SYNTAX', 'half of a surrogate pair is not a character', offset)
  }

  #syntaxError(complaint: string): CxmlError {
    const ampersand = findBareAmpersand(this.#text, this.#lastEvent)
    if (ampersand !== -1 && /entity|unexpected end|unclosed tag/.test(complaint)) {
      return this.#refuse(
        'ERR_CXML_SYNTAX',
        'a bare "&", or an entity that XML does not define; write "&amp;" or a numeric reference',
        ampersand,
      )
    }
    if (complaint.startsWith('malformed character entity')) {
      return this.#refuse(
        'ERR_CXML_CHARACTER',
        'a numeric reference to a character that XML does not allow; leave the character out',
        this.#parser.position - 1,
      )
    }
    const unclosed = complaint.startsWith('unclosed tag') ? this.#unclosed() : undefined
    return this.#refuse('ERR_CXML_SYNTAX', unclosed ?? describe(complaint), this.#parser.position - 1)
  }

  #unclosed(): string | undefined {
    const element = this.#current
    return (
      element && `the document ends inside <${element.name.slice(0, 60)}>, opened in line ${element.line}`
    )
  }

  #refuse(code: CxmlErrorCode, problem: string, offset: number): CxmlError {
    this.#settle()
    const place = placeAt(this.#text, offset, this.#profile.secrets)
    const what = code === 'ERR_CXML_LIMIT' ? 'The document is too large' : prefixes[code]
    return new CxmlError(code, `${what}: ${problem}`, {
      ...place,
      ...(this.#current === undefined ? {} : { path: this.#current.path() }),
    })
  }
}

const prefixes: Readonly<Partial<Record<CxmlErrorCode, string>>> = {
  ERR_CXML_SYNTAX: 'The document is not well-formed XML',
  ERR_CXML_CHARACTER: 'The document is not well-formed XML',
  ERR_CXML_DOCTYPE: 'The document type declaration is refused',
}

/** saxes says what is wrong; names in its words are bounded and made harmless. */
function describe(complaint: string): string {
  const words = complaint.endsWith('.') ? complaint.slice(0, -1) : complaint
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a log must not be told anything by a document
  return words.slice(0, 120).replace(/[\u0000-\u001f\u007f-\u009f]/g, '?')
}

/** The first ampersand from `offset` that begins no reference which XML defines; -1 without one. */
function findBareAmpersand(text: string, offset: number): number {
  const reference = /&(?:amp|lt|gt|quot|apos|#[0-9]{1,8}|#x[0-9a-fA-F]{1,8});/y
  for (let at = text.indexOf('&', offset); at !== -1; at = text.indexOf('&', at + 1)) {
    reference.lastIndex = at
    if (!reference.test(text)) return at
  }
  return -1
}
