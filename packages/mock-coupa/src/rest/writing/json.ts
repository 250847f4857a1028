import type { LoadedObject, LoadedValue } from '../query/load.js'
import type { Field } from '../schema/field.js'
import { divideCustomFields, keptValue, printed, type Shown } from './shown.js'

/**
 * Coupa's JSON: dashed keys, decimals as strings, empty fields as `null`, empty associations left out, empty lists
 * as `[]`. Seen in a real order.
 */
export function writeJson(what: LoadedObject | readonly LoadedObject[], shown: Shown): string {
  return JSON.stringify(isList(what) ? what.map(one => plain(one, shown)) : plain(what, shown))
}

function isList(what: LoadedValue): what is readonly LoadedObject[] {
  return Array.isArray(what)
}

function plain({ selection, values, customFields }: LoadedObject, shown: Shown): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  for (const [index, { name, field }] of selection.fields.entries()) {
    const value = plainValue(values[index] ?? null, field, shown)
    if (value !== undefined) object[name] = value
  }
  if (customFields !== undefined) {
    const { below, beside } = divideCustomFields(selection.object.name, customFields, shown)
    object['custom-fields'] = below
    for (const [name, value] of beside) object[name] ??= value
  }
  return object
}

function plainValue(value: LoadedValue, field: Field, shown: Shown): unknown {
  if (field.kind === 'kept') return keptValue(value, field)
  if (value === null) return isOptional(field) ? undefined : null
  if (isList(value)) return value.map(one => plain(one, shown))
  if (typeof value === 'object') return 'kept' in value ? value.kept : plain(value, shown)
  return field.kind === 'scalar' ? printed(value, field, shown) : null
}

/** Associations that are empty are left out. */
function isOptional({ kind }: Field): boolean {
  return kind === 'belongs-to' || kind === 'embeds-one'
}
