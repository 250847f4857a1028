import type { Coupa } from '../../coupa.js'
import type { ListQuery } from '../../lists.js'
import type { ListPage } from '../../store/list-page.js'
import { EmptyState } from '../elements/empty-state.js'
import { ExportLink } from '../elements/export-link.js'
import { Table } from '../elements/table.js'
import { withOrder } from './column-order.js'
import type { List } from './list.js'
import { ListFilters } from './list-filters.js'
import { isNarrowed, listQueryString } from './list-query.js'
import { Paging } from './paging.js'

/** A page of a list with its tools: filters, order, pages and export. */
export function ListBody<T>(props: {
  readonly list: List<T>
  readonly query: ListQuery
  readonly page: ListPage<T>
  readonly choices: ReturnType<Coupa['listChoices']>
}) {
  const { list, query, page } = props
  if (page.total === 0 && !isNarrowed(query)) return <div class="card card-flush">{list.empty}</div>
  return (
    <>
      <ListFilters list={list} query={query} choices={props.choices} />
      <div class="card card-flush">
        {page.total === 0 ? (
          <EmptyState icon="search" title={`No ${list.unit[1]} match`}>
            <p>
              <a href={list.path}>Show all</a>
            </p>
          </EmptyState>
        ) : (
          <Table
            caption={list.caption}
            rows={page.rows}
            columns={list.columns.map(column => withOrder(list.path, query, column))}
            attributes={list.attributes}
            room={list.room}
          />
        )}
        <Paging
          list={page}
          unit={list.unit}
          pathOf={number => `${list.path}${listQueryString(query, { page: number })}`}
        >
          {page.total > 0 && <ExportLink href={`${list.path}.csv${listQueryString(query)}`} />}
        </Paging>
      </div>
    </>
  )
}
