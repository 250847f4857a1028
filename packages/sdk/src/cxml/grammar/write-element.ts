import { escapeText } from '../../xml/escape.js'
import { type State, shortestWay } from '../dtd/automaton.js'
import { assertPlainDecimal } from './assert-plain-decimal.js'
import type { ElementPlan } from './plan.js'
import { writeAttribute } from './write-attribute.js'
import { writeMarkup } from './write-markup.js'
import type { Writing } from './writing.js'
import type { ContentForm, WritingForm } from './writing-form.js'

type Values = Readonly<Record<string, unknown>>

/**
 * Writes a value by its element's table, children in the order of the table. The DTD of the version that is written is
 * asked at every step: what it does not have, or requires and is not there, is refused by name.
 */
export function writeElement(plan: ElementPlan, value: object, writing: Writing): string {
  const form = plan.writing.of(writing.dtd)
  const values = value as Values
  const tag = form.open + writeAttributes(form, values, writing)
  const content =
    form.start === undefined
      ? writeSequence(form, values, writing)
      : writeByModel(form, form.start, values, writing)
  return content === '' ? `${tag}/>` : `${tag}>${content}${form.close}`
}

function writeAttributes({ attributes }: WritingForm, values: Values, writing: Writing): string {
  let out = ''
  for (const attribute of attributes) {
    const text = values[attribute.property]
    if (text === undefined) {
      if (attribute.isRequired) writing.refuseMissing(attribute.slot.wireName)
    } else out += writeAttribute(attribute, text, writing)
  }
  return out
}

function isAbsent(field: unknown): boolean {
  return field === undefined || (Array.isArray(field) && field.length === 0)
}

/** What is read of an element that has no text in its version. */
function isEmptyText({ slot }: ContentForm, field: unknown): boolean {
  return slot.field === 'text' && field === ''
}

/** Where one name follows the other, it is enough to look at each. */
function writeSequence({ content }: WritingForm, values: Values, writing: Writing): string {
  let out = ''
  for (const form of content) {
    const field = values[form.property]
    if (field === undefined || (Array.isArray(field) && field.length === 0)) {
      if (form.isRequired) writing.refuseMissing(form.slot.wireName)
      continue
    }
    if (!form.isDeclared) {
      if (isEmptyText(form, field)) continue
      writing.refuseUnknown(form.slot.wireName)
    }
    if (!Array.isArray(field)) out += writeOne(form, field, values, writing)
    else {
      if (field.length > 1 && !form.isRepeatable) writing.refuseRepeated(form.slot.wireName, field.length)
      out += writeMany(form, field, writing)
    }
  }
  return out
}

/** Where the standard has choices, the content model is walked along. */
function writeByModel({ content }: WritingForm, start: State, values: Values, writing: Writing): string {
  let out = ''
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
      if (next === undefined) return refuseHere(form, { state, last, count }, writing)
      state = next
      last = form
    }
    out += Array.isArray(field) ? writeMany(form, field, writing) : writeOne(form, field, values, writing)
  }
  if (!state.isFinal) writing.refuseMissing(shortestWay(state, ({ isFinal }) => isFinal)?.[0] ?? '')
  return out
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

function writeMany(form: ContentForm, items: readonly unknown[], writing: Writing): string {
  let out = ''
  for (let index = 0; index < items.length; index++) {
    out += writeChild(form, items[index], items.length === 1 ? 0 : index + 1, writing)
  }
  return out
}

function writeOne(form: ContentForm, field: unknown, values: Values, writing: Writing): string {
  return form.slot.field === 'child'
    ? writeChild(form, field, 0, writing)
    : writeText(form, field, values, writing)
}

function writeChild(
  { slot, open, close }: ContentForm,
  item: unknown,
  position: number,
  writing: Writing,
): string {
  const { codec } = slot
  if (codec === undefined) return ''
  if (codec.isText && typeof item === 'string') {
    const text = escapeText(item)
    if (text !== undefined) return text === '' ? `<${slot.wireName}/>` : open + text + close
  }
  writing.enter(slot.wireName, position)
  const out = codec.write(item, writing)
  writing.leave()
  return out
}

/** Own text, or a child declared ANY. */
function writeText(
  { slot, open, close }: ContentForm,
  field: unknown,
  values: Values,
  writing: Writing,
): string {
  const place = slot.field === 'content' ? slot.wireName : undefined
  if (typeof field !== 'string') return writing.refuseType(place, field)
  if (slot.decimal) assertPlainDecimal(field, problem => writing.refuse(place, problem))
  const markup = slot.content === undefined ? undefined : values[slot.content]
  const xml =
    typeof markup === 'string'
      ? writeMarkup(markup, slot, writing)
      : (escapeText(field) ?? writing.refuseCharacter(place, field))
  return xml === '' && open !== '' ? `<${slot.wireName}/>` : open + xml + close
}
