import type { CustomFields, Kept } from '../../requisitions/requisition.js'

/** Another object that a body names, found. */
export interface Reference {
  readonly id: number
  /** What our column holds of it. */
  readonly key: string | number
}

export type GivenValue = string | number | boolean | null | Reference | KeptValue | Given | readonly Given[]

/** What a field of kind `kept` holds: JSON with dashed keys. */
export interface KeptValue {
  readonly kept: object
}

/** A body after reading: known fields only, checked, others found. */
export interface Given {
  readonly fields: ReadonlyMap<string, GivenValue>
  readonly customFields: CustomFields
  /** Those of `fields` that stand in the column `more`, as they stand there. Null takes away. */
  readonly kept: Kept
}

export const nothingGiven: Given = { fields: new Map(), customFields: {}, kept: {} }

/** Text, decimals exact, times in UTC. Null takes away; undefined: not given. */
export function textGiven(given: Given, name: string): string | null | undefined {
  const value = given.fields.get(name)
  return value === null || typeof value === 'string' ? value : undefined
}

export function numberGiven(given: Given, name: string): number | undefined {
  const value = given.fields.get(name)
  return typeof value === 'number' ? value : undefined
}

export function flagGiven(given: Given, name: string): boolean | undefined {
  const value = given.fields.get(name)
  return typeof value === 'boolean' ? value : undefined
}

export function dateGiven(given: Given, name: string): Date | null | undefined {
  const text = textGiven(given, name)
  return typeof text === 'string' ? new Date(text) : text
}

export function referenceGiven(given: Given, name: string): Reference | null | undefined {
  const value = given.fields.get(name)
  if (value === null) return null
  return typeof value === 'object' && 'key' in value ? value : undefined
}

/** The key of another object, as text. */
export function keyGiven(given: Given, name: string): string | null | undefined {
  const reference = referenceGiven(given, name)
  return reference ? String(reference.key) : reference
}

export function idGiven(given: Given, name: string): number | null | undefined {
  const reference = referenceGiven(given, name)
  return reference ? reference.id : reference
}

/** An embedded object. */
export function objectGiven(given: Given, name: string): Given | null | undefined {
  const value = given.fields.get(name)
  if (value === null) return null
  return typeof value === 'object' && 'fields' in value ? value : undefined
}

export function listGiven(given: Given, name: string): readonly Given[] | undefined {
  const value = given.fields.get(name)
  return Array.isArray(value) ? value : undefined
}

/** An object that is only kept. */
export function keptGiven(given: Given, name: string): Readonly<Record<string, unknown>> | undefined {
  const value = given.fields.get(name)
  return typeof value === 'object' && value !== null && 'kept' in value ? { ...value.kept } : undefined
}

/** Without what is undefined: what was not said leaves things as they are. */
export function said<T extends Record<string, unknown>>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
