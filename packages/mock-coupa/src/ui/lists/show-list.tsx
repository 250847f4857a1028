import type { Child } from 'hono/jsx'
import type { ListQuery } from '../../lists.js'
import type { ListPage } from '../../store/list-page.js'
import { type ExportAnswer, type Page, page, type Section, type Visit } from '../answer.js'
import { PageHead } from '../elements/page-head.js'
import { csvLines } from './csv.js'
import type { List } from './list.js'
import { ListBody } from './list-body.js'
import { readListQuery } from './list-query.js'

/** The page of a list. */
export function showList<T>(
  { coupa, person, query }: Visit,
  content: {
    readonly title: string
    readonly lead?: string
    readonly section: Section
    /** Stands between the heading and the list. */
    readonly tabs?: Child
    readonly list: List<T>
    readonly mine?: boolean
    readonly read: (login: string, query: ListQuery) => ListPage<T>
  },
): Page {
  const asked = { ...readListQuery(query), mine: content.mine ?? false }
  const choices = coupa.listChoices(person.login)
  return page({
    title: content.title,
    section: content.section,
    body: (
      <>
        <PageHead title={content.title} {...(content.lead === undefined ? {} : { lead: content.lead })} />
        {content.tabs}
        <ListBody
          list={content.list}
          query={asked}
          page={content.read(person.login, asked)}
          choices={content.mine ? { ...choices, requesters: [] } : choices}
        />
      </>
    ),
  })
}

/** The whole list as it is narrowed and ordered, as a file. */
export function exportList<T>(
  { person, query }: Visit,
  content: {
    readonly list: List<T>
    readonly mine?: boolean
    readonly read: (login: string, query: ListQuery) => Iterable<T>
  },
): ExportAnswer {
  const rows = content.read(person.login, { ...readListQuery(query), mine: content.mine ?? false })
  return {
    kind: 'export',
    fileName: `${content.list.caption.toLowerCase()}.csv`,
    lines: csvLines(content.list.exported, rows),
  }
}
