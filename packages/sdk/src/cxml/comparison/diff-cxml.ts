import type { XmlElement } from '../../xml/element.js'
import { Paths } from '../../xml/paths.js'
import { serializeElement } from '../../xml/serialize.js'
import { type ParseOptions, passGate } from '../gate.js'
import { redact } from '../redact.js'
import { isTellingCredential, secretAttribute, secretContent } from '../redaction/secret-places.js'
import type { CxmlComparison, CxmlDifference, DifferencePlace } from './difference.js'
import { attributesOf, isSameText, isSameValue, textsOf } from './meaning.js'
import { movedAmong, type Pair, pairChildren } from './pair-children.js'

/** More than anybody reads. */
const mostDifferences = 1000
const longestValue = 200

/**
 * Holds two documents against each other by what they mean. Spelling does not count (order of attributes, space between
 * elements, comments, CDATA, encoding, DOCTYPE), nor payloadID and timestamp of the document, nor an attribute that says
 * what the DTD says anyway; numbers are the same by value, dates with an offset by instant, credentials' domains without
 * case.
 *
 * Lines, credentials and the like are found again by what they are called, so one that was put in between is one
 * difference. Secrets that differ are a difference without their values.
 *
 * Throws `CxmlError` (406) for what is not well-formed, wrongly encoded or too large.
 */
export function diffCxml(
  left: Uint8Array | string,
  right: Uint8Array | string,
  options: ParseOptions = {},
): CxmlComparison {
  return diffTrees(passGate(left, options).xml.root, passGate(right, options).xml.root)
}

/** {@link diffCxml} of documents that have been parsed. */
export function diffTrees(left: XmlElement, right: XmlElement): CxmlComparison {
  const comparison = new Comparison()
  comparison.compare(left, right)
  const { differences } = comparison
  return { same: differences.length === 0, differences: differences.toSorted(byPlace) }
}

/** In the order of the left document; what only the right one has, among them by its own lines. */
function byPlace(a: CxmlDifference, b: CxmlDifference): number {
  const [first, second] = [a, b].map(difference =>
    'left' in difference ? difference.left : difference.right,
  )
  return (first?.line ?? 0) - (second?.line ?? 0) || (first?.column ?? 0) - (second?.column ?? 0)
}

/** The same thing in both documents. */
interface Both {
  readonly left: XmlElement
  readonly right: XmlElement
}

class Comparison {
  readonly differences: CxmlDifference[] = []
  readonly #paths = new Paths()

  compare(left: XmlElement, right: XmlElement): void {
    if (left.name !== right.name) {
      this.#changed({ left, right }, left.name, right.name)
      return
    }
    this.#compareAttributes(left, right)
    this.#compareTexts(left, right)
    const pairs = pairChildren(left, right)
    this.#reportMoved(left, right, pairs)
    for (const pair of pairs) {
      if (this.differences.length >= mostDifferences) return
      if (pair.left !== undefined && pair.right !== undefined) this.compare(pair.left, pair.right)
      else this.#onlyOne(pair)
    }
  }

  #compareAttributes(left: XmlElement, right: XmlElement): void {
    const [mine, others] = [attributesOf(left), attributesOf(right)]
    for (const name of new Set([...mine.keys(), ...others.keys()])) {
      const [before, after] = [mine.get(name), others.get(name)]
      if (before !== undefined && after !== undefined) {
        if (isSameValue(left.name, name, before, after)) continue
        this.#changed({ left, right }, before, after, name)
      } else if (before !== undefined) this.#add({ kind: 'removed', left: this.#place(left, before, name) })
      else if (after !== undefined) this.#add({ kind: 'added', right: this.#place(right, after, name) })
    }
  }

  #compareTexts(left: XmlElement, right: XmlElement): void {
    const [mine, others] = [textsOf(left).join('\n'), textsOf(right).join('\n')]
    if (mine.trim() !== others.trim() && !isSameText(left.name, mine, others))
      this.#changed({ left, right }, mine, others)
  }

  #reportMoved(left: XmlElement, right: XmlElement, pairs: readonly Pair[]): void {
    const places = new Map(right.elements().map((child, place) => [child, place]))
    const partners = new Map(pairs.map(pair => [pair.left, pair.right]))
    const order = left.elements().flatMap(item => {
      const partner = partners.get(item)
      return partner === undefined ? [] : [{ item, place: places.get(partner) ?? 0 }]
    })
    for (const item of movedAmong(order)) {
      const partner = partners.get(item)
      if (partner === undefined) continue
      this.#add({
        kind: 'moved',
        left: this.#place(item, shown(item)),
        right: this.#place(partner, shown(partner)),
      })
    }
  }

  #onlyOne({ left, right }: Pair): void {
    if (left !== undefined) this.#add({ kind: 'removed', left: this.#place(left, shown(left)) })
    if (right !== undefined) this.#add({ kind: 'added', right: this.#place(right, shown(right)) })
  }

  #changed({ left, right }: Both, before: string, after: string, attribute?: string): void {
    this.#add({
      kind: 'changed',
      left: this.#place(left, before, attribute),
      right: this.#place(right, after, attribute),
    })
  }

  #add(difference: CxmlDifference): void {
    if (this.differences.length < mostDifferences) this.differences.push(difference)
  }

  #place(element: XmlElement, value: string, attribute?: string): DifferencePlace {
    const { line, column } = element
    const path = this.#paths.of(element)
    const isHidden = isSecret(element, attribute)
    return {
      line,
      column,
      path: attribute === undefined ? path : `${path}/@${attribute}`,
      value: isHidden ? '********' : cut(redact(value)),
    }
  }
}

function isSecret(element: XmlElement, attribute: string | undefined): boolean {
  if (attribute !== undefined) {
    if (secretAttribute(element.name, attribute, contentOf(element)) !== undefined) return true
  } else if (contentOf(element) !== undefined) return true
  return element.parent !== undefined && isSecret(element.parent, undefined)
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

function shown(element: XmlElement): string {
  return serializeElement(element)
}

function cut(value: string): string {
  return value.length > longestValue ? `${value.slice(0, longestValue)}…` : value
}
