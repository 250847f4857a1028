import { AttributePlaces } from '../../xml/attribute-places.js'
import type { XmlElement } from '../../xml/element.js'
import { Paths } from '../../xml/paths.js'
import { serializeElement } from '../../xml/serialize.js'
import { redact } from '../redact.js'
import { isTellingCredential, secretAttribute, secretContent } from '../redaction/secret-places.js'
import type { DifferencePlace } from './difference.js'
import { textsOf } from './meaning.js'

/** Of an element: its own text, or one attribute. */
export type What = 'text' | { readonly attribute: string }

const longestValue = 200

/** Where things stand in one document, and what stands there, without secrets. */
export class Places {
  readonly #attributes: AttributePlaces
  readonly #paths = new Paths()

  constructor(text: string) {
    this.#attributes = new AttributePlaces(text)
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
      ...(this.#attributes.of(element, attribute) ?? { line, column }),
      path: `${path}/@${attribute}`,
      value: shown(value, hidden),
    }
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
