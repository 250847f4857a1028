import type { Database } from '../../store/database.js'
import {
  type BelongsToField,
  type EmbeddedField,
  type Field,
  type HasManyField,
  isAssociation,
} from '../schema/field.js'
import { keptCells } from './kept-cells.js'
import type { ListQuery } from './query.js'
import type { SelectedField, Selection } from './selection.js'
import { WhereClause } from './where.js'

/** One object as it is shown. */
export interface LoadedObject {
  readonly selection: Selection
  /**
   * One for each selected field, in order; what comes after them is only for who loads. Null: an association that is
   * empty, which is left out.
   */
  readonly values: readonly LoadedValue[]
  readonly customFields?: Readonly<Record<string, unknown>>
}

export type LoadedValue = string | number | null | LoadedObject | readonly LoadedObject[] | LoadedKept

/** What was kept as it was written. */
export interface LoadedKept {
  readonly kept: object
}

type Key = string | number

/**
 * A row as it was read: a cell for each selected field, and behind them custom fields, `more` and the key that it was
 * looked for by. It becomes the values of the object: what is kept is put in, and keys of others give place to them.
 */
type StoredRow = LoadedValue[]

/** A page of a list. */
export function loadList(db: Database, selection: Selection, query: ListQuery): LoadedObject[] {
  const { object } = selection
  const where = new WhereClause(db)
  const conditions = where.of(object, query.filters)
  const by = query.orderBy === undefined ? '' : `${query.orderBy} ${query.dir}, `
  const sql = `SELECT ${columnsOf(selection)} FROM ${object.table} t WHERE ${conditions}
    ORDER BY ${by}${object.id} ${query.dir} LIMIT $limit OFFSET $offset`
  const { limit, offset } = query
  return new Loader(db).build(selection, db.rows(sql, { ...where.values, limit, offset }))
}

/** One, or undefined where there is none that the API shows. */
export function loadOne(db: Database, selection: Selection, id: number): LoadedObject | undefined {
  return new Loader(db).byKeys(selection, selection.object.id, [id]).get(id)?.[0]
}

function columnsOf({ object, fields, customFields }: Selection): string {
  const columns = fields.map(({ field }) =>
    field.kind === 'empty-list' || isKept(field) ? 'NULL' : field.sql,
  )
  const custom = customFields && object.customFields !== undefined ? `t.${object.customFields}` : 'NULL'
  const more = fields.some(({ field }) => isKept(field)) ? 't.more' : 'NULL'
  return [...columns, custom, more].join(', ')
}

/** It stands in the column `more`, which is read once a row. */
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

  /** `more`: what each of the objects keeps. */
  build(
    selection: Selection,
    rows: readonly StoredRow[],
    more: readonly unknown[] = rows.map(row => row[selection.fields.length + 1]),
  ): LoadedObject[] {
    const { fields } = selection
    const kept = keptCells(more)
    for (const [index, selected] of fields.entries()) {
      if (isKept(selected.field)) this.#put(rows, index, kept && this.#values(selected, kept(selected.name)))
      else if (selected.inner !== undefined) {
        const cells = rows.map(row => row[index])
        this.#put(rows, index, this.#values(selected, cells))
      }
    }
    return rows.map(values => ({ selection, values, ...parsed(values[fields.length]) }))
  }

  #put(rows: readonly StoredRow[], index: number, values: readonly LoadedValue[] = []): void {
    for (const [at, row] of rows.entries()) row[index] = values[at] ?? null
  }

  /** What the cells of one column stand for. */
  #values({ field, inner }: SelectedField, cells: readonly unknown[]): readonly LoadedValue[] {
    if (field.kind === 'kept') return cells.map(cell => (isObject(cell) ? { kept: cell } : null))
    if (!isAssociation(field) || inner === undefined) return cells.map(plainCell)
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
    const objects = sources.flat()
    const built = this.build(
      inner,
      objects.map(() => inner.fields.map(() => null)),
      objects,
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
    const rows = this.#db.rows(
      statementOf(selection, column, { ...options, isOne }),
      isOne ? { key: first } : { keys: JSON.stringify(keys) },
    )
    for (const loaded of this.build(selection, rows)) {
      const key = loaded.values.at(-1) as Key
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
  return `SELECT ${columnsOf(selection)}, ${column} FROM ${object.table} t
    WHERE ${conditions.join(' AND ')} ORDER BY ${order ?? object.id}`
}

const none = { customFields: {} }

/** Most objects have none. */
function parsed(custom: unknown): Pick<LoadedObject, 'customFields'> {
  if (custom === '{}') return none
  return typeof custom === 'string' ? { customFields: JSON.parse(custom) } : {}
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
