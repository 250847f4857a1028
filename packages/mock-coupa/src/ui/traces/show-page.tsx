import type { Exchange, Trace } from '../../journal/exchange.js'
import { type Page, page, type Version, type Visit } from '../answer.js'
import { EmptyState } from '../elements/empty-state.js'
import { PageHead } from '../elements/page-head.js'
import { paths, requisitionPath, tracePath } from '../paths.js'
import { ExchangeCard } from './exchange-card.js'

export function showTrace({ coupa, person, params }: Visit): Page {
  const trace = coupa.trace(person.login, params.id ?? '')
  return page({
    title: `Trace of ${trace.title}`,
    section: person.administrator ? 'traces' : 'requests',
    live: { path: `${tracePath(trace.id)}/version`, version: versionOf(trace), isAwaiting: false },
    body: (
      <>
        <PageHead
          title={`Trace of ${trace.title}`}
          lead="Every document in the order it was exchanged. Secrets are masked."
          crumbs={<Crumbs trace={trace} mayList={person.administrator} />}
        >
          <span class="badge">{countOf(trace.exchanges)}</span>
        </PageHead>
        {trace.exchanges.length === 0 ? (
          <div class="card">
            <EmptyState icon="document" title="No document was exchanged">
              <p>Items of the company’s own catalogue need no supplier to answer.</p>
            </EmptyState>
          </div>
        ) : (
          <ol class="exchanges">
            {trace.exchanges.map((exchange, index) => (
              <li>
                <ExchangeCard exchange={exchange} position={index + 1} />
              </li>
            ))}
          </ol>
        )}
      </>
    ),
  })
}

export function traceVersion({ coupa, person, params }: Visit): Version {
  return { kind: 'version', version: versionOf(coupa.trace(person.login, params.id ?? '')) }
}

/** Exchanges are written once: their number says everything. */
const versionOf = (trace: Trace) => String(trace.exchanges.length)

const countOf = (exchanges: readonly Exchange[]) =>
  exchanges.length === 1 ? '1 exchange' : `${exchanges.length} exchanges`

function Crumbs({ trace, mayList }: { readonly trace: Trace; readonly mayList: boolean }) {
  const [, number] = /^requisition-(\d+)$/.exec(trace.id) ?? []
  if (number !== undefined) return <a href={requisitionPath(Number(number))}>{trace.title}</a>
  return <>{mayList ? <a href={paths.traces}>Traces</a> : null}</>
}
