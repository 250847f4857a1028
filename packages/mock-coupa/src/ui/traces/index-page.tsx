import type { TraceSummary } from '../../journal/exchange.js'
import { type Page, page, type Visit } from '../answer.js'
import { EmptyState } from '../elements/empty-state.js'
import { Moment } from '../elements/moment.js'
import { PageHead } from '../elements/page-head.js'
import { type Column, Table } from '../elements/table.js'
import { tracePath } from '../paths.js'

export function listTraces({ coupa, person }: Visit): Page {
  const traces = coupa.traces(person.login)
  return page({
    title: 'Traces',
    section: 'traces',
    body: (
      <>
        <PageHead title="Traces" lead="Every document that was exchanged with a supplier, by transaction." />
        <div class="card card-flush">
          {traces.length === 0 ? (
            <EmptyState icon="document" title="No document was exchanged yet">
              <p>As soon as somebody searches or shops at a supplier, it can be followed here.</p>
            </EmptyState>
          ) : (
            <Table caption="Traces" rows={traces} columns={columns} />
          )}
        </div>
      </>
    ),
  })
}

const columns: readonly Column<TraceSummary>[] = [
  { heading: 'Transaction', kind: 'lead', cell: trace => <a href={tracePath(trace.id)}>{trace.title}</a> },
  { heading: 'Documents', kind: 'number', cell: trace => String(trace.exchangeCount) },
  { heading: 'Latest', cell: trace => <Moment at={trace.lastAt} /> },
]
