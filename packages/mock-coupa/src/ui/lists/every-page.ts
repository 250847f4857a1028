import type { ListPage } from '../../store/list-page.js'

/** The rows of all pages of a list, read page by page while they are written. */
export function* everyPage<T>(read: (page: number) => ListPage<T>): Generator<T> {
  for (let page = 1, pageCount = 1; page <= pageCount; page += 1) {
    const list = read(page)
    pageCount = list.pageCount
    yield* list.rows
  }
}
