import { formatDecimal } from '@punchloop/sdk/cxml'
import type { LoadedValue } from '../query/load.js'
import type { KeptField, ScalarField } from '../schema/field.js'

/** What answers depend on besides the rows. */
export interface Shown {
  /** A moment as the database keeps it → with the company's offset. */
  readonly time: (stored: string) => string
  /** Custom fields that stand beside an object's own fields instead of below `custom-fields`. */
  readonly topLevelFields: ReadonlySet<string>
}

/** A value as both formats print it: decimals are strings with their digits, times carry the company's offset. */
export function printed(value: string | number, field: ScalarField, shown: Shown): string | number | boolean {
  switch (field.type) {
    case 'boolean':
      return value === 1
    case 'datetime':
      return shown.time(String(value))
    case 'decimal':
      return formatDecimal(String(value), field.places)
    case 'integer':
      return Number(value)
    case 'string':
      return String(value)
  }
}

/** What was kept, as it was written. An object that nobody gave is left out, a list is empty. */
export function keptValue(value: LoadedValue, { shape }: KeptField): object | undefined {
  if (typeof value === 'object' && value !== null && 'kept' in value) return value.kept
  return shape === 'list' ? [] : undefined
}

/** Which of an object's custom fields stand where. */
export function divideCustomFields(
  object: string,
  customFields: Readonly<Record<string, unknown>>,
  { topLevelFields }: Shown,
): { readonly below: Readonly<Record<string, unknown>>; readonly beside: [string, unknown][] } {
  if (topLevelFields.size === 0) return { below: customFields, beside: [] }
  const isBeside = (name: string) => topLevelFields.has(`${object} ${name}`)
  const entries = Object.entries(customFields)
  return {
    below: Object.fromEntries(entries.filter(([name]) => !isBeside(name))),
    beside: entries.filter(([name]) => isBeside(name)),
  }
}
