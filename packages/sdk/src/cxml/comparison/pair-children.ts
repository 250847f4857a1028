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
  const pairs: Pair[] = []
  for (const [name, mine] of Map.groupBy(left.elements(), ({ name }) => name)) {
    pairs.push(...pairNamesakes(mine, others.get(name) ?? []))
    others.delete(name)
  }
  for (const added of others.values())
    pairs.push(...added.map(element => ({ left: undefined, right: element })))
  return pairs
}

/** Elements of one name. Where there is one on each side, it is the same, whatever is said of it. */
function pairNamesakes(left: readonly XmlElement[], right: readonly XmlElement[]): readonly Pair[] {
  if (left.length === 1 && right.length === 1) return [{ left: left[0], right: right[0] }]
  const others = Map.groupBy(right, identityOf)
  const pairs: Pair[] = []
  for (const [identity, mine] of Map.groupBy(left, identityOf)) {
    pairs.push(...pairAlike(mine, others.get(identity) ?? []))
    others.delete(identity)
  }
  for (const added of others.values())
    pairs.push(...added.map(element => ({ left: undefined, right: element })))
  return pairs
}

/** Elements between which nothing tells. */
function pairAlike(left: readonly XmlElement[], right: readonly XmlElement[]): readonly Pair[] {
  if (left.length === 1 && right.length === 1) return [{ left: left[0], right: right[0] }]
  const equal = Map.groupBy(right, wordsOf)
  const partners = new Map(left.map(element => [element, equal.get(wordsOf(element))?.shift()]))
  const taken = new Set(partners.values())
  const rest = right.filter(element => !taken.has(element))
  const pairs: Pair[] = left.map(element => ({ left: element, right: partners.get(element) ?? rest.shift() }))
  return [...pairs, ...rest.map(element => ({ left: undefined, right: element }))]
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

/**
 * Of things in the order of the left document, by their places in the right one: those that must be moved, as few as can
 * be. What is not among them is the longest run that both have in one order.
 */
export function movedAmong<Item>(
  items: readonly { readonly item: Item; readonly place: number }[],
): ReadonlySet<Item> {
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
  const moved = new Set(items.map(({ item }) => item))
  for (let index = ends.at(-1) ?? -1; index !== -1; index = before[index] ?? -1) {
    const kept = items[index]
    if (kept !== undefined) moved.delete(kept.item)
  }
  return moved
}
