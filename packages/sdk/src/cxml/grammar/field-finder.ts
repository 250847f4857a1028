import type { AttributeForm, ContentForm, FieldForm } from './field-form.js'

export type Values = Readonly<Record<string, unknown>>

/** The fields that a value has properties for, in the order of the table. */
export interface PresentFields {
  readonly attributes: readonly AttributeForm[]
  readonly content: readonly ContentForm[]
  /** What is required and has no property. */
  readonly missing: FieldForm | undefined
}

/**
 * Finds what is there of a value. Most elements have far more fields than any value of theirs, and asking an object for
 * what it does not have is dear: so it is asked for what it has. What was found for one value is kept for the next, since
 * the lines of a document are alike.
 */
export class FieldFinder {
  readonly #fields: readonly FieldForm[]
  readonly #byProperty: ReadonlyMap<string, FieldForm>
  /** Of the last value: all of them, those that the table does not know included. */
  #properties: readonly string[] = []
  #present: PresentFields

  constructor(fields: readonly FieldForm[]) {
    this.#fields = fields
    this.#byProperty = new Map(fields.map(field => [field.property, field]))
    this.#present = this.#sort([])
  }

  find(values: Values): PresentFields {
    const prototype = Object.getPrototypeOf(values)
    // An instance of a class has properties that nothing lists.
    if (prototype !== Object.prototype && prototype !== null) {
      return this.#sort(this.#fields.filter(({ property }) => values[property] !== undefined))
    }
    const last = this.#properties
    let count = 0
    for (const property in values) {
      if (last[count] !== property) return this.#search(values)
      count++
    }
    return count === last.length ? this.#present : this.#search(values)
  }

  #search(values: Values): PresentFields {
    this.#properties = Object.keys(values)
    this.#present = this.#sort(this.#properties.flatMap(property => this.#byProperty.get(property) ?? []))
    return this.#present
  }

  #sort(found: readonly FieldForm[]): PresentFields {
    const sorted = found.toSorted((a, b) => a.position - b.position)
    return {
      attributes: sorted.filter(field => field.isAttribute),
      content: sorted.filter(field => !field.isAttribute),
      missing: this.#fields.find(field => field.isRequired && !sorted.includes(field)),
    }
  }
}
