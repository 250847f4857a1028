import { type ApiFilter, readWantedFields, type WantedFields } from '../../company/api-filter.js'
import { RestError } from '../errors.js'
import { findObject } from '../objects.js'
import type { ScalarField } from '../schema/field.js'
import type { ObjectDefinition } from '../schema/object.js'
import { type FilterTree, readFilters } from './filters.js'
import { parseSelection } from './selection.js'

/** Coupa gives 50 rows at most, and so many unless asked for fewer. Documented: Querying Options. */
const mostRows = 50

/** `none`: nothing; `limited`: the id; `shallow`: plain fields, and of others what they are known by. */
export type ReturnObject = 'none' | 'limited' | 'shallow'

/** What a list is asked for. */
export interface ListQuery {
  readonly filters: FilterTree
  readonly limit: number
  readonly offset: number
  /** In SQL, about the row `t`. */
  readonly orderBy?: string
  readonly dir: 'asc' | 'desc'
}

/** How much of an object is shown. */
export interface ShownQuery {
  readonly fields?: WantedFields
  readonly returnObject?: ReturnObject
}

/** Unknown keys are passed over, as Coupa does; a known key with an impossible value is a fault. */
export function readListQuery(query: URLSearchParams, object: ObjectDefinition): ListQuery {
  const limit = wholeNumber(query, 'limit', object) ?? mostRows
  const dir = query.get('dir')?.toLowerCase()
  const orderBy = orderOf(query.get('order_by') ?? query.get('order-by') ?? '', object)
  return {
    filters: readFilters(query, object),
    limit: Math.min(limit, mostRows),
    offset: wholeNumber(query, 'offset', object) ?? 0,
    dir: dir === 'desc' ? 'desc' : 'asc',
    ...(orderBy === undefined ? {} : { orderBy }),
  }
}

/** Unverified: that `fields` goes before a filter, and a name that no filter has is passed over. */
export function readShownQuery(
  query: URLSearchParams,
  object: ObjectDefinition,
  filters: readonly ApiFilter[] = [],
): ShownQuery {
  const returnObject = query.get('return_object') ?? query.get('return-object')
  const isKnown = returnObject === 'none' || returnObject === 'limited' || returnObject === 'shallow'
  const given = query.get('fields')
  const fields = given === null ? filtered(query, filters, object) : parseSelection(given, object)
  return { ...(fields === undefined ? {} : { fields }), ...(isKnown ? { returnObject } : {}) }
}

/** By the filter that is named, or else the default one. */
function filtered(
  query: URLSearchParams,
  filters: readonly ApiFilter[],
  { path }: ObjectDefinition,
): WantedFields | undefined {
  const own = filters.filter(({ resource }) => resource === path)
  const isShort = query.has('return_object') || query.has('return-object')
  const filter =
    own.find(({ name }) => name === query.get('filter')) ?? own.find(one => one.isDefault && !isShort)
  return filter && readWantedFields(filter.fields)
}

/** `login`, or through another object: `manager[login]`. In SQL; undefined: nothing that a list can be ordered by. */
function orderOf(text: string, object: ObjectDefinition): string | undefined {
  const [first = '', second, third] = text
    .replaceAll('_', '-')
    .split(/[[\].]+/)
    .filter(Boolean)
  const field = object.fields.get(first)
  if (field?.kind === 'scalar')
    return second === undefined && field.sql !== object.id ? rankOf(field) : undefined
  if (field?.kind !== 'belongs-to' || second === undefined || third !== undefined) return undefined
  const other = findObject(field.object)
  const inner = other.fields.get(second)
  if (inner?.kind !== 'scalar') return undefined
  const theirs = (rankOf(inner) ?? 'NULL').replace(/\bt\./g, 'ordering.')
  return `(SELECT ${theirs} FROM ${other.table} ordering WHERE ordering.${field.of} = ${field.sql})`
}

function wholeNumber(query: URLSearchParams, name: string, object: ObjectDefinition): number | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new RestError(400, object.name, [`${name} must be a whole number; found "${text.slice(0, 40)}"`])
}

/** Decimals are text: as numbers they decide which row comes first. What is the same in every row decides nothing. */
function rankOf({ sql, type }: ScalarField): string | undefined {
  if (!/\bt\./.test(sql)) return undefined
  return type === 'decimal' ? `CAST(${sql} AS REAL)` : sql
}
