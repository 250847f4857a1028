import type { Database } from '../../store/database.js'
import { findObject } from '../objects.js'
import type { Condition } from '../schema/condition.js'
import { type BelongsToField, type EmbeddedField, type HasManyField, isAssociation } from '../schema/field.js'
import type { ObjectDefinition } from '../schema/object.js'
import type { FilterTree } from './filters.js'

/** SQL with its values, which are never part of the text. */
export interface Sql {
  readonly text: string
  readonly values: Readonly<Record<string, string | number>>
}

type Comparison = '=' | '<>' | '>' | '<' | '>=' | '<='

/** So many keys are looked up first; more are asked for row by row, so that a page of them is found at once. */
const fewKeys = 500

/**
 * Filters → SQL about the row `alias`. Through another object, its keys are looked up first: one key is an equality that
 * an index answers in order, few keys a list, many an EXISTS that stops at the end of the page. So the first page costs
 * the same of a thousand rows and of a hundred thousand.
 */
export class WhereClause {
  readonly #db: Database
  readonly #values: Record<string, string | number> = {}
  #count = 0

  constructor(db: Database) {
    this.#db = db
  }

  get values(): Readonly<Record<string, string | number>> {
    return this.#values
  }

  /** All that must hold for the row `alias`. */
  of(object: ObjectDefinition, tree: FilterTree, alias = 't'): string {
    const parts = [
      ...(object.where === undefined ? [] : [at(object.where, alias)]),
      ...tree.conditions.map(
        condition => this.#few(object, condition, alias) ?? this.#condition(condition, alias),
      ),
      ...[...tree.through].map(([name, inner]) => this.#through(object, name, { inner, alias })),
    ]
    return parts.length === 0 ? '1' : parts.join(' AND ')
  }

  /**
   * A client that asks for what is new means a few rows of many: they are looked for by their time and read by their ids,
   * where SQLite would read the whole table in the order of its ids. Undefined: they are many.
   */
  #few(object: ObjectDefinition, condition: Condition, alias: string): string | undefined {
    const isSince = condition.operator === 'gt' || condition.operator === 'gt_or_eq'
    if (condition.type !== 'datetime' || !isSince || alias !== 't' || object.table === '') return undefined
    const look = new WhereClause(this.#db)
    const rows = this.#db.rows(
      `SELECT ${object.id} FROM ${object.table} t WHERE ${look.#condition(condition, 't')} LIMIT ${fewKeys + 1}`,
      look.values,
    )
    if (rows.length > fewKeys) return undefined
    return `${object.id} IN (SELECT value FROM json_each(${this.#bind(JSON.stringify(rows.flat()))}))`
  }

  #through(
    object: ObjectDefinition,
    name: string,
    { inner, alias }: { readonly inner: FilterTree; readonly alias: string },
  ): string {
    const field = object.fields.get(name)
    if (field === undefined || !isAssociation(field)) return '1'
    const other = findObject(field.object)
    if (field.kind === 'embeds-one' || field.kind === 'embeds-many') {
      return this.#within(field, other, { inner, alias })
    }
    const theirs = field.kind === 'belongs-to' ? `t.${field.of}` : field.foreign
    const keys = this.#keys(other, theirs, inner, field)
    const ours = at(field.sql, alias)
    if (keys === undefined) {
      const deeper = `${alias}x`
      return `EXISTS (SELECT 1 FROM ${other.table} ${deeper} WHERE ${at(theirs, deeper)} = ${ours} AND ${this.#theirs(other, inner, field, deeper)})`
    }
    const [only] = keys
    if (keys.length === 0 || only === undefined) return '0'
    if (keys.length === 1) return `${ours} = ${this.#bind(only)}`
    return `${ours} IN (SELECT value FROM json_each(${this.#bind(JSON.stringify(keys))}))`
  }

  /** Of the objects in a column of JSON, each is a row of its own. */
  #within(
    field: EmbeddedField,
    other: ObjectDefinition,
    { inner, alias }: { readonly inner: FilterTree; readonly alias: string },
  ): string {
    const json = at(field.sql, alias)
    const list = field.kind === 'embeds-many' ? json : `('[' || ${json} || ']')`
    const deeper = `${alias}x`
    return `EXISTS (SELECT 1 FROM (SELECT value AS more FROM json_each(${list})) ${deeper} WHERE ${this.of(other, inner, deeper)})`
  }

  #theirs(
    other: ObjectDefinition,
    inner: FilterTree,
    field: BelongsToField | HasManyField,
    alias: string,
  ): string {
    const more =
      field.kind === 'has-many' && field.where !== undefined ? ` AND ${at(field.where, alias)}` : ''
    return `${this.of(other, inner, alias)}${more}`
  }

  /** Undefined: there are many. */
  #keys(
    other: ObjectDefinition,
    theirs: string,
    inner: FilterTree,
    field: BelongsToField | HasManyField,
  ): (string | number)[] | undefined {
    const look = new WhereClause(this.#db)
    const where = look.#theirs(other, inner, field, 't')
    const rows = this.#db.all(
      `SELECT DISTINCT ${theirs} AS key FROM ${other.table} t WHERE ${where} AND ${theirs} IS NOT NULL LIMIT ${fewKeys + 1}`,
      look.values,
    )
    return rows.length > fewKeys ? undefined : rows.map(row => row.key as string | number)
  }

  #bind(value: string | number): string {
    const name = `p${this.#count++}`
    this.#values[name] = value
    return `$${name}`
  }

  #condition(condition: Condition, alias: string): string {
    const { operator, type, values } = condition
    const left = at(condition.sql, alias)
    const value = values[0] ?? ''
    const holds = (comparison: Comparison) =>
      type === 'decimal'
        ? this.#decimal(left, comparison, value)
        : `${left} ${comparison} ${this.#bind(value)}`
    switch (operator) {
      case 'eq':
        return holds('=')
      case 'not_eq':
        return `(${left} IS NULL OR ${holds('<>')})`
      case 'gt':
        return holds('>')
      case 'lt':
        return holds('<')
      case 'gt_or_eq':
        return holds('>=')
      case 'lt_or_eq':
        return holds('<=')
      case 'contains':
        return this.#like(left, `%${escaped(value)}%`)
      case 'starts_with':
        return this.#like(left, `${escaped(value)}%`)
      case 'ends_with':
        return this.#like(left, `%${escaped(value)}`)
      case 'blank':
        return value === 1 ? `(${left} IS NULL OR ${left} = '')` : `(${left} IS NOT NULL AND ${left} <> '')`
      case 'in':
        return this.#anyOf(left, condition)
      case 'not_in':
        return `(${left} IS NULL OR NOT ${this.#anyOf(left, condition)})`
    }
  }

  /**
   * Exact, by a function of ours. It is asked only where the numbers are near, which an index may find: to ask it of every
   * row takes ten times as long.
   */
  #decimal(left: string, comparison: Comparison, value: string | number): string {
    const exact = `decimal_compare(${left}, ${this.#bind(value)}) ${comparison} 0`
    if (comparison === '<>') return `(${left} IS NOT NULL AND ${exact})`
    const number = Number(value)
    const slack = Math.abs(number) * 1e-9 + 1e-9
    const near = [
      ...(comparison.includes('<') ? [] : [`CAST(${left} AS REAL) >= ${this.#bind(number - slack)}`]),
      ...(comparison.includes('>') ? [] : [`CAST(${left} AS REAL) <= ${this.#bind(number + slack)}`]),
    ]
    return `(${left} IS NOT NULL AND ${near.join(' AND ')} AND ${exact})`
  }

  /** Unverified: that Coupa's comparison of letters ignores case, as its database does by default. */
  #like(left: string, pattern: string): string {
    return `${left} LIKE ${this.#bind(pattern)} ESCAPE '\\'`
  }

  #anyOf(left: string, { type, values }: Condition): string {
    if (type === 'decimal') {
      return `(${values.map(value => this.#decimal(left, '=', value)).join(' OR ') || '0'})`
    }
    return `${left} IN (SELECT value FROM json_each(${this.#bind(JSON.stringify(values))}))`
  }
}

/** SQL of a definition, about another row than `t`. */
function at(sql: string, alias: string): string {
  return alias === 't' ? sql : sql.replace(/\bt\./g, `${alias}.`)
}

function escaped(value: string | number): string {
  return String(value).replace(/[\\%_]/g, '\\$&')
}
