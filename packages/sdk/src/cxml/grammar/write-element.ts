import { escapeText } from '../../xml/escape.js'
import { type State, shortestWay } from '../dtd/automaton.js'
import { assertPlainDecimal } from './assert-plain-decimal.js'
import type { Values } from './field-finder.js'
import type { ContentForm } from './field-form.js'
import type { ElementPlan } from './plan.js'
import type { Slot } from './slot.js'
import { writeAttribute } from './write-attribute.js'
import { writeMarkup } from './write-markup.js'
import type { Writing } from './writing.js'

/**
 * Writes a value by its element's table, children in the order of the table. The DTD of the version that is written is
 * asked at every step: what it does not have, or requires and is not there, is refused by name.
 */
export function writeElement(plan: ElementPlan, value: object, writing: Writing): void {
  const form = plan.writing.of(writing.dtd)
  const values = value as Values
  const { attributes, content, missing } = form.fields.find(values)
  if (missing !== undefined) writing.refuseMissing(missing.slot.wireName)
  let isBare = true
  for (const attribute of attributes) {
    if (writeAttribute(attribute, values[attribute.property], isBare, writing)) isBare = false
  }
  const before = writing.xml
  writing.put(isBare ? form.open : '">')
  const { length } = writing.xml
  if (form.start === undefined) writeSequence(content, values, writing)
  else writeByModel(content, form.start, values, writing)
  if (writing.xml.length > length) writing.put(form.close)
  else writing.xml = before + (isBare ? form.empty : '"/>')
}

function isAbsent(field: unknown): boolean {
  return field === undefined || (Array.isArray(field) && field.length === 0)
}

/** What is read of an element that has no text in its version. */
function isEmptyText({ slot }: ContentForm, field: unknown): boolean {
  return slot.field === 'text' && field === ''
}

/** Where one name follows the other, it is enough to look at each. */
function writeSequence(content: readonly ContentForm[], values: Values, writing: Writing): void {
  for (const form of content) {
    const field = values[form.property]
    if (isAbsent(field)) {
      if (form.isRequired) writing.refuseMissing(form.slot.wireName)
      continue
    }
    if (!form.isDeclared) {
      if (isEmptyText(form, field)) continue
      writing.refuseUnknown(form.slot.wireName)
    }
    if (!Array.isArray(field)) writeOne(form, field, values, writing)
    else {
      if (field.length > 1 && !form.isRepeatable) writing.refuseRepeated(form.slot.wireName, field.length)
      writeMany(form, field, writing)
    }
  }
}

/** Where the standard has choices, the content model is walked along. */
function writeByModel(content: readonly ContentForm[], start: State, values: Values, writing: Writing): void {
  let state = start
  let last: ContentForm | undefined
  for (const form of content) {
    const field = values[form.property]
    const { wireName } = form.slot
    if (isAbsent(field)) {
      if (form.isRequired) writing.refuseMissing(wireName)
      continue
    }
    if (!form.isDeclared) {
      if (isEmptyText(form, field)) continue
      writing.refuseUnknown(wireName)
    }
    const count = Array.isArray(field) ? field.length : 1
    for (let index = 0; index < count; index++) {
      const next = state.next.get(wireName)
      if (next === undefined) refuseHere(form, { state, last, count }, writing)
      state = next
      last = form
    }
    if (Array.isArray(field)) writeMany(form, field, writing)
    else writeOne(form, field, values, writing)
  }
  if (!state.isFinal) writing.refuseMissing(shortestWay(state, ({ isFinal }) => isFinal)?.[0] ?? '')
}

function refuseHere(
  { slot }: ContentForm,
  {
    state,
    last,
    count,
  }: { readonly state: State; readonly last: ContentForm | undefined; readonly count: number },
  writing: Writing,
): never {
  const [missing] = shortestWay(state, ({ next }) => next.has(slot.wireName)) ?? []
  if (missing !== undefined) return writing.refuseMissing(missing)
  if (last?.slot === slot) return writing.refuseRepeated(slot.wireName, count)
  return writing.refuse(
    slot.wireName,
    `cannot stand beside ${last?.slot.wireName} in cXML ${writing.version}; leave one of them out`,
  )
}

function writeMany(form: ContentForm, items: readonly unknown[], writing: Writing): void {
  const { length } = items
  for (let index = 0; index < length; index++) {
    writeChild(form, items[index], length === 1 ? 0 : index + 1, writing)
  }
}

function writeOne(form: ContentForm, field: unknown, values: Values, writing: Writing): void {
  if (form.slot.field === 'child') writeChild(form, field, 0, writing)
  else writeText(form, field, values, writing)
}

function writeChild(
  { slot, open, close }: ContentForm,
  item: unknown,
  position: number,
  writing: Writing,
): void {
  const { codec } = slot
  if (codec === undefined) return
  const text = codec.isText && typeof item === 'string' && item !== '' ? escapeText(item) : undefined
  if (text === undefined) {
    writing.enter(slot.wireName, position)
    codec.write(item, writing)
    writing.leave()
  } else writing.putElement(open, text, close)
}

/** Own text, or a child declared ANY. */
function writeText(
  { slot, open, close }: ContentForm,
  field: unknown,
  values: Values,
  writing: Writing,
): void {
  const place = slot.field === 'content' ? slot.wireName : undefined
  if (typeof field !== 'string') writing.refuseType(place, field)
  const xml = textOf(slot, field, values, writing)
  if (xml === '' && open !== '') writing.put(`<${slot.wireName}/>`)
  else writing.putElement(open, xml, close)
}

function textOf(slot: Slot, field: string, values: Values, writing: Writing): string {
  const place = slot.field === 'content' ? slot.wireName : undefined
  if (slot.decimal) {
    assertPlainDecimal(field, problem => writing.refuse(place, problem))
    return field
  }
  const markup = slot.content === undefined ? undefined : values[slot.content]
  if (typeof markup === 'string') return writeMarkup(markup, slot, writing)
  return escapeText(field) ?? writing.refuseCharacter(place, field)
}
