import { escapeText } from '../../xml/escape.js'
import { type State, shortestWay } from '../dtd/automaton.js'
import { assertPlainDecimal } from './assert-plain-decimal.js'
import type { ElementPlan } from './plan.js'
import type { Slot } from './slot.js'
import { writeAttribute } from './write-attribute.js'
import { writeMarkup } from './write-markup.js'
import type { Writing } from './writing.js'
import type { ContentForm } from './writing-form.js'

type Values = Readonly<Record<string, unknown>>

/**
 * Writes a value by its element's table, children in the order of the table. The DTD of the version that is written is
 * asked at every step: what it does not have, or requires and is not there, is refused by name.
 */
export function writeElement(plan: ElementPlan, value: object, writing: Writing): string {
  const form = plan.writing.of(writing.dtd)
  const values = value as Values
  let out = form.open
  for (const attribute of form.attributes) {
    const text = values[attribute.slot.property]
    if (text !== undefined) out += writeAttribute(attribute, text, writing)
    else if (attribute.isRequired || attribute.slot.need === 'needed')
      refuseMissing(attribute.slot.wireName, writing)
  }
  const content = new ContentWriter(plan, values, writing).write(form.content, form.start)
  return content === '' ? `${out}/>` : `${out}>${content}${form.close}`
}

function isAbsent(field: unknown): boolean {
  return field === undefined || (Array.isArray(field) && field.length === 0)
}

function refuseMissing(wireName: string, writing: Writing): never {
  return writing.refuse(wireName, 'is missing; the DTD requires it')
}

/** The content of one element, held against its content model while it is written. */
class ContentWriter {
  readonly #plan: ElementPlan
  readonly #values: Values
  readonly #writing: Writing
  /** Where in the content model the writer is; `undefined` where any order will do. */
  #state: State | undefined
  #last = ''

  constructor(plan: ElementPlan, values: Values, writing: Writing) {
    this.#plan = plan
    this.#values = values
    this.#writing = writing
  }

  write(content: readonly ContentForm[], start: State | undefined): string {
    this.#state = start
    let out = ''
    for (const form of content) {
      const { slot } = form
      const field = this.#values[slot.property]
      if (isAbsent(field)) {
        if (slot.need === 'needed') refuseMissing(slot.wireName, this.#writing)
        continue
      }
      if (!form.isDeclared) this.#writing.refuseUnknown(slot.wireName)
      out += slot.field === 'child' ? this.#children(slot, field) : this.#text(slot, field)
    }
    if (this.#state?.isFinal === false) {
      const [missing = ''] = shortestWay(this.#state, ({ isFinal }) => isFinal) ?? []
      refuseMissing(missing, this.#writing)
    }
    return out
  }

  #children(slot: Slot, field: unknown): string {
    if (!Array.isArray(field)) return this.#child(slot, field, 0)
    let out = ''
    for (const [index, item] of field.entries())
      out += this.#child(slot, item, field.length > 1 ? index + 1 : 0)
    return out
  }

  #child(slot: Slot, item: unknown, position: number): string {
    const writing = this.#writing
    this.#step(slot)
    writing.enter(slot.wireName, position)
    const out = slot.codec?.write(item, writing) ?? ''
    writing.leave()
    return out
  }

  /** One element on in the content model. */
  #step({ wireName, property }: Slot): void {
    const state = this.#state
    const next = state?.next.get(wireName)
    if (state !== undefined && next === undefined) this.#refuseHere(state, wireName, property)
    this.#state = next
    this.#last = wireName
  }

  #refuseHere(state: State, wireName: string, property: string): never {
    const [missing] = shortestWay(state, ({ next }) => next.has(wireName)) ?? []
    if (missing !== undefined) return refuseMissing(missing, this.#writing)
    const { version } = this.#writing.dtd
    const field = this.#values[property]
    return this.#writing.refuse(
      wireName,
      this.#last === wireName && Array.isArray(field)
        ? `stands ${field.length} times; cXML ${version} has one`
        : `cannot stand beside ${this.#last} in cXML ${version}; leave one of them out`,
    )
  }

  #text(slot: Slot, field: unknown): string {
    const writing = this.#writing
    const text = this.#string(slot, field)
    const refuse = (problem: string) =>
      writing.refuse(slot.field === 'content' ? slot.wireName : undefined, problem)
    const markup = this.#values[this.#plan.properties[slot.contentIndex ?? -1] ?? '']
    const xml = typeof markup === 'string' ? writeMarkup(markup, slot, writing) : escapeText(text, refuse)
    if (slot.field !== 'content') return xml
    this.#step(slot)
    return xml === '' ? `<${slot.wireName}/>` : `<${slot.wireName}>${xml}</${slot.wireName}>`
  }

  #string(slot: Slot, field: unknown): string {
    const writing = this.#writing
    if (typeof field !== 'string')
      return writing.refuse(slot.wireName, `a string was expected, not ${typeof field}`)
    if (slot.decimal) assertPlainDecimal(field, problem => writing.refuse(slot.wireName, problem))
    return field
  }
}
