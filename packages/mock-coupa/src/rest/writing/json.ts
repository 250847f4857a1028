import type { LoadedObject, LoadedValue } from '../query/load.js'
import type { Field } from '../schema/field.js'
import { divideCustomFields, keptValue, printed, type Shown } from './shown.js'

/**
 * Coupa's JSON: dashed keys, decimals as strings, empty fields as `null`, empty associations left out, empty lists
 * as `[]`. Seen in a real order.
 */
export function writeJson(what: LoadedObject | readonly LoadedObject[], shown: Shown): string {
  const writer = new JsonWriter(shown)
  return isList(what) ? writer.list(what) : writer.object(what)
}

function isList(what: LoadedObject | readonly LoadedObject[]): what is readonly LoadedObject[] {
  return Array.isArray(what)
}

/** Writes text at once: a page has ten thousand values, and objects of them would only be made to be read again. */
class JsonWriter {
  readonly #shown: Shown
  /** One person is in a page a hundred times, and is written once. */
  readonly #written = new Map<LoadedObject, string>()

  constructor(shown: Shown) {
    this.#shown = shown
  }

  list(objects: readonly LoadedObject[]): string {
    return `[${objects.map(one => this.object(one)).join(',')}]`
  }

  object({ selection, values, customFields }: LoadedObject): string {
    const custom = customFields && divideCustomFields(selection.object.name, customFields, this.#shown)
    const beside = new Map(custom?.beside)
    let text = ''
    for (const [index, { name, field }] of selection.fields.entries()) {
      const value = this.#value(values[index] ?? null, field)
      if (value === undefined || (value === 'null' && beside.has(name))) continue
      beside.delete(name)
      text += `,"${name}":${value}`
    }
    if (custom !== undefined) text += `,"custom-fields":${JSON.stringify(custom.below)}`
    for (const [name, value] of beside) text += `,${JSON.stringify(name)}:${JSON.stringify(value)}`
    return `{${text.slice(1)}}`
  }

  #value(value: LoadedValue, field: Field): string | undefined {
    switch (field.kind) {
      case 'scalar':
        return value === null ? 'null' : JSON.stringify(printed(value as string | number, field, this.#shown))
      case 'belongs-to':
      case 'embeds-one':
        return value === null ? undefined : this.#other(value as LoadedObject)
      case 'has-many':
      case 'embeds-many':
        return this.list((value ?? []) as readonly LoadedObject[])
      case 'empty-list':
        return '[]'
      case 'kept': {
        const kept = keptValue(value, field)
        return kept && JSON.stringify(kept)
      }
    }
  }

  #other(object: LoadedObject): string {
    const known = this.#written.get(object)
    if (known !== undefined) return known
    const text = this.object(object)
    this.#written.set(object, text)
    return text
  }
}
