import type { TraceSummary } from '../../journal/exchange.js'
import { type ExportAnswer, type Page, page, type Visit } from '../answer.js'
import { EmptyState } from '../elements/empty-state.js'
import { Moment } from '../elements/moment.js'
import { PageHead } from '../elements/page-head.js'
import { exportShortList, type ShortList, ShortListBody } from '../lists/short-list.js'
import { paths, tracePath } from '../paths.js'

export function listTraces({ coupa, person, query }: Visit): Page {
  return page({
    title: 'Traces',
    section: 'traces',
    body: (
      <>
        <PageHead title="Traces" lead="Every document that was exchanged with a supplier, by transaction." />
        <ShortListBody list={list} rows={coupa.traces(person.login)} query={query} />
      </>
    ),
  })
}

export function exportTraces({ coupa, person, query }: Visit): ExportAnswer {
  return exportShortList(list, coupa.traces(person.login), query)
}

const list: ShortList<TraceSummary> = {
  path: paths.traces,
  caption: 'Traces',
  unit: ['trace', 'traces'],
  columns: [
    { heading: 'Transaction', kind: 'lead', cell: trace => <a href={tracePath(trace.id)}>{trace.title}</a> },
    { heading: 'Documents', kind: 'number', cell: trace => String(trace.exchangeCount) },
    { heading: 'Latest', cell: trace => <Moment at={trace.lastAt} /> },
  ],
  empty: (
    <EmptyState icon="document" title="No document was exchanged yet">
      <p>As soon as somebody searches or shops at a supplier, it can be followed here.</p>
    </EmptyState>
  ),
  exported: [
    ['Trace', trace => trace.id],
    ['Transaction', trace => trace.title],
    ['Documents', trace => String(trace.exchangeCount)],
    ['Latest', trace => trace.lastAt.toISOString()],
  ],
}
