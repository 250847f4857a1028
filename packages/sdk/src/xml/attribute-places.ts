import type { XmlElement } from './element.js'

/** Where an attribute stands: the first line and the first character of a line are 1. */
export interface AttributePlace {
  readonly line: number
  readonly column: number
}

/** In a start tag: white space, a name, `=`, a value in quotes. */
const attribute = /[ \t\r\n]+([^ \t\r\n=>/]+)[ \t\r\n]*=[ \t\r\n]*(?:"[^"]*"|'[^']*')/y

/** Finds attributes in the text of a document once more, since its tree does not keep where they stand. */
export class AttributePlaces {
  readonly #text: string
  /** Offsets at which lines begin: made when first needed. */
  #lines: readonly number[] | undefined
  /** Whoever asks for one attribute of an element asks for others. */
  #element: XmlElement | undefined
  #places: ReadonlyMap<string, AttributePlace> = new Map()

  constructor(text: string) {
    this.#text = text
  }

  of(element: XmlElement, name: string): AttributePlace | undefined {
    if (element !== this.#element) {
      this.#places = this.#findAll(element)
      this.#element = element
    }
    return this.#places.get(name)
  }

  #findAll(element: XmlElement): ReadonlyMap<string, AttributePlace> {
    this.#lines ??= linesOf(this.#text)
    const lines = this.#lines
    const places = new Map<string, AttributePlace>()
    let { line } = element
    attribute.lastIndex = (lines[line - 1] ?? 0) + element.column + element.name.length
    for (let found = attribute.exec(this.#text); found !== null; found = attribute.exec(this.#text)) {
      const [, name = ''] = found
      const at = found.index + found[0].indexOf(name)
      while ((lines[line] ?? Number.POSITIVE_INFINITY) <= at) line++
      places.set(name, { line, column: at - (lines[line - 1] ?? 0) + 1 })
    }
    return places
  }
}

/** Line ends are LF, CR LF and CR (XML 1.0 §2.11). */
function linesOf(text: string): readonly number[] {
  const lines = [0]
  const end = /\r\n?|\n/g
  while (end.test(text)) lines.push(end.lastIndex)
  return lines
}
