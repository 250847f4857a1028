import { XmlElement } from './element.js'

/**
 * The paths of many elements of one document: {@link XmlElement.path} looks at all siblings each time, which a document
 * with half a million of them makes expensive. Asked in document order, this looks at each once or twice.
 */
export class Paths {
  readonly #siblings = new Map<XmlElement, Siblings>()

  of(element: XmlElement): string {
    const { parent, name } = element
    if (parent === undefined) return `/${name}`
    const siblings = this.#siblings.get(parent) ?? new Siblings(parent)
    this.#siblings.set(parent, siblings)
    const position = siblings.positionOf(element)
    return `${this.of(parent)}/${name}${position === undefined ? '' : `[${position}]`}`
  }
}

class Siblings {
  readonly #parent: XmlElement
  readonly #totals = new Map<string, number>()
  /** How many of each name stand before the child at `#at`. */
  readonly #before = new Map<string, number>()
  #at = 0

  constructor(parent: XmlElement) {
    this.#parent = parent
    for (const child of parent.children) {
      if (child instanceof XmlElement) this.#totals.set(child.name, (this.#totals.get(child.name) ?? 0) + 1)
    }
  }

  /** From 1; `undefined` where no sibling has the name. */
  positionOf(element: XmlElement): number | undefined {
    if (this.#totals.get(element.name) === 1) return undefined
    return this.#advanceTo(element) ?? this.#restart(element)
  }

  #advanceTo(element: XmlElement): number | undefined {
    const { children } = this.#parent
    for (; this.#at < children.length; this.#at++) {
      const child = children[this.#at]
      if (!(child instanceof XmlElement)) continue
      const before = this.#before.get(child.name) ?? 0
      if (child === element) return before + 1
      this.#before.set(child.name, before + 1)
    }
    return undefined
  }

  #restart(element: XmlElement): number | undefined {
    this.#at = 0
    this.#before.clear()
    return this.#advanceTo(element)
  }
}
