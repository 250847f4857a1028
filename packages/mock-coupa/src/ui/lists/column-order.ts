import type { ListQuery } from '../../lists.js'
import type { ListColumn } from './list.js'
import { listQueryString } from './list-query.js'

/** The first click on a heading puts the smallest first, the next one the largest. */
export function withOrder<T>(path: string, query: ListQuery, column: ListColumn<T>): ListColumn<T> {
  const { sort } = column
  if (sort === undefined) return column
  const current = query.sort === sort ? 'ascending' : query.sort === `-${sort}` ? 'descending' : undefined
  const next = current === 'ascending' ? `-${sort}` : sort
  return {
    ...column,
    order: {
      path: `${path}${listQueryString(query, { sort: next })}`,
      ...(current === undefined ? {} : { current }),
    },
  }
}
