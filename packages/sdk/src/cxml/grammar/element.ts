import type { Codec } from './codec.js'
import type { Fields } from './fields.js'
import { type ElementPlan, planElement } from './plan.js'
import { readElement } from './read-element.js'
import { writeElement } from './write-element.js'

/** The codec of an element with a table. */
export interface ElementCodec<Value> extends Codec<Value> {
  readonly plan: ElementPlan
}

/**
 * The codec of an element from its table. The compiler holds the table to the interface: every property is there, with
 * a field of its type, optional where the property is.
 */
export function element<Value extends object>(name: string, fields: Fields<Value>): ElementCodec<Value> {
  const plan = planElement(name, fields)
  return {
    name,
    isText: false,
    isAmount: plan.text?.decimal ?? false,
    plan,
    read(source, reading) {
      // The table has a field for every property of Value (see Fields), so this is what was read.
      return readElement(plan, source, reading) as Value
    },
    write(value, writing) {
      return writeElement(plan, value, writing)
    },
  }
}
