import { CxmlError } from '../../errors.js'
import type { XmlElement } from '../../xml/element.js'
import { type ParseOptions, passGate } from '../gate.js'
import type { CxmlComparison, CxmlDifference } from './difference.js'
import { attributesOf, isMixed, isSameText, isSameValue, orderedAmong, textsOf } from './meaning.js'
import { movedAmong, type Pair, pairChildren } from './pair-children.js'
import { Places, type What } from './places.js'

/** More than anybody reads. */
const mostDifferences = 1000

/**
 * Holds two documents against each other by what they mean. Spelling does not count (order of attributes, space between
 * elements, comments, CDATA, encoding, DOCTYPE), nor payloadID and timestamp of the document, nor an attribute that says
 * what the DTD says anyway; numbers are the same by value, dates with an offset by instant, credentials' domains without
 * case.
 *
 * Lines, credentials and the like are found again by what they are called, so one that was put in between is one
 * difference, and one in another place, where order says anything, is `moved`. Secrets that differ are a difference without their values.
 *
 * Throws `CxmlError`: 406 for what is not well-formed, wrongly encoded or too large, 400 for what is not cXML.
 */
export function diffCxml(
  left: Uint8Array | string,
  right: Uint8Array | string,
  options: ParseOptions = {},
): CxmlComparison {
  return compare(readCxml(left, options), readCxml(right, options))
}

/** A document that can be held against another. */
export interface Comparable {
  readonly text: string
  readonly root: XmlElement
}

/** Throws `CxmlError` for what is no cXML document. */
export function readCxml(input: Uint8Array | string, options: ParseOptions = {}): Comparable {
  const { text, xml } = passGate(input, options)
  const { name, line, column } = xml.root
  if (name === 'cXML') return { text, root: xml.root }
  const message = `The root element is ${name.slice(0, 60)}; cXML was expected`
  throw new CxmlError('ERR_CXML_NOT_CXML', message, { line, column, path: xml.root.path() })
}

/** {@link diffCxml} of documents that have been read. */
export function compare(left: Comparable, right: Comparable): CxmlComparison {
  const comparison = new Comparison({ left: new Places(left.text), right: new Places(right.text) })
  comparison.compare(left.root, right.root)
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
  readonly #places: { readonly left: Places; readonly right: Places }

  constructor(places: { readonly left: Places; readonly right: Places }) {
    this.#places = places
  }

  get #isFull(): boolean {
    return this.differences.length >= mostDifferences
  }

  compare(left: XmlElement, right: XmlElement): void {
    if (left.name !== right.name) {
      this.#report('changed', { left, right })
      return
    }
    this.#compareAttributes(left, right)
    this.#compareTexts(left, right)
    const pairs = pairChildren(left, right)
    this.#reportMoved(left, right, pairs)
    for (const pair of pairs) {
      if (this.#isFull) return
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
        this.#report('changed', { left, right }, { attribute: name })
      } else if (before !== undefined) this.#onlyOne({ left, right: undefined }, { attribute: name })
      else if (after !== undefined) this.#onlyOne({ left: undefined, right }, { attribute: name })
    }
  }

  #compareTexts(left: XmlElement, right: XmlElement): void {
    const [mine, others] = [textsOf(left).join('\n'), textsOf(right).join('\n')]
    if (mine.trim() !== others.trim() && !isSameText(left.name, mine, others))
      this.#report('changed', { left, right }, 'text')
  }

  #reportMoved(left: XmlElement, right: XmlElement, pairs: readonly Pair[]): void {
    const places = new Map(right.elements().map((child, place) => [child, place]))
    const partners = new Map(pairs.map(pair => [pair.left, pair.right]))
    const isAmongText = isMixed(left) || isMixed(right)
    const runs = Map.groupBy(left.elements(), child => orderedAmong(child, isAmongText))
    runs.delete(undefined)
    for (const run of runs.values()) {
      const order = run.flatMap(item => {
        const partner = partners.get(item)
        return partner === undefined ? [] : [{ item, partner, place: places.get(partner) ?? 0 }]
      })
      for (const { item, partner } of movedAmong(order)) this.#report('moved', { left: item, right: partner })
    }
  }

  #onlyOne({ left, right }: Pair, what?: What): void {
    if (this.#isFull) return
    if (left !== undefined) {
      this.differences.push({ kind: 'removed', left: this.#places.left.of(left, what) })
    }
    if (right !== undefined) {
      this.differences.push({ kind: 'added', right: this.#places.right.of(right, what) })
    }
  }

  #report(kind: 'changed' | 'moved', { left, right }: Both, what?: What): void {
    if (this.#isFull) return
    this.differences.push({
      kind,
      left: this.#places.left.of(left, what),
      right: this.#places.right.of(right, what),
    })
  }
}
