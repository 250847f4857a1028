import { FormsByDtd } from './forms-by-dtd.js'
import { makeReadingForm, type ReadingForm } from './reading-form.js'
import { type Slot, slotOf, type Table } from './slot.js'
import { makeWritingForm, type WritingForm } from './writing-form.js'

/** An element's table, prepared. */
export interface ElementPlan {
  readonly name: string
  /** Properties in the order of the table. */
  readonly properties: readonly string[]
  readonly slots: readonly Slot[]
  /** Indexes of the properties that are arrays. */
  readonly lists: readonly number[]
  /** The element's own text. */
  readonly text: Slot | undefined
  /** How it is read by a DTD, and how it is written by one. */
  readonly reading: FormsByDtd<ReadingForm>
  readonly writing: FormsByDtd<WritingForm>
}

export function planElement(name: string, table: Table): ElementPlan {
  const properties = Object.keys(table)
  const slots = Object.entries(table).flatMap(([property, plan]) =>
    plan === 'companion' || plan === undefined ? [] : [slotOf(plan, property, table)],
  )
  return {
    name,
    properties,
    slots,
    lists: slots.filter(slot => slot.many).map(slot => slot.index),
    text: slots.find(slot => slot.field === 'text' || slot.field === 'ownContent'),
    reading: new FormsByDtd(dtd => makeReadingForm(name, slots, dtd)),
    writing: new FormsByDtd(dtd => makeWritingForm(name, slots, dtd)),
  }
}
