import type { Child } from 'hono/jsx'
import { type ListPage, placeOfPage } from '../../store/list-page.js'
import type { ExportAnswer } from '../answer.js'
import { EmptyState } from '../elements/empty-state.js'
import { ExportLink } from '../elements/export-link.js'
import { TextField } from '../elements/field.js'
import { type Column, Table } from '../elements/table.js'
import type { TableRoom } from '../style/tables.js'
import { csvLines } from './csv.js'
import { Paging } from './paging.js'

/** A list whose rows are all at hand: it is narrowed by a word, shown page by page, and exported as a whole. */
export interface ShortList<T> {
  /** Of the page; the export is at the same address with `.csv`. */
  readonly path: string
  readonly caption: string
  /** Singular and plural: `trace`, `traces`. */
  readonly unit: readonly [one: string, many: string]
  readonly columns: readonly Column<T>[]
  /** How much the table takes. Default: by the number of its columns. */
  readonly room?: TableRoom
  readonly attributes?: (row: T) => Record<string, string>
  /** Shown where there is nothing at all yet. */
  readonly empty: Child
  /** Columns of the export: exact values. The word that narrows the list is looked for in them. */
  readonly exported: readonly (readonly [heading: string, text: (row: T) => string])[]
}

export function ShortListBody<T>(props: {
  readonly list: ShortList<T>
  readonly rows: readonly T[]
  readonly query: URLSearchParams
  /** In place of a table. */
  readonly render?: (rows: readonly T[]) => Child
}) {
  const { list, rows, query } = props
  const text = wordOf(query)
  if (rows.length === 0) return <div class="card card-flush">{list.empty}</div>
  const found = narrowed(list, rows, text)
  const shown = pageOf(found, query)
  return (
    <>
      {(shown.pageCount > 1 || text !== '') && <Filter list={list} text={text} />}
      <div class="card card-flush">
        {found.length === 0 ? (
          <EmptyState icon="search" title={`No ${list.unit[1]} match`}>
            <p>
              <a href={list.path}>Show all</a>
            </p>
          </EmptyState>
        ) : (
          (props.render?.(shown.rows) ?? (
            <Table
              caption={list.caption}
              rows={shown.rows}
              columns={list.columns}
              room={list.room}
              {...(list.attributes === undefined ? {} : { attributes: list.attributes })}
            />
          ))
        )}
        <Paging list={shown} unit={list.unit} pathOf={page => `${list.path}${queryString(text, page)}`}>
          {found.length > 0 && <ExportLink href={`${list.path}.csv${queryString(text)}`} />}
        </Paging>
      </div>
    </>
  )
}

/** All of it as it is narrowed. */
export function exportShortList<T>(
  list: ShortList<T>,
  rows: readonly T[],
  query: URLSearchParams,
): ExportAnswer {
  return {
    kind: 'export',
    fileName: `${list.caption.toLowerCase().replaceAll(' ', '-')}.csv`,
    lines: csvLines(list.exported, narrowed(list, rows, wordOf(query))),
  }
}

const wordOf = (query: URLSearchParams) => (query.get('text') ?? '').trim().slice(0, 200)

function narrowed<T>(list: ShortList<T>, rows: readonly T[], text: string): readonly T[] {
  const wanted = text.toLowerCase()
  if (wanted === '') return rows
  return rows.filter(row => list.exported.some(([, cell]) => cell(row).toLowerCase().includes(wanted)))
}

function pageOf<T>(rows: readonly T[], query: URLSearchParams): ListPage<T> {
  const { limit, offset, ...place } = placeOfPage(rows.length, Number(query.get('page') ?? 1))
  return { ...place, rows: rows.slice(offset, offset + limit) }
}

function queryString(text: string, page?: number): string {
  const query = new URLSearchParams({
    ...(text === '' ? {} : { text }),
    ...(page === undefined ? {} : { page: String(page) }),
  }).toString()
  return query === '' ? '' : `?${query}`
}

function Filter<T>({ list, text }: { readonly list: ShortList<T>; readonly text: string }) {
  return (
    <form class="card filters" method="get" action={list.path} aria-label={`Filter ${list.unit[1]}`}>
      <TextField name="text" label="Contains" value={text} />
      <div class="actions">
        <button class="button" type="submit">
          Filter
        </button>
        {text !== '' && <a href={list.path}>Clear</a>}
      </div>
    </form>
  )
}
