import type { PageRequest } from '../../shopping/search.js'
import type { SearchPage } from '../../shopping/search-results.js'
import { paths } from '../paths.js'
import { readNumber } from '../read-number.js'

/** Longer texts are cut: suppliers are asked with it. */
const longestText = 200

/** What the address of a page of results asks for. */
export function readPageRequest(query: URLSearchParams): PageRequest {
  const number = (name: string, what: string) => {
    const text = query.get(name)
    return text === null || text === '' ? undefined : readNumber(text, what)
  }
  const search = number('search', 'search')
  const page = number('page', 'page')
  const supplier = number('supplier', 'supplier')
  const commodity = query.get('commodity')
  const price = query.get('price')
  return {
    text: (query.get('q') ?? '').trim().slice(0, longestText),
    ...(search === undefined ? {} : { search }),
    ...(page === undefined ? {} : { page }),
    ...(supplier === undefined ? {} : { supplier }),
    ...(commodity ? { commodity } : {}),
    ...(price ? { price } : {}),
  }
}

/** The same search, with something changed; null takes a choice away. */
export function searchPath(
  found: SearchPage,
  change: Readonly<Record<string, string | number | null>> = {},
  path: string = paths.search,
): string {
  const values = { q: found.text, search: found.search, page: found.page, ...found.refinement, ...change }
  const said = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && !(name === 'page' && value === 1)) said.set(name, String(value))
  }
  return `${path}?${said}`
}
