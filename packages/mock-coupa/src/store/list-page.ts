/** One page of a list. */
export interface ListPage<T> {
  readonly rows: readonly T[]
  /** Rows of all pages. */
  readonly total: number
  /** From 1; the last one where a later page was asked for. */
  readonly page: number
  readonly pageCount: number
}

const rowsOfPage = 25

/** Which rows a page holds, of as many as there are. What is no page number is the first. */
export function placeOfPage(total: number, wanted: number | undefined) {
  const pageCount = Math.max(1, Math.ceil(total / rowsOfPage))
  const page = Math.min(Math.max(1, Math.trunc(wanted ?? 1) || 1), pageCount)
  return { total, page, pageCount, limit: rowsOfPage, offset: (page - 1) * rowsOfPage }
}
