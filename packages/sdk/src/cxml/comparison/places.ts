import type { XmlElement } from '../../xml/element.js'
import { Paths } from '../../xml/paths.js'
import { serializeElement } from '../../xml/serialize.js'
import { redact } from '../redact.js'
import { piecesOf } from '../redaction/lexer.js'
import { isTellingCredential, secretAttribute, secretContent } from '../redaction/secret-places.js'
import type { DifferencePlace } from './difference.js'
import { textsOf } from './meaning.js'

/** Of an element: its own text, or one attribute. */
export type What = 'text' | { readonly attribute: string }

const longestValue = 200

/** Where things stand in one document, and what stands there, without secrets. */
export class Places {
  readonly #text: string
  readonly #paths = new Paths()
  /** Offsets at which lines begin: made when first needed. */
  #lines: readonly number[] | undefined

  constructor(text: string) {
    this.#text = text
  }

  /** Of the whole element without `what`. */
  of(element: XmlElement, what?: What): DifferencePlace {
    const { line, column } = element
    const path = this.#paths.of(element)
    if (what === undefined || what === 'text') {
      const value = what === 'text' ? textsOf(element).join(' ').trim() : serializeElement(element)
      return { line, column, path, value: shown(value, isSecret(element)) }
    }
    const { attribute } = what
    const value = element.attribute(attribute) ?? ''
    const hidden =
      isSecret(element) || secretAttribute(element.name, attribute, contentOf(element)) !== undefined
    return {
      ...(this.#placeOf(element, attribute) ?? { line, column }),
      path: `${path}/@${attribute}`,
      value: shown(value, hidden),
    }
  }

  /** Looked for in the text: the tree does not keep where attributes stand. */
  #placeOf(element: XmlElement, attribute: string): Pick<DifferencePlace, 'line' | 'column'> | undefined {
    this.#lines ??= [0, ...Array.from(this.#text.matchAll(/\r\n?|\n/g), end => end.index + end[0].length)]
    const lines = this.#lines
    const start = (lines[element.line - 1] ?? 0) + element.column - 1
    const end = this.#text.indexOf('<', start + 1)
    const [tag] = piecesOf(this.#text.slice(start, end === -1 ? undefined : end))
    if (tag?.kind !== 'open') return undefined
    const found = tag.attributes.find(({ name }) => name === attribute)
    if (found === undefined) return undefined
    const at = start + this.#text.slice(start, start + found.from).lastIndexOf(attribute)
    let { line } = element
    while ((lines[line] ?? Number.POSITIVE_INFINITY) <= at) line++
    return { line, column: at - (lines[line - 1] ?? 0) + 1 }
  }
}

/** Whether the content of an element, or of one that it stands in, is a secret. */
function isSecret(element: XmlElement): boolean {
  return contentOf(element) !== undefined || (element.parent !== undefined && isSecret(element.parent))
}

/** What the content of an element is, where it is a secret. */
function contentOf(element: XmlElement): string | undefined {
  const { name, parent } = element
  const isInTelling = parent !== undefined && isTellingCredential(parent.name, attributeOf(parent))
  return secretContent(name, attributeOf(element), isInTelling)
}

function attributeOf(element: XmlElement): (name: string) => string | undefined {
  return name => element.attribute(name)
}

function shown(value: string, isHidden: boolean): string {
  if (isHidden) return '********'
  const safe = redact(value)
  return safe.length > longestValue ? `${safe.slice(0, longestValue)}…` : safe
}
