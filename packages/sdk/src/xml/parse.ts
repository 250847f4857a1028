import { Attributes } from './attributes.js'
import {
  behindRoot,
  halfEmptyTag,
  misplacedDeclaration,
  noName,
  noRoot,
  unfinishedElement,
  wrongEndTag,
} from './complaints.js'
import { readDeclaration } from './declaration.js'
import { readDoctype, type XmlDoctype } from './doctype.js'
import type { XmlElement, XmlNode } from './element.js'
import { Fault, refusal } from './fault.js'
import type { Limits } from './limits.js'
import { Lines, withLineFeeds } from './lines.js'
import { readCdata, readComment, readInstruction } from './markup.js'
import { Namespaces } from './namespaces.js'
import { Scanner } from './scanner.js'
import { TextReader } from './text.js'
import { Tree } from './tree.js'

const exclamation = 0x21
const slash = 0x2f
const less = 0x3c
const greater = 0x3e
const question = 0x3f

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
  /** The text was cut from a document that may declare its namespace prefixes. */
  readonly isFragment?: boolean
  /** The bytes that the text was decoded from: what it costs to look at each character is saved. */
  readonly source?: Uint8Array
}

/**
 * Text → light tree: XML 1.0 (fifth edition), of which the productions' names and numbers are. Nothing fetched, nothing
 * expanded, no entities but XML's own, bounded in every dimension, in time that grows with the text's length only,
 * stopped at the first fault.
 *
 * Throws `ERR_CXML_SYNTAX`, `ERR_CXML_CHARACTER`, `ERR_CXML_DOCTYPE` or `ERR_CXML_LIMIT`, with line, column and excerpt.
 */
export function parseXml(text: string, profile: XmlProfile): XmlDocument {
  const normal = withLineFeeds(text)
  const parser = new Parser(normal, profile, normal === text ? profile.source : undefined)
  try {
    return parser.document()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw refusal(error, normal, parser.openElement(), profile.secrets)
  }
}

class Parser {
  readonly #scanner: Scanner
  readonly #attributes: Attributes
  readonly #texts: TextReader
  readonly #tree: Tree
  /** Prefixes may be declared where we do not look: in an external DTD as defaults, around a fragment. */
  #hasOutside: boolean
  /** Made when a name first asks for it. */
  #namespaces: Namespaces | undefined

  constructor(text: string, { limits, items, isFragment = false }: XmlProfile, source?: Uint8Array) {
    this.#scanner = new Scanner(text, source)
    this.#attributes = new Attributes(this.#scanner, limits)
    this.#texts = new TextReader(this.#scanner)
    this.#tree = new Tree(new Lines(text), limits, items)
    this.#hasOutside = isFragment
  }

  /** §2.1 [1]. */
  document(): XmlDocument {
    readDeclaration(this.#scanner)
    const before: XmlNode[] = []
    this.#miscellany(before)
    const doctype = this.#doctype()
    if (doctype !== undefined) this.#miscellany(before)
    if (doctype?.systemId !== undefined) this.#hasOutside = true
    const root = this.#root()
    const after: XmlNode[] = []
    this.#miscellany(after)
    if (!this.#scanner.isAtEnd) throw behindRoot(this.#scanner, root)
    return { ...(doctype === undefined ? {} : { doctype }), before, root, after }
  }

  /** The innermost element that is open, for the path of a fault. */
  openElement(): XmlElement | undefined {
    this.#tree.settle()
    return this.#tree.current
  }

  /** §2.8 [27] Misc*. */
  #miscellany(nodes: XmlNode[]): void {
    const scanner = this.#scanner
    for (;;) {
      scanner.space()
      const { at } = scanner
      if (scanner.isAt('<?')) nodes.push(readInstruction(scanner))
      else if (scanner.isAt('<!--')) nodes.push(readComment(scanner))
      else return
      this.#tree.countNode(at)
    }
  }

  /** §2.8 [28]. */
  #doctype(): XmlDoctype | undefined {
    const { at } = this.#scanner
    return this.#scanner.take('<!DOCTYPE') ? readDoctype(this.#scanner, at) : undefined
  }

  /** §3 [39]. Elements inside one another are kept apart from the call stack, which a document must not exhaust. */
  #root(): XmlElement {
    const scanner = this.#scanner
    const tree = this.#tree
    const { codes } = scanner
    if (scanner.code() !== less || scanner.isAt('<!') || scanner.isAt('</')) throw noRoot(scanner)
    const root = this.#startTag()
    while (tree.current !== undefined) {
      const { at } = scanner
      if (codes[at] !== less) this.#text(tree.current)
      else {
        const next = codes[at + 1]
        if (next === slash) this.#endTag(tree.current)
        else if (next === question) tree.add(readInstruction(scanner), 0, at)
        else if (next === exclamation) this.#commentOrCdata()
        else this.#startTag()
      }
    }
    return root
  }

  /** §3.1 [40] STag, [44] EmptyElemTag. */
  #startTag(): XmlElement {
    const scanner = this.#scanner
    const { at } = scanner
    scanner.at = at + 1
    const name = scanner.name()
    if (name === '') throw noName(scanner)
    const element = this.#tree.open(name, at)
    if (scanner.code() !== greater) element.attributes = this.#attributes.read()
    if (scanner.names.areQualified) {
      this.#namespaces ??= new Namespaces(this.#hasOutside)
      this.#namespaces.check(element, this.#tree.depth, at)
    }
    if (scanner.code() === slash) {
      if (!scanner.take('/>')) throw halfEmptyTag(scanner)
      this.#tree.close()
    } else scanner.at++
    return element
  }

  /** §3.1 [42] ETag. */
  #endTag(element: XmlElement): void {
    const scanner = this.#scanner
    const { at } = scanner
    scanner.at = at + 2
    if (!scanner.takeAgain(this.#tree.offset + 1, element.name.length))
      throw wrongEndTag(scanner, element, at)
    if (scanner.code() !== greater) {
      if (!scanner.space() || scanner.code() !== greater) throw wrongEndTag(scanner, element, at)
    }
    scanner.at++
    this.#tree.close()
  }

  /** §2.4 [14] CharData?, with the references (§4.1 [67]) in it. */
  #text(element: XmlElement): void {
    const scanner = this.#scanner
    const { at } = scanner
    const text = this.#texts.read()
    if (scanner.isAtEnd) throw unfinishedElement(scanner, element)
    this.#tree.add(text, text.length, at)
  }

  /** §2.5 [15], §2.7 [18]. */
  #commentOrCdata(): void {
    const scanner = this.#scanner
    const { at } = scanner
    if (scanner.isAt('<![CDATA[')) {
      const node = readCdata(scanner)
      this.#tree.add(node, node.text.length, at)
    } else if (scanner.isAt('<!--')) this.#tree.add(readComment(scanner), 0, at)
    else throw misplacedDeclaration(scanner)
  }
}
