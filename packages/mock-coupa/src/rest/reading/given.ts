import type { Kept } from '../../requisitions/requisition.js'
import type { Database } from '../../store/database.js'
import { RestError } from '../errors.js'
import { findObject } from '../objects.js'
import type { BelongsToField, Field, KeptField, ScalarField } from '../schema/field.js'
import type { Given, GivenValue, Reference } from '../schema/given.js'
import { humanName } from '../schema/human-name.js'
import type { ObjectDefinition } from '../schema/object.js'
import { readScalar } from '../schema/scalar.js'
import { dashed, isRecord, type Raw } from './body.js'
import { readKept } from './kept.js'

/** What reading a body needs to know. */
export interface Reading {
  readonly db: Database
  /** `<object> <field>` of custom fields that stand beside the object's own. */
  readonly topLevelFields: ReadonlySet<string>
  /** Of the object that is changed; absent: it is created. */
  readonly id?: number
}

/**
 * A body → known fields, checked, others found. Fields that nobody knows and those that are only shown are passed over.
 * All faults are told at once. Unverified: the words, which are those of the framework that Coupa is built with.
 */
export function readGiven(raw: Raw, object: ObjectDefinition, reading: Reading): Given {
  const problems: string[] = []
  const given = collect(raw, { object, reading, problems })
  if (problems.length > 0) throw new RestError(400, object.name, problems)
  return given
}

interface Collecting {
  readonly object: ObjectDefinition
  readonly reading: Reading
  readonly problems: string[]
}

function collect(raw: Raw, by: Collecting): Given {
  const { object, reading } = by
  const fields = new Map<string, GivenValue>()
  for (const [name, field] of object.fields) {
    if (field.kind === 'empty-list' || field.direction === 'out') continue
    const value = raw[name] === undefined && field.kind === 'belongs-to' ? raw[`${name}-id`] : raw[name]
    if (value === undefined) {
      if (reading.id !== undefined) continue
      if (field.required) by.problems.push(`${humanName(name)} can't be blank`)
      if (field.kind === 'scalar' && field.beginning !== undefined) fields.set(name, field.beginning)
      continue
    }
    const read = readValue(value, name, field, by)
    if (read !== undefined) fields.set(name, read)
  }
  return { fields, customFields: customFieldsOf(raw, by), kept: keptOf(fields, object) }
}

function keptOf(fields: ReadonlyMap<string, GivenValue>, object: ObjectDefinition): Kept {
  const kept: Record<string, unknown> = {}
  for (const [name, value] of fields) {
    const field = object.fields.get(name)
    if (field === undefined || !('column' in field) || !field.column?.startsWith('more.')) continue
    kept[field.column.slice('more.'.length)] = plainOf(value)
  }
  return kept
}

function plainOf(value: GivenValue): unknown {
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map(({ kept }) => kept)
  if ('kept' in value) return value.kept
  return 'key' in value ? value.key : undefined
}

function isList(value: GivenValue): value is readonly Given[] {
  return Array.isArray(value)
}

function readValue(value: unknown, name: string, field: Field, by: Collecting): GivenValue | undefined {
  if (field.kind === 'empty-list') return undefined
  const isBlank = value === null || value === ''
  if (isBlank && field.required) {
    by.problems.push(`${humanName(name)} can't be blank`)
    return undefined
  }
  if (field.kind === 'scalar') return isBlank ? null : readPlain(value, name, field, by)
  if (field.kind === 'belongs-to') return isBlank ? null : findReference(value, name, field, by)
  if (field.kind === 'kept') return isBlank ? null : readKeptField(value, name, field, by)
  if (field.kind === 'embeds-one' && isBlank) return null
  const object = findObject(field.object)
  if (field.kind === 'embeds-one') return readEntry(value, name, object, by)
  const list = isBlank ? [] : value
  if (!Array.isArray(list)) {
    by.problems.push(`${humanName(name)} must be a list`)
    return undefined
  }
  return list.flatMap(entry => readEntry(entry, name, object, by) ?? [])
}

/** One of a list, or what stands alone. */
function readEntry(
  value: unknown,
  name: string,
  object: ObjectDefinition,
  by: Collecting,
): Given | undefined {
  const isWord = typeof value === 'string' || typeof value === 'number'
  const known = isWord && object.byWord !== undefined ? { [object.byWord]: value } : value
  if (!isRecord(known)) {
    by.problems.push(
      `${humanName(name)} must be made of objects; found ${JSON.stringify(value).slice(0, 80)}`,
    )
    return undefined
  }
  const inner = dashed(known)
  const { id: _id, ...reading } = by.reading
  const isThere = inner.id !== undefined && inner.id !== null
  return collect(inner, {
    ...by,
    object,
    reading: isThere ? { ...reading, id: Number(inner.id) } : reading,
  })
}

function readKeptField(
  value: unknown,
  name: string,
  { shape }: KeptField,
  { problems }: Collecting,
): GivenValue | undefined {
  const read = readKept(value, shape)
  if ('kept' in read) return read
  problems.push(`${humanName(name)} ${read.problem}`)
  return undefined
}

function readPlain(
  value: unknown,
  name: string,
  field: ScalarField,
  { object, problems, reading }: Collecting,
): GivenValue | undefined {
  const read = readScalar(field.words === undefined ? value : numberOf(value, field.words), field.type)
  if (read.problem !== undefined) {
    problems.push(`${humanName(name)} ${read.problem}`)
    return undefined
  }
  const text = String(read.value)
  if (field.oneOf !== undefined && !field.oneOf.includes(text)) {
    problems.push(`${humanName(name)} is not included in the list`)
  } else if (field.maxLength !== undefined && text.length > field.maxLength) {
    problems.push(`${humanName(name)} is too long (maximum is ${field.maxLength} characters)`)
  } else if (field.unique && isTaken(reading, object, field, read.value)) {
    problems.push(`${humanName(name)} has already been taken`)
  }
  return read.value
}

function numberOf(value: unknown, words: readonly string[]): unknown {
  const index = words.indexOf(String(value))
  return index === -1 ? value : index
}

function isTaken(
  { db, id }: Reading,
  object: ObjectDefinition,
  field: ScalarField,
  value: string | number | boolean,
): boolean {
  return (
    db.get(`SELECT 1 FROM ${object.table} t WHERE ${field.sql} = $value AND ${object.id} <> $id LIMIT 1`, {
      value: typeof value === 'boolean' ? Number(value) : value,
      id: id ?? 0,
    }) !== undefined
  )
}

/** By id, name, code, number, login or email: one that exists and is active. */
function findReference(
  value: unknown,
  name: string,
  field: BelongsToField,
  { reading, problems }: Collecting,
): Reference | undefined {
  const object = findObject(field.object)
  const raw = isRecord(value) ? dashed(value) : { id: value }
  const named = object.namedBy.filter(key => raw[key] !== undefined && raw[key] !== null && raw[key] !== '')
  const found = named.length === 0 ? undefined : lookUp(reading.db, { object, field, raw, named })
  if (found === undefined) {
    const how = object.namedBy.join(', ')
    problems.push(
      `${humanName(name)} must exist and be active; found ${JSON.stringify(value).slice(0, 80)}, expected its ${how}`,
    )
  }
  return found
}

function lookUp(
  db: Database,
  by: {
    readonly object: ObjectDefinition
    readonly field: BelongsToField
    readonly raw: Readonly<Record<string, unknown>>
    readonly named: readonly string[]
  },
): Reference | undefined {
  const { object, field, raw, named } = by
  const conditions = named.map((key, index) => {
    const known = object.fields.get(key)
    return `${known?.kind === 'scalar' ? known.sql : 'NULL'} = $v${index}`
  })
  const active = object.fields.get('active')
  if (active?.kind === 'scalar') conditions.push(`coalesce(${active.sql}, 1) = 1`)
  if (object.where !== undefined) conditions.push(object.where)
  const values = Object.fromEntries(
    named.map((key, index) => [`v${index}`, comparable(object, key, raw[key])]),
  )
  const row = db.get(
    `SELECT ${object.id} AS id, t.${field.of} AS key FROM ${object.table} t WHERE ${conditions.join(' AND ')} LIMIT 1`,
    values,
  )
  return row && { id: Number(row.id), key: row.key as string | number }
}

function comparable(object: ObjectDefinition, name: string, value: unknown): string | number {
  const field = object.fields.get(name)
  return field?.kind === 'scalar' && field.type === 'integer' ? Number(value) : String(value)
}

function customFieldsOf(raw: Raw, { object, reading }: Collecting): Record<string, unknown> {
  if (object.customFields === undefined) return {}
  const below = raw['custom-fields']
  const fields: Record<string, unknown> = isRecord(below) ? { ...below } : {}
  for (const known of reading.topLevelFields) {
    const [about, name = ''] = known.split(' ')
    const value = raw[name.replaceAll('_', '-')]
    if (about === object.name && value !== undefined) fields[name] = value
  }
  return fields
}
