import type { Database } from '../../store/database.js'
import type { BelongsToField, EmbeddedField, Field, HasManyField } from '../schema/field.js'
import type { ObjectDefinition } from '../schema/object.js'
import { keptCells, type Source } from './kept-cells.js'
import type { ListQuery } from './query.js'
import type { SelectedField, Selection } from './selection.js'
import { WhereClause } from './where.js'

/** One object as it is shown: a value for each selected field, in order. */
export interface LoadedObject {
  readonly selection: Selection
  /** Null: an association that is empty, which is left out. */
  readonly values: readonly LoadedValue[]
  readonly customFields?: Readonly<Record<string, unknown>>
}

export type LoadedValue = string | number | null | LoadedObject | readonly LoadedObject[] | LoadedKept

/** What was kept as it was written. */
export interface LoadedKept {
  readonly kept: object
}

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
  const columns = fields.flatMap(({ field }, index) => {
    if (field.kind === 'empty-list') return [`NULL AS f${index}`]
    return isKept(field) ? [] : [`${field.sql} AS f${index}`]
  })
  const custom =
    customFields && object.customFields !== undefined ? [`t.${object.customFields} AS custom`] : []
  const more = fields.some(({ field }) => isKept(field)) ? ['t.more AS more'] : []
  return [...columns, ...custom, ...more].join(', ') || '1'
}

function isKept(field: Field): boolean {
  return 'kept' in field && field.kept === true
}

/** Reads others of all rows at once, and the same one only once a request. */
class Loader {
  readonly #db: Database
  readonly #known = new Map<Selection, Map<string, Map<Key, LoadedObject[]>>>()

  constructor(db: Database) {
    this.#db = db
  }

  build(selection: Selection, rows: readonly Source[]): LoadedObject[] {
    const kept = keptCells(rows)
    const columns = selection.fields.map((selected, index) =>
      this.#values(
        selected,
        isKept(selected.field) ? kept(selected.name) : rows.map(row => row[`f${index}`]),
      ),
    )
    return rows.map((row, index) => ({
      selection,
      values: columns.map(values => values[index] ?? null),
      ...(typeof row.custom === 'string' ? { customFields: JSON.parse(row.custom) } : {}),
    }))
  }

  /** What the cells of one column stand for. */
  #values({ field, inner }: SelectedField, cells: readonly unknown[]): readonly LoadedValue[] {
    if (field.kind === 'empty-list') return cells.map(() => [])
    if (field.kind === 'kept') return cells.map(cell => (isObject(cell) ? { kept: cell } : null))
    if (field.kind === 'scalar' || inner === undefined) return cells.map(plainCell)
    if (field.kind === 'embeds-one' || field.kind === 'embeds-many')
      return this.#embedded(field, inner, cells)
    const others = this.#others(field, inner, [...new Set(cells.filter(isKey))])
    return field.kind === 'has-many'
      ? cells.map(cell => others.get(cell as Key) ?? [])
      : cells.map(cell => others.get(cell as Key)?.[0] ?? null)
  }

  #embedded(field: EmbeddedField, inner: Selection, cells: readonly unknown[]): readonly LoadedValue[] {
    const sources = cells.map(cell =>
      [typeof cell === 'string' ? JSON.parse(cell) : cell].flat().filter(isObject),
    )
    const built = this.build(
      inner,
      sources.flat().map(more => ({ more })),
    )
    let next = 0
    const lists = sources.map(list => {
      const from = next
      next += list.length
      return built.slice(from, next)
    })
    return field.kind === 'embeds-many' ? lists : lists.map(list => list[0] ?? null)
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

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function plainCell(cell: unknown): string | number | null {
  if (typeof cell === 'boolean') return Number(cell)
  return isKey(cell) ? cell : null
}

function isKey(value: unknown): value is Key {
  return typeof value === 'string' || typeof value === 'number'
}
