import { XmlElement } from '../../xml/element.js'
import { isBlank, trimXmlSpace } from '../../xml/space.js'
import { decimalProblem, parseDecimal } from '../values/decimal.js'
import type { ElementPlan, Particle, Slot } from './plan.js'
import type { Reading } from './reading.js'
import { markupOf, readText, textContent, warnUnknownAttribute } from './text.js'

/** Every empty array of every message. */
const none: readonly never[] = Object.freeze([])

/** Reads an element by its table: one pass over the attributes, one over the children. */
export function readElement(plan: ElementPlan, element: XmlElement, reading: Reading): object {
  const values: unknown[] = new Array(plan.properties.length)
  readAttributes(plan, element, values, reading)
  readChildren(plan, element, values, reading)
  readOwnText(plan, element, values, reading)
  for (const slot of plan.required) {
    const value = values[slot.index]
    if (value === undefined || value === none) readAbsent(slot, element, values, reading)
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

function readAttributes(plan: ElementPlan, element: XmlElement, values: unknown[], reading: Reading): void {
  const { attributes } = element
  for (let index = 0; index < attributes.length; index += 2) {
    const name = attributes[index] ?? ''
    const slot = plan.attributes.get(name)
    if (slot === undefined) {
      if (!plan.knownAttributes.has(name)) warnUnknownAttribute(element, name, reading)
    } else {
      values[slot.index] = readAttribute(slot, attributes[index + 1] ?? '', element, reading)
    }
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
  } else if (slot.expectedValues !== undefined && !slot.expectedValues.includes(text)) {
    const problem = `${slot.property}=${quote(text)} is not one of ${slot.expectedValues.join(', ')}.`
    reading.warn('WARN_CXML_FIELD_INVALID', element, problem)
  }
  return text
}

function readChildren(plan: ElementPlan, element: XmlElement, values: unknown[], reading: Reading): void {
  const into = { values, reading }
  let last = 0
  let ordered = true
  for (const child of element.children) {
    if (!(child instanceof XmlElement)) {
      if (!plan.mixed) warnText(child, element, reading)
      continue
    }
    const particle = plan.particles.get(child.name)
    if (particle === undefined) {
      if (!plan.any) warnUnknownElement(plan, child, element, reading)
      continue
    }
    if (particle.order < last && ordered) {
      ordered = false
      reading.warn(
        'WARN_CXML_ORDER',
        child,
        `${child.name} stands too late; the DTD's order is: ${[...plan.particles.keys()].join(', ')}.`,
      )
    }
    last = Math.max(last, particle.order)
    readChild(particle, child, element, into)
  }
  for (const index of plan.lists) values[index] ??= none
}

function readChild(
  particle: Particle,
  child: XmlElement,
  element: XmlElement,
  into: { readonly values: unknown[]; readonly reading: Reading },
): void {
  const { slot } = particle
  const { values, reading } = into
  if (slot === undefined) return
  const before = values[slot.index]
  if (!slot.many && before !== undefined) {
    reading.fault('ERR_CXML_FIELD_DOUBLED', element, 'stands twice; only one was expected', child.name)
    return
  }
  if (slot.contentIndex !== undefined) {
    values[slot.index] = textContent(child)
    values[slot.contentIndex] = markupOf(child)
    return
  }
  const value = slot.codec?.read(child, reading)
  if (!slot.many) values[slot.index] = value
  else if (value === undefined) return
  else if (Array.isArray(before)) before.push(value)
  else values[slot.index] = [value]
}

function readOwnText(plan: ElementPlan, element: XmlElement, values: unknown[], reading: Reading): void {
  const { text } = plan
  if (text === undefined) return
  if (text.contentIndex !== undefined) {
    values[text.index] = trimXmlSpace(textContent(element))
    values[text.contentIndex] = markupOf(element)
    return
  }
  // Where child elements are declared beside the text (Description, Comments), only the direct text is the value.
  const own = plan.particles.size === 0 ? readText(element, reading) : directText(element)
  if (text.originalIndex === undefined) {
    values[text.index] = trimXmlSpace(own)
    return
  }
  const decimal = parseDecimal(own)
  values[text.index] = decimal
  if (decimal !== own) values[text.originalIndex] = own
  if (decimal === undefined) {
    reading.fault('ERR_CXML_FIELD_INVALID', element, `${quote(own)} ${decimalProblem(own)}`)
  }
}

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
  if (slot.need === 'needed') {
    reading.fault('ERR_CXML_FIELD_MISSING', element, 'is missing; it must be there', slot.wireName)
  } else if (slot.need === 'expected') {
    reading.warn(
      'WARN_CXML_FIELD_MISSING',
      element,
      `${element.name}/${slot.wireName} is missing; the DTD requires it.`,
    )
  }
}

function warnText(
  child: Exclude<XmlElement['children'][number], XmlElement>,
  element: XmlElement,
  reading: Reading,
) {
  const text = typeof child === 'string' ? child : child.kind === 'cdata' ? child.text : ''
  if (isBlank(text)) return
  reading.warn(
    'WARN_CXML_UNEXPECTED_TEXT',
    element,
    `${element.name} holds text; only elements were expected.`,
  )
}

function warnUnknownElement(
  plan: ElementPlan,
  child: XmlElement,
  element: XmlElement,
  reading: Reading,
): void {
  const expected = [...plan.particles.keys()]
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
