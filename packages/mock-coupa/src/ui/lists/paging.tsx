import type { Child } from 'hono/jsx'
import type { ListPage } from '../../store/list-page.js'

/** Where one is in a list and how to get on. Links, so that it works without scripts and by keyboard. */
export function Paging(props: {
  readonly list: ListPage<unknown>
  /** Address of a page of this list, filters and order included. */
  readonly pathOf: (page: number) => string
  /** Singular and plural: `request`, `requests`. */
  readonly unit: readonly [one: string, many: string]
  /** What else can be done with the list. */
  readonly children?: Child
}) {
  const { page, pageCount, total } = props.list
  return (
    <nav class="paging" aria-label="Pages">
      <span class="soft" data-testid="list-total">
        {total} {total === 1 ? props.unit[0] : props.unit[1]}
        {pageCount > 1 && ` · page ${page} of ${pageCount}`}
      </span>
      <span class="actions">
        {props.children}
        {page > 1 && (
          <a class="button button-small" rel="prev" href={props.pathOf(page - 1)}>
            Previous
          </a>
        )}
        {page < pageCount && (
          <a class="button button-small" rel="next" href={props.pathOf(page + 1)}>
            Next
          </a>
        )}
      </span>
    </nav>
  )
}
