import { XmlElement } from '../../xml/element.js'
import { decimalProblem, parseDecimal } from '../values/decimal.js'
import type { ElementPlan, Slot } from './plan.js'
import { writeContent } from './text.js'
import type { Writing } from './writing.js'

/** Writes a value by its element's table: attributes and children in the DTD's order. */
export function writeElement(plan: ElementPlan, value: object, element: XmlElement, writing: Writing): void {
  const values = value as Readonly<Record<string, unknown>>
  for (const slot of plan.slots) {
    const field = values[slot.property]
    if (isAbsent(field)) {
      if (slot.need !== 'optional') writing.refuse(element, slot.wireName, 'is missing; the DTD requires it')
      continue
    }
    if (!writing.knows(slot.since)) {
      if (field === slot.default) continue
      writing.refuse(
        element,
        slot.wireName,
        `exists since cXML ${slot.since}; the document declares ${writing.dtdVersion}`,
      )
    }
    writeField(slot, field, { element, values, plan }, writing)
  }
}

function isAbsent(field: unknown): boolean {
  return field === undefined || (Array.isArray(field) && field.length === 0)
}

interface Target {
  readonly element: XmlElement
  readonly values: Readonly<Record<string, unknown>>
  readonly plan: ElementPlan
}

function writeField(slot: Slot, field: unknown, target: Target, writing: Writing): void {
  const { element, values, plan } = target
  if (slot.field === 'child') {
    const items: readonly unknown[] = Array.isArray(field) ? field : [field]
    if (slot.many && items.length > 1 && !writing.knows(slot.manySince)) {
      writing.refuse(
        element,
        slot.wireName,
        `stands ${items.length} times; cXML ${writing.dtdVersion} has one`,
      )
    }
    for (const item of items) slot.codec?.write(item, append(element, slot.wireName), writing)
    return
  }
  const text = scalarText(slot, field, element, writing)
  if (slot.field === 'attribute') element.attributes.push(slot.wireName.slice(1), text)
  else if (slot.field === 'text') {
    if (text !== '') element.children.push(text)
  } else {
    const markup = values[plan.properties[slot.contentIndex ?? -1] ?? '']
    const holder = slot.field === 'content' ? append(element, slot.wireName) : element
    writeContent(holder, text, typeof markup === 'string' ? markup : undefined)
  }
}

function scalarText(slot: Slot, field: unknown, element: XmlElement, writing: Writing): string {
  if (typeof field !== 'string') {
    return writing.refuse(element, slot.wireName, `a string was expected, not ${typeof field}`)
  }
  if (slot.decimal && parseDecimal(field) !== field) {
    const problem =
      parseDecimal(field) === undefined ? decimalProblem(field) : 'is not a plain decimal such as 1234.56'
    return writing.refuse(element, slot.wireName, `${JSON.stringify(field.slice(0, 40))} ${problem}`)
  }
  const values = slot.values ?? slot.expectedValues
  if (values !== undefined && !values.includes(field)) {
    return writing.refuse(element, slot.wireName, `is not one of ${values.join(', ')}`)
  }
  const since = slot.valuesSince?.[field]
  if (!writing.knows(since)) {
    const problem = `"${field}" exists since cXML ${since}; the document declares ${writing.dtdVersion}`
    return writing.refuse(element, slot.wireName, problem)
  }
  return field
}

function append(parent: XmlElement, name: string): XmlElement {
  const element = new XmlElement(name, parent)
  parent.children.push(element)
  return element
}
