import type { Lines } from './lines.js'

import { isBlank } from './space.js'

/** `<![CDATA[…]]>`. */
export interface XmlCdata {
  readonly kind: 'cdata'
  readonly text: string
}

/** `<!--…-->`. */
export interface XmlComment {
  readonly kind: 'comment'
  readonly text: string
}

/** `<?target data?>`. */
export interface XmlInstruction {
  readonly kind: 'instruction'
  readonly target: string
  readonly data: string
}

/** A string is text as it reads, references resolved. */
export type XmlNode = string | XmlElement | XmlCdata | XmlComment | XmlInstruction

/**
 * An element of the light tree: as it stands in the document, nothing lost but the spelling (quotes, references, line
 * ends, space between attributes).
 */
export class XmlElement {
  readonly name: string
  /** Name, value, name, value, …: in document order, names unique. */
  attributes: string[] = []
  children: XmlNode[] = []
  readonly parent: XmlElement | undefined
  /** What was read from it. Here and not on the value, because a hidden property on each value costs a third of reading. */
  value: object | undefined = undefined
  readonly #lines: Lines | undefined
  readonly #offset: number

  /** Without `lines` it is an element that was not parsed. */
  constructor(name: string, parent?: XmlElement, lines?: Lines, offset = 0) {
    this.name = name
    this.parent = parent
    this.#lines = lines
    this.#offset = offset
  }

  /** Where the element's `<` stands, from 1; 0 in an element that was not parsed. */
  get line(): number {
    return this.#lines?.line(this.#offset) ?? 0
  }

  /** In UTF-16 code units, from 1; 0 in an element that was not parsed. */
  get column(): number {
    return this.#lines?.column(this.#offset) ?? 0
  }

  attribute(name: string): string | undefined {
    const { attributes } = this
    for (let index = 0; index < attributes.length; index += 2) {
      if (attributes[index] === name) return attributes[index + 1]
    }
    return undefined
  }

  /** The first child element of a name. */
  child(name: string): XmlElement | undefined {
    for (const child of this.children) {
      if (child instanceof XmlElement && child.name === name) return child
    }
    return undefined
  }

  elements(): XmlElement[] {
    return this.children.filter(child => child instanceof XmlElement)
  }

  /** For `JSON.stringify`: name, attributes, content. Comments, instructions and space between elements are left out. */
  toJSON(): object {
    const pairs = this.attributes.flatMap((key, index) =>
      index % 2 === 0 ? [[key, this.attributes[index + 1]]] : [],
    )
    const isMixed = !this.children.some(child => child instanceof XmlElement)
    const content = this.children.flatMap((child): readonly (string | XmlElement)[] => {
      if (child instanceof XmlElement) return [child]
      const text = typeof child === 'string' ? child : child.kind === 'cdata' ? child.text : ''
      return text !== '' && (isMixed || !isBlank(text)) ? [text] : []
    })
    return {
      name: this.name,
      ...(pairs.length === 0 ? {} : { attributes: Object.fromEntries(pairs) }),
      ...(content.length === 0 ? {} : { content }),
    }
  }

  /** `/cXML/Header/From/Credential[2]`: a number where siblings share the name. Takes time with the siblings. */
  path(): string {
    let path = ''
    let element: XmlElement | undefined = this
    while (element !== undefined) {
      path = `/${element.name}${element.#position()}${path}`
      element = element.parent
    }
    return path
  }

  #position(): string {
    let same = 0
    let position = 0
    for (const sibling of this.parent?.children ?? []) {
      if (!(sibling instanceof XmlElement) || sibling.name !== this.name) continue
      same++
      if (sibling === this) position = same
    }
    return same > 1 ? `[${position}]` : ''
  }
}
