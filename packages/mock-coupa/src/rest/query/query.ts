import { RestError } from '../errors.js'
import type { ObjectDefinition } from '../schema/object.js'
import { type FilterTree, readFilters } from './filters.js'
import { parseSelection, type WantedFields } from './selection.js'

/** Coupa gives 50 rows at most, and so many unless asked for fewer. Documented: Querying Options. */
export const mostRows = 50

/** `none`: nothing; `limited`: the id; `shallow`: plain fields, and the ids of others. */
export type ReturnObject = 'none' | 'limited' | 'shallow'

/** What a list is asked for. */
export interface ListQuery {
  readonly filters: FilterTree
  readonly namedFilter?: string
  readonly limit: number
  readonly offset: number
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
  const namedFilter = query.get('filter')
  const orderBy = (query.get('order_by') ?? query.get('order-by'))?.replaceAll('_', '-')
  const field = orderBy === undefined ? undefined : object.fields.get(orderBy)
  return {
    filters: readFilters(query, object),
    limit: Math.min(limit, mostRows),
    offset: wholeNumber(query, 'offset', object) ?? 0,
    dir: dir === 'desc' ? 'desc' : 'asc',
    ...(field?.kind === 'scalar' && orderBy !== undefined ? { orderBy } : {}),
    ...(namedFilter === null || !(namedFilter in object.namedFilters) ? {} : { namedFilter }),
  }
}

export function readShownQuery(query: URLSearchParams, object: ObjectDefinition): ShownQuery {
  const returnObject = query.get('return_object') ?? query.get('return-object')
  const fields = query.get('fields')
  return {
    ...(fields === null ? {} : { fields: parseSelection(fields, object) }),
    ...(returnObject === 'none' || returnObject === 'limited' || returnObject === 'shallow'
      ? { returnObject }
      : {}),
  }
}

function wholeNumber(query: URLSearchParams, name: string, object: ObjectDefinition): number | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new RestError(400, object.name, [`${name} must be a whole number; found "${text.slice(0, 40)}"`])
}
