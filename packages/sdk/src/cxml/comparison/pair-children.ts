import type { XmlElement } from '../../xml/element.js'
import { attributesOf, textsOf } from './meaning.js'

/** A child of one element or the other, or the two that are the same thing. */
export interface Pair {
  readonly left: XmlElement | undefined
  readonly right: XmlElement | undefined
}

/**
 * Which child of one element is which of the other: first by what tells siblings of one name apart (a line's number, a
 * credential's domain and identity, an Extrinsic's name), then, of those that are left, equal ones, then in their order. So
 * that a line that was put in between is one difference and not one for every line behind it. Linear in the children.
 */
export function pairChildren(left: XmlElement, right: XmlElement): readonly Pair[] {
  const others = Map.groupBy(right.elements(), ({ name }) => name)
  const pairs: (readonly Pair[])[] = []
  for (const [name, mine] of Map.groupBy(left.elements(), ({ name }) => name)) {
    pairs.push(pairNamesakes(mine, others.get(name) ?? []))
    others.delete(name)
  }
  return [...pairs.flat(), ...onlyRight([...others.values()].flat())]
}

function onlyRight(elements: Iterable<XmlElement>): readonly Pair[] {
  return Array.from(elements, element => ({ left: undefined, right: element }))
}

/** Elements of one name. Where there is one on each side, it is the same, whatever is said of it. */
function pairNamesakes(left: readonly XmlElement[], right: readonly XmlElement[]): readonly Pair[] {
  if (left.length === 1 && right.length === 1) return [{ left: left[0], right: right[0] }]
  const others = Map.groupBy(right, identityOf)
  const pairs: (readonly Pair[])[] = []
  for (const [identity, mine] of Map.groupBy(left, identityOf)) {
    pairs.push(pairAlike(mine, others.get(identity) ?? []))
    others.delete(identity)
  }
  return [...pairs.flat(), ...onlyRight([...others.values()].flat())]
}

/** Elements between which nothing tells. */
function pairAlike(left: readonly XmlElement[], right: readonly XmlElement[]): readonly Pair[] {
  if (left.length === 1 && right.length === 1) return [{ left: left[0], right: right[0] }]
  const equal = new Map([...Map.groupBy(right, wordsOf)].map(([words, those]) => [words, those.values()]))
  const partners = new Map(left.map(element => [element, equal.get(wordsOf(element))?.next().value]))
  const taken = new Set(partners.values())
  const rest = right.filter(element => !taken.has(element)).values()
  const pairs: Pair[] = left.map(element => ({
    left: element,
    right: partners.get(element) ?? rest.next().value,
  }))
  return [...pairs, ...onlyRight(rest)]
}

/** Attributes that tell siblings of one name apart, in the order in which they are looked for. */
const telling = [
  'lineNumber',
  'shipNoticeLineNumber',
  'invoiceLineNumber',
  'name',
  'role',
  'requestName',
  'domain',
  'id',
  'type',
]

function identityOf(element: XmlElement): string {
  if (element.name === 'Credential') {
    const domain = element.attribute('domain')?.toLowerCase()
    return JSON.stringify([domain, textOf(element.child('Identity'))])
  }
  const attribute = telling.find(candidate => element.attribute(candidate) !== undefined)
  if (attribute !== undefined) return JSON.stringify([attribute, element.attribute(attribute)])
  const part = element.child('ItemID')?.child('SupplierPartID')
  return part === undefined ? '' : JSON.stringify(['ItemID', textOf(part)])
}

function textOf(element: XmlElement | undefined): string | undefined {
  return element && textsOf(element).join('')
}

/** What an element says, for comparing siblings that nothing tells apart: its own words and, shortly, those inside. */
function wordsOf(element: XmlElement): string {
  const attributes = [...attributesOf(element)].sort()
  const inside = element.elements().map(child => [child.name, textsOf(child), child.elements().length])
  return JSON.stringify([attributes, textsOf(element), inside])
}

/** Something in the order of the left document, and its place in the right one. */
interface Placed {
  readonly place: number
}

/** Those that must be moved, as few as can be: what is not among them is the longest run that both have in one order. */
export function movedAmong<Item extends Placed>(items: readonly Item[]): readonly Item[] {
  /** Index of the last of the best run of each length. */
  const ends: number[] = []
  const before: number[] = []
  for (const [index, { place }] of items.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((items[ends[middle] ?? 0]?.place ?? 0) < place) low = middle + 1
      else high = middle
    }
    before.push(ends[low - 1] ?? -1)
    ends[low] = index
  }
  const kept = new Set<number>()
  for (let index = ends.at(-1) ?? -1; index !== -1; index = before[index] ?? -1) kept.add(index)
  return items.filter((_, index) => !kept.has(index))
}
