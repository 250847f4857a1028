import type { XmlElement } from '../../xml/element.js'
import type { Codec } from './codec.js'
import type { Fields } from './fields.js'
import { type ElementPlan, planElement } from './plan.js'
import { readElement } from './read-element.js'
import type { Reading } from './reading.js'
import { writeElement } from './write-element.js'
import type { Writing } from './writing.js'

/** The codec of an element with a table. */
export class ElementCodec<Value extends object> implements Codec<Value> {
  readonly name: string
  readonly isText = false
  readonly isAmount: boolean
  readonly plan: ElementPlan

  constructor(plan: ElementPlan) {
    this.name = plan.name
    this.isAmount = plan.text?.decimal ?? false
    this.plan = plan
  }

  read(source: XmlElement, reading: Reading): Value | undefined {
    // The table has a field for every property of Value (see Fields), so this is what was read.
    return readElement(this.plan, source, reading) as Value
  }

  write(value: Value, writing: Writing): void {
    writeElement(this.plan, value, writing)
  }
}

/**
 * The codec of an element from its table. The compiler holds the table to the interface: every property is there, with
 * a field of its type, optional where the property is.
 */
export function element<Value extends object>(name: string, fields: Fields<Value>): ElementCodec<Value> {
  return new ElementCodec(planElement(name, fields))
}
