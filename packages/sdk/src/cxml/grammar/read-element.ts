import { XmlElement } from '../../xml/element.js'
import { isBlank, trimXmlSpace } from '../../xml/space.js'
import { type State, shortestWay } from '../dtd/automaton.js'
import { decimalProblem, parseDecimal } from '../values/decimal.js'
import type { ElementPlan } from './plan.js'
import type { Reading } from './reading.js'
import type { ReadingForm } from './reading-form.js'
import type { Slot } from './slot.js'
import { markupOf, readText, textContent, warnUnknownAttribute } from './text.js'

/** Every empty array of every message. */
const none: readonly never[] = Object.freeze([])

/** Reads an element by its table: one pass over the attributes, one over the children. */
export function readElement(plan: ElementPlan, element: XmlElement, reading: Reading): object {
  const form = plan.reading.of(reading.dtd)
  const values: unknown[] = new Array(plan.properties.length)
  readAttributes(form, element, values, reading)
  readChildren(form, element, values, reading)
  for (const index of plan.lists) values[index] ??= none
  if (plan.text !== undefined) readOwnText(plan.text, element, values, reading)
  for (const slot of form.expected) {
    if (isAbsent(values[slot.index])) warnAbsent(slot, element, reading)
  }
  for (const slot of form.needed) {
    if (isAbsent(values[slot.index])) readAbsent(slot, element, values, reading)
  }
  const result: Record<string, unknown> = {}
  const { properties } = plan
  for (let index = 0; index < properties.length; index++) {
    const value = values[index]
    if (value !== undefined) result[properties[index] ?? ''] = value
  }
  element.value = result
  return result
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === none
}

function readAttributes(form: ReadingForm, element: XmlElement, values: unknown[], reading: Reading): void {
  const { attributes } = element
  for (let index = 0; index < attributes.length; index += 2) {
    const name = attributes[index] ?? ''
    const slot = form.attributes.get(name)
    if (slot !== undefined) {
      values[slot.index] = readAttribute(slot, attributes[index + 1] ?? '', element, reading)
    } else if (!form.attributes.has(name)) warnUnknownAttribute(element, name, reading)
  }
}

/** A faulty value stays as it was sent, for those who look at the faults. */
function readAttribute(slot: Slot, text: string, element: XmlElement, reading: Reading): string {
  if (slot.decimal) {
    const decimal = parseDecimal(text)
    if (decimal !== undefined) return decimal
    const problem = `${quote(text)} ${decimalProblem(text)}`
    reading.fault('ERR_CXML_FIELD_INVALID', element, problem, slot.wireName)
  } else if (slot.values !== undefined && !slot.values.includes(text)) {
    const problem = `${quote(text)} is not one of ${slot.values.join(', ')}`
    reading.fault('ERR_CXML_FIELD_INVALID', element, problem, slot.wireName)
  }
  return text
}

function readChildren(form: ReadingForm, element: XmlElement, values: unknown[], reading: Reading): void {
  let last = 0
  let ordered = true
  for (const child of element.children) {
    if (!(child instanceof XmlElement)) {
      if (!form.mixed) warnText(child, element, reading)
      continue
    }
    const place = form.children.get(child.name)
    if (place === undefined) {
      if (!form.any) warnUnknownElement(form, child, element, reading)
      continue
    }
    if (place.order < last) ordered = false
    else last = place.order
    if (place.slot !== undefined) readChild(place.slot, child, values, reading)
  }
  if (!ordered && form.start !== undefined) warnMisplaced(form.start, form, element, reading)
}

function readChild(slot: Slot, child: XmlElement, values: unknown[], reading: Reading): void {
  const before = values[slot.index]
  if (!slot.many && before !== undefined) {
    const problem = 'stands twice; only one was expected'
    reading.fault('ERR_CXML_FIELD_DOUBLED', child.parent ?? child, problem, child.name)
    return
  }
  if (slot.contentIndex !== undefined) {
    values[slot.index] = textContent(child)
    values[slot.contentIndex] = markupOf(child)
    return
  }
  if (slot.isAmount && slot.need === 'optional' && isBlank(textContent(child))) {
    const problem = `${child.name} has no amount; it is read as if it were not there.`
    reading.warn('WARN_CXML_FIELD_INVALID', child, problem)
    return
  }
  const value = slot.codec?.read(child, reading)
  if (!slot.many) values[slot.index] = value
  else if (value === undefined) return
  else if (Array.isArray(before)) before.push(value)
  else values[slot.index] = [value]
}

function readOwnText(text: Slot, element: XmlElement, values: unknown[], reading: Reading): void {
  if (text.contentIndex !== undefined) {
    values[text.index] = trimXmlSpace(textContent(element))
    values[text.contentIndex] = markupOf(element)
  } else if (text.originalIndex === undefined) {
    values[text.index] = trimXmlSpace(text.isAlone ? readText(element, reading) : directText(element))
  } else {
    const own = readText(element, reading)
    const decimal = parseDecimal(own)
    values[text.index] = decimal
    if (decimal !== own) values[text.originalIndex] = own
    if (decimal === undefined) {
      reading.fault('ERR_CXML_FIELD_INVALID', element, `${quote(own)} ${decimalProblem(own)}`)
    }
  }
}

/** Without the text of elements inside (`ShortName` in a `Description`). */
function directText(element: XmlElement): string {
  let text = ''
  for (const child of element.children) {
    if (typeof child === 'string') text += child
    else if (!(child instanceof XmlElement) && child.kind === 'cdata') text += child.text
  }
  return text
}

function readAbsent(slot: Slot, element: XmlElement, values: unknown[], reading: Reading): void {
  if (slot.default !== undefined) values[slot.index] = slot.default
  else reading.fault('ERR_CXML_FIELD_MISSING', element, 'is missing; it must be there', slot.wireName)
}

function warnAbsent(slot: Slot, element: XmlElement, reading: Reading): void {
  reading.warn(
    'WARN_CXML_FIELD_MISSING',
    element,
    `${element.name}/${slot.wireName} is missing; the DTD requires it.`,
  )
}

/** A child stands before another that the table names first: wrong only where the content model does not repeat them both. */
function warnMisplaced(start: State, form: ReadingForm, element: XmlElement, reading: Reading): void {
  let state = start
  for (const child of element.children) {
    if (!(child instanceof XmlElement) || !form.children.has(child.name)) continue
    // What is missing has been warned of; here it is skipped.
    const way = shortestWay(state, reached => reached.next.has(child.name))
    if (way === undefined) {
      const order = [...form.children.keys()].join(', ')
      reading.warn('WARN_CXML_ORDER', child, `${child.name} stands too late; the DTD's order is: ${order}.`)
      return
    }
    state = [...way, child.name].reduce((reached, name) => reached.next.get(name) ?? reached, state)
  }
}

function warnText(
  child: Exclude<XmlElement['children'][number], XmlElement>,
  element: XmlElement,
  reading: Reading,
): void {
  const text = typeof child === 'string' ? child : child.kind === 'cdata' ? child.text : ''
  if (isBlank(text)) return
  reading.warn(
    'WARN_CXML_UNEXPECTED_TEXT',
    element,
    `${element.name} holds text; only elements were expected.`,
  )
}

function warnUnknownElement(
  form: ReadingForm,
  child: XmlElement,
  element: XmlElement,
  reading: Reading,
): void {
  const expected = [...form.children.keys()]
  reading.warn(
    'WARN_CXML_UNKNOWN_ELEMENT',
    child,
    `${child.name.slice(0, 60)} is no child of ${element.name}; ${
      expected.length === 0 ? 'none was expected' : `expected: ${expected.join(', ')}`
    }.`,
  )
}

function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
}
