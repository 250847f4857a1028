import type { ListQuery } from '../../lists.js'

/** What a URL asks of a list. What is empty or malformed asks for nothing. */
export function readListQuery(query: URLSearchParams): ListQuery {
  const text = (name: string) => query.get(name)?.trim() || undefined
  const supplier = text('supplier')
  return {
    status: text('status'),
    requester: text('requester'),
    supplier: supplier !== undefined && /^\d{1,15}$/.test(supplier) ? Number(supplier) : undefined,
    text: text('text')?.slice(0, 200),
    from: text('from'),
    to: text('to'),
    sort: text('sort'),
    page: Number(text('page') ?? 1),
  }
}

/** The same as a query string, changed; back on the first page unless the change says otherwise. */
export function listQueryString(query: ListQuery, change: Partial<ListQuery> = {}): string {
  const { mine: _mine, ...asked } = { ...query, page: undefined, ...change }
  const present = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined) present.set(name, String(value))
  }
  const string = present.toString()
  return string === '' ? '' : `?${string}`
}

export function isNarrowed({ status, requester, supplier, text, from, to }: ListQuery): boolean {
  return [status, requester, supplier, text, from, to].some(value => value !== undefined)
}
