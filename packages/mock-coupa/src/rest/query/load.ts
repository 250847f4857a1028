import type { Database } from '../../store/database.js'
import type { Row } from '../../store/row.js'
import type { BelongsToField, HasManyField } from '../schema/field.js'
import type { ObjectDefinition } from '../schema/object.js'
import type { ListQuery } from './query.js'
import type { Selection } from './selection.js'
import { WhereClause } from './where.js'

/** One object as it is shown: a value for each selected field, in order. */
export interface LoadedObject {
  readonly selection: Selection
  /** Null: an association that is empty, which is left out. */
  readonly values: readonly LoadedValue[]
  readonly customFields?: Readonly<Record<string, unknown>>
}

export type LoadedValue = string | number | null | LoadedObject | readonly LoadedObject[]

type Key = string | number

/** A page of a list. */
export function loadList(db: Database, selection: Selection, query: ListQuery): LoadedObject[] {
  const { object } = selection
  const where = new WhereClause(db)
  const named = query.namedFilter === undefined ? undefined : object.namedFilters[query.namedFilter]
  const conditions = `${where.of(object, query.filters)}${named === undefined ? '' : ` AND ${named}`}`
  const field = query.orderBy === undefined ? undefined : object.fields.get(query.orderBy)
  const by = field?.kind === 'scalar' && field.sql !== object.id ? `${field.sql} ${query.dir}, ` : ''
  const sql = `SELECT ${columnsOf(selection)} FROM ${object.table} t WHERE ${conditions}
    ORDER BY ${by}${object.id} ${query.dir} LIMIT $limit OFFSET $offset`
  const { limit, offset } = query
  return new Loader(db).build(selection, db.all(sql, { ...where.values, limit, offset }))
}

/** One, or undefined where there is none that the API shows. */
export function loadOne(db: Database, selection: Selection, id: number): LoadedObject | undefined {
  return new Loader(db).byKeys(selection, selection.object.id, [id]).get(id)?.[0]
}

export function countMatching(db: Database, object: ObjectDefinition, query: ListQuery): number {
  const where = new WhereClause(db)
  const conditions = where.of(object, query.filters)
  const row = db.get(`SELECT count(*) AS count FROM ${object.table} t WHERE ${conditions}`, where.values)
  return Number(row?.count ?? 0)
}

function columnsOf({ object, fields, customFields }: Selection): string {
  const columns = fields.map(({ field }, index) =>
    field.kind === 'empty-list' ? `NULL AS f${index}` : `${field.sql} AS f${index}`,
  )
  const custom =
    customFields && object.customFields !== undefined ? [`t.${object.customFields} AS custom`] : []
  return [...columns, ...custom].join(', ') || '1'
}

/** Reads others of all rows at once, and the same one only once a request. */
class Loader {
  readonly #db: Database
  readonly #known = new Map<Selection, Map<string, Map<Key, LoadedObject[]>>>()

  constructor(db: Database) {
    this.#db = db
  }

  build(selection: Selection, rows: readonly Row[]): LoadedObject[] {
    const columns = selection.fields.map(({ field, inner }, index) => {
      const name = `f${index}`
      if (field.kind === 'empty-list') return () => []
      if (!('object' in field) || inner === undefined) return (row: Row) => row[name] as Key | null
      const keys = [...new Set(rows.map(row => row[name]).filter(isKey))]
      const others = this.#others(field, inner, keys)
      return field.kind === 'has-many'
        ? (row: Row) => others.get(row[name] as Key) ?? []
        : (row: Row) => others.get(row[name] as Key)?.[0] ?? null
    })
    return rows.map(row => ({
      selection,
      values: columns.map(value => value(row)),
      ...(typeof row.custom === 'string' ? { customFields: JSON.parse(row.custom) } : {}),
    }))
  }

  #others(
    field: BelongsToField | HasManyField,
    inner: Selection,
    keys: readonly Key[],
  ): ReadonlyMap<Key, LoadedObject[]> {
    if (field.kind === 'has-many') {
      return this.byKeys(inner, field.foreign, keys, { order: field.order, where: field.where })
    }
    const bySelection = this.#known.get(inner) ?? new Map<string, Map<Key, LoadedObject[]>>()
    this.#known.set(inner, bySelection)
    const known = bySelection.get(field.of) ?? new Map<Key, LoadedObject[]>()
    bySelection.set(field.of, known)
    const missing = keys.filter(key => !known.has(key))
    if (missing.length > 0) {
      for (const key of missing) known.set(key, [])
      for (const [key, objects] of this.byKeys(inner, `t.${field.of}`, missing, { all: true })) {
        known.set(key, objects)
      }
    }
    return known
  }

  /** `all`: what is hidden from lists, too, since something refers to it. */
  byKeys(
    selection: Selection,
    column: string,
    keys: readonly Key[],
    options: Reading = {},
  ): Map<Key, LoadedObject[]> {
    const found = new Map<Key, LoadedObject[]>()
    const [first] = keys
    if (first === undefined) return found
    const isOne = keys.length === 1
    const rows = this.#db.all(
      statementOf(selection, column, { ...options, isOne }),
      isOne ? { key: first } : { keys: JSON.stringify(keys) },
    )
    for (const [index, loaded] of this.build(selection, rows).entries()) {
      const key = rows[index]?.k as Key
      const group = found.get(key)
      if (group === undefined) found.set(key, [loaded])
      else group.push(loaded)
    }
    return found
  }
}

interface Reading {
  readonly order?: string
  readonly where?: string | undefined
  /** What is hidden from lists, too. */
  readonly all?: boolean
}

/** One answer reads a score of tables: to write their SQL anew costs more than to run it. */
const statements = new WeakMap<Selection, Map<string, string>>()

function statementOf(
  selection: Selection,
  column: string,
  options: Reading & { readonly isOne: boolean },
): string {
  const known = statements.get(selection) ?? new Map<string, string>()
  statements.set(selection, known)
  const { order = '', where = '', all = false, isOne } = options
  const key = `${column} ${order} ${where} ${all} ${isOne}`
  const written = known.get(key) ?? writeStatement(selection, column, options)
  known.set(key, written)
  return written
}

function writeStatement(
  selection: Selection,
  column: string,
  { order, where, all, isOne }: Reading & { readonly isOne: boolean },
): string {
  const { object } = selection
  const conditions = [
    isOne ? `${column} = $key` : `${column} IN (SELECT value FROM json_each($keys))`,
    ...(all || object.where === undefined ? [] : [object.where]),
    ...(where === undefined ? [] : [where]),
  ]
  return `SELECT ${columnsOf(selection)}, ${column} AS k FROM ${object.table} t
    WHERE ${conditions.join(' AND ')} ORDER BY ${order ?? object.id}`
}

function isKey(value: unknown): value is Key {
  return typeof value === 'string' || typeof value === 'number'
}
