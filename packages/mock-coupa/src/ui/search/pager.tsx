import type { SearchPage } from '../../shopping/search-results.js'
import { searchPath } from './search-path.js'

/** Back and on. There is no more where nobody has more. */
export function Pager({ found }: { readonly found: SearchPage }) {
  const { page, pageCount } = found
  if (pageCount < 2) return null
  return (
    <nav class="pager" aria-label="Pages of results">
      {page > 1 && (
        <a class="button" rel="prev" href={searchPath(found, { page: page - 1 })}>
          Previous
        </a>
      )}
      <span class="soft">
        Page {page} of {pageCount}
      </span>
      {page < pageCount && (
        <a class="button" rel="next" href={searchPath(found, { page: page + 1 })}>
          Next
        </a>
      )}
    </nav>
  )
}
