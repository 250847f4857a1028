import { XmlElement } from '../../xml/element.js'
import {
  childNames,
  findNewer,
  findPayloadFile,
  findSimilar,
  nameOf,
  systemIdOf,
} from '../dtd/find-declaration.js'
import { type Dtd, type ElementRule, nearestDtdOf } from '../dtd/grammar.js'
import { tipForMissingAttribute, tipForMissingElement, tipForNoDocument, tipForText } from './tips.js'

/*
 * What is said about each kind of mistake: what was found, what was expected, how to mend it. Secrets never: text of a
 * document is not quoted, only names and the values of attributes.
 */

/** Names that a list shows before it says how many more there are. */
const mostNames = 12

export function missingElement(name: string, parent: XmlElement, before: XmlElement | undefined): string {
  const mend = tipForMissingElement(parent.name, name) ?? `Add ${name} there.`
  return `${name} is missing in ${parent.name}${placeIn(parent, before)}. ${mend}`
}

/** One of the names. */
export function missingChoice(
  names: readonly string[],
  parent: XmlElement,
  before: XmlElement | undefined,
): string {
  return `An element is missing in ${parent.name}${placeIn(parent, before)}; expected ${listOr(names)}.`
}

function placeIn(parent: XmlElement, before: XmlElement | undefined): string {
  if (before !== undefined) return `, before ${cut(before.name)} (line ${before.line})`
  const last = parent.children.findLast(child => child instanceof XmlElement)
  return last === undefined ? ', which has no element in it' : `, after ${cut(last.name)}`
}

export function misplacedElement(
  child: XmlElement,
  parent: XmlElement,
  { before, expected }: { readonly before: XmlElement | undefined; readonly expected: readonly string[] },
): string {
  const name = cut(child.name)
  if (before !== undefined) {
    return `${name} is in the wrong place: ${parent.name} has it before ${before.name}. Move it before the ${before.name} of line ${before.line}.`
  }
  const first = parent.child(child.name)
  if (first !== undefined && first !== child) {
    return `${name} is there more often than ${parent.name} allows; there is one in line ${first.line}. Leave one of them out.`
  }
  return `${name} cannot stand here in ${parent.name}; expected ${listOr(expected, `the end of ${parent.name}`)}.`
}

export function unexpectedElement(
  child: XmlElement,
  { parent, rule, dtd }: { readonly parent: XmlElement; readonly rule: ElementRule; readonly dtd: Dtd },
): string {
  const found = `${parent.name} cannot hold ${cut(child.name)} in ${nameOf(dtd)}`
  const names = childNames(rule)
  const expected = names.length === 0 ? 'it holds text only' : `expected ${listOr(names)}`
  return `${found}; ${expected}. ${mendUnexpected(child.name, { parent, rule, dtd })}`
}

function mendUnexpected(
  name: string,
  { parent, rule, dtd }: { readonly parent: XmlElement; readonly rule: ElementRule; readonly dtd: Dtd },
): string {
  const newer = findNewer(dtd, rule.name, next => childNames(next).includes(name))
  if (newer !== undefined) {
    return `It can from version ${newer} on: name a newer DTD if the receiver knows it, else leave ${name} out.`
  }
  const file = findPayloadFile(rule.name, name)
  if (file !== undefined) {
    return `${name} belongs to ${file}.dtd: write <!DOCTYPE cXML SYSTEM "${systemIdOf(nearestDtdOf(file, dtd.version))}">.`
  }
  if (rule.attributes.has(name)) return `${name} is an attribute: write <${rule.name} ${name}="…">.`
  const similar = findSimilar(name, childNames(rule))
  if (similar !== undefined) return `Did you mean ${similar}?`
  const siblings = childNames(rule).filter(sibling => childNames(dtd.element(sibling)).includes(name))
  const present = siblings.filter(sibling => parent.child(sibling) !== undefined)
  if (siblings.length > 0) return `It belongs into ${listOr(present.length > 0 ? present : siblings)}.`
  const above = parent.parent
  if (above !== undefined && childNames(dtd.element(above.name)).includes(name)) {
    return `It belongs into ${above.name}, beside ${rule.name}.`
  }
  return `Leave ${cut(name)} out, or put what it says into an Extrinsic where one is allowed.`
}

/** Of an element that its parent allows, whatever it is, or of the root. */
export function unknownElement(element: XmlElement, dtd: Dtd): string {
  const name = cut(element.name)
  if (element.parent === undefined) {
    const tip = tipForNoDocument(`<${element.name}`)
    return `The root element is ${name}; expected cXML.${tip === undefined ? '' : ` ${tip}`}`
  }
  const newer = findNewer(dtd, element.name, rule => rule !== undefined)
  const mend =
    newer === undefined
      ? `Inside ${element.parent.name} any element of cXML may stand, but no other: write the content as text, markup escaped.`
      : `It is one from version ${newer} on: name a newer DTD if the receiver knows it, else leave it out.`
  return `${name} is no element of ${nameOf(dtd)}. ${mend}`
}

export function unexpectedText(element: XmlElement, rule: ElementRule): string {
  if (rule.content.kind === 'empty') {
    return `${rule.name} must be empty, without space or comments. Write <${rule.name} …/>.`
  }
  const found = `${rule.name} holds text; expected only elements: ${listOr(childNames(rule))}.`
  const isMarkup = element.children.some(
    child => !(child instanceof XmlElement) && typeof child !== 'string' && /^\s*</.test(textOf(child)),
  )
  if (isMarkup) return `${found} Markup in <![CDATA[…]]> is text: write it without.`
  const money = childNames(rule).includes('Money')
    ? 'Write the amount in <Money currency="USD">…</Money>.'
    : undefined
  return `${found} ${tipForText(rule.name) ?? money ?? 'Take the text out, or put it into the element that is meant.'}`
}

function textOf(node: Exclude<XmlElement['children'][number], XmlElement | string>): string {
  return node.kind === 'instruction' ? '' : node.text
}

export function missingAttribute(element: XmlElement, name: string, rule: ElementRule): string {
  const tip = tipForMissingAttribute(element.name, name, element.attribute('code') ?? '')
  const values = rule.attributes.get(name)?.values
  const similar = findSimilar(
    name,
    attributeNames(element).filter(other => !rule.attributes.has(other)),
  )
  const mend =
    similar !== undefined ? `Write ${name} instead of ${cut(similar)}.` : (tip ?? `Add ${name}="…".`)
  return `The attribute ${name} of ${element.name} is missing${values === undefined ? '' : `; expected ${listOr(values)}`}. ${mend}`
}

export function unexpectedAttribute(element: XmlElement, name: string, rule: ElementRule, dtd: Dtd): string {
  const found = `${element.name} has no attribute ${cut(name)} in ${nameOf(dtd)}`
  const names = [...rule.attributes.keys()]
  const expected = names.length === 0 ? 'it has none' : `expected ${listOr(names)}`
  return `${found}; ${expected}. ${mendAttribute(name, { rule, dtd })}`
}

function mendAttribute(
  name: string,
  { rule, dtd }: { readonly rule: ElementRule; readonly dtd: Dtd },
): string {
  if (name === 'xmlns' || name.startsWith('xmlns:')) {
    return 'cXML has no namespace: leave the declaration out.'
  }
  const newer = findNewer(dtd, rule.name, next => next?.attributes.has(name) ?? false)
  if (newer !== undefined) {
    return `It has from version ${newer} on: name a newer DTD if the receiver knows it, else leave ${name} out.`
  }
  const children = childNames(rule)
  if (children.includes(name)) return `${name} is an element: write <${name}>…</${name}> inside ${rule.name}.`
  const similar = findSimilar(name, rule.attributes.keys())
  if (similar !== undefined) return `Did you mean ${similar}?`
  const [inside, ...others] = children.filter(child => dtd.element(child)?.attributes.has(name))
  if (inside !== undefined && others.length < 2)
    return `It is an attribute of ${listOr([inside, ...others])}.`
  return `Leave ${cut(name)} out.`
}

export function wrongValue(
  found: { readonly element: string; readonly name: string; readonly value: string },
  expected: string | readonly string[],
): string {
  const { element, name, value } = found
  const similar = typeof expected === 'string' ? undefined : findSimilar(value.trim(), expected)
  const mend = similar === undefined ? '' : ` Write ${name}="${similar}".`
  const list = typeof expected === 'string' ? expected : listOr(expected)
  return `The attribute ${name} of ${element} is ${JSON.stringify(cut(value))}; expected ${list}.${mend}`
}

function attributeNames(element: XmlElement): string[] {
  return element.attributes.filter((_, index) => index % 2 === 0)
}

/** `A, B or C`. */
function listOr(names: readonly string[], end?: string): string {
  const shown = names.slice(0, mostNames)
  if (names.length > mostNames) shown.push(`${names.length - mostNames} others`)
  if (end !== undefined) shown.push(end)
  const last = shown.pop() ?? ''
  return shown.length === 0 ? last : `${shown.join(', ')} or ${last}`
}

/** Names and values come from the document: a message shows no more than this of them. */
function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
