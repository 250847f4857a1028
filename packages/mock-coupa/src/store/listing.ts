import type { Database } from './database.js'
import { type ListPage, placeOfPage } from './list-page.js'
import { numberOf } from './row.js'

/** By what a list can be narrowed. `from` and `until` are moments, the second exclusive; `text` is looked for anywhere. */
export type ListFilter = 'owner' | 'status' | 'requester' | 'supplier' | 'text' | 'from' | 'until'

export type Narrowing = { readonly [F in ListFilter]?: string | number | undefined }

/** A list of which a page is read by the database alone, however long it is. */
export interface Listing {
  /** Table and alias: `requisitions r`. */
  readonly from: string
  /** Unique, a number, and the order of the newest: `r.number`. */
  readonly key: string
  /** SQL by filter, in which `$status` stands for what was asked and `$text` for a pattern of LIKE with `\` as escape. */
  readonly conditions: { readonly [F in ListFilter]?: string }
  /** SQL by the name of a column that the list can be ordered by. */
  readonly orders: Readonly<Record<string, string>>
}

export interface ListOrder {
  /** `total`, or `-total` for the largest first. Unknown or absent: the newest first. */
  readonly sort?: string | undefined
}

/** Keys of one page. */
export function readPage(
  db: Database,
  listing: Listing,
  query: { readonly narrowing: Narrowing; readonly page?: number | undefined } & ListOrder,
): ListPage<number> {
  const { where, parameters } = narrowed(listing, query.narrowing)
  const count = db.get(`SELECT count(*) AS total FROM ${listing.from} ${where}`, parameters)
  const { limit, offset, ...place } = placeOfPage(count ? numberOf(count, 'total') : 0, query.page)
  const rows = db.all(
    `SELECT ${listing.key} AS key FROM ${listing.from} ${where} ${ordered(listing, query.sort)} LIMIT $limit OFFSET $offset`,
    { ...parameters, limit, offset },
  )
  return { ...place, rows: rows.map(row => numberOf(row, 'key')) }
}

/** Keys of all pages. */
export function readKeys(
  db: Database,
  listing: Listing,
  query: { readonly narrowing: Narrowing } & ListOrder,
): number[] {
  const { where, parameters } = narrowed(listing, query.narrowing)
  return db
    .all(
      `SELECT ${listing.key} AS key FROM ${listing.from} ${where} ${ordered(listing, query.sort)}`,
      parameters,
    )
    .map(row => numberOf(row, 'key'))
}

function narrowed({ conditions }: Listing, narrowing: Narrowing) {
  const filters = listFilters.filter(
    filter => narrowing[filter] !== undefined && conditions[filter] !== undefined,
  )
  const where = filters.map(filter => `(${conditions[filter]})`).join(' AND ')
  const parameters = Object.fromEntries(
    filters.map(filter => [filter, filter === 'text' ? pattern(String(narrowing.text)) : narrowing[filter]]),
  )
  return { where: where === '' ? '' : `WHERE ${where}`, parameters }
}

const listFilters: readonly ListFilter[] = [
  'owner',
  'status',
  'requester',
  'supplier',
  'text',
  'from',
  'until',
]

function ordered({ orders, key }: Listing, sort = ''): string {
  const name = sort.replace(/^-/, '')
  const column = Object.hasOwn(orders, name) ? orders[name] : undefined
  if (column === undefined) return `ORDER BY ${key} DESC`
  return `ORDER BY ${column} ${sort.startsWith('-') ? 'DESC' : 'ASC'}, ${key} DESC`
}

function pattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
