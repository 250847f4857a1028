import { XmlElement, type XmlNode } from './element.js'
import { Fault, type Words, words } from './fault.js'
import type { Limits } from './limits.js'
import type { Lines } from './lines.js'

/** A tree while it grows, within limits. */
export class Tree {
  readonly #lines: Lines
  readonly #limits: Limits
  readonly #items: ReadonlySet<string>
  /** The innermost open element. */
  current: XmlElement | undefined
  /** Open elements. */
  depth = 0
  #nodes = 0
  #itemCount = 0
  /** The children so far of all open elements, and where those of each begin: an array that grows is twice as large. */
  readonly #pending: XmlNode[] = []
  readonly #starts: number[] = []
  #top = 0
  /** Where each open element was opened. */
  readonly #offsets: number[] = []
  /** Characters of text so far, of each open element. */
  readonly #textLengths: number[] = []

  constructor(lines: Lines, limits: Limits, items: ReadonlySet<string>) {
    this.#lines = lines
    this.#limits = limits
    this.#items = items
  }

  /** Where the innermost open element was opened. */
  get offset(): number {
    return this.#offsets[this.depth - 1] ?? 0
  }

  /** Its `<` stands at `offset`. */
  open(name: string, offset: number): XmlElement {
    const limits = this.#limits
    const element = new XmlElement(name, this.current, this.#lines, offset)
    const { depth } = this
    if (depth >= limits.depth) throw exceeded(offset, words`elements are nested more than ${depth} deep`)
    this.countNode(offset)
    if (this.#items.has(name) && ++this.#itemCount > limits.items) {
      throw exceeded(
        offset,
        words`there are more than ${limits.items} ${[...this.#items].join(' and ')} elements`,
      )
    }
    this.depth++
    if (depth > 0) this.#pending[this.#top++] = element
    this.#starts[depth] = this.#top
    this.#offsets[depth] = offset
    this.#textLengths[depth] = 0
    this.current = element
    return element
  }

  /** The innermost open element ends. */
  close(): void {
    const { current } = this
    if (current === undefined) return
    const start = this.#starts[--this.depth] ?? 0
    const count = this.#top - start
    // One child is what most elements have, and worth a case of its own.
    if (count === 1) current.children = [this.#pending[start] ?? '']
    else if (count > 1) current.children = this.#pending.slice(start, this.#top)
    this.#top = start
    this.current = current.parent
  }

  /** Into the innermost open element; `length` is what it has of text. */
  add(node: XmlNode, length: number, offset: number): void {
    this.countNode(offset)
    const innermost = this.depth - 1
    const total = (this.#textLengths[innermost] ?? 0) + length
    this.#textLengths[innermost] = total
    if (total > this.#limits.text) {
      throw exceeded(offset, words`the text of an element is longer than ${this.#limits.text} characters`)
    }
    this.#pending[this.#top++] = node
  }

  countNode(offset: number): void {
    const { nodes } = this.#limits
    if (++this.#nodes > nodes) throw exceeded(offset, words`there are more than ${nodes} elements and texts`)
  }

  /** Gives the open elements the children that they have so far, which a path counts. */
  settle(): void {
    let element = this.current
    let end = this.#top
    for (let depth = this.depth - 1; element !== undefined; depth--) {
      const start = this.#starts[depth] ?? 0
      element.children = this.#pending.slice(start, end)
      // Its parent's own end before it: what follows belongs to the elements inside.
      end = start
      element = element.parent
    }
  }
}

function exceeded(offset: number, problem: Words): Fault {
  return new Fault(offset, problem, 'ERR_CXML_LIMIT')
}
