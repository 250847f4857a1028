import type { CatalogProblem } from '@punchloop/sdk/catalog'
import type { LoadStatus } from '../../../index-catalogs/index-catalog.js'
import type { Page, Visit } from '../../answer.js'
import { EmptyState } from '../../elements/empty-state.js'
import { Notice } from '../../elements/notice.js'
import { type Column, Table } from '../../elements/table.js'
import { paths } from '../../paths.js'
import { readNumber } from '../../read-number.js'
import { setupPage } from '../setup-frame.js'

/** More is read by nobody on a page. */
const mostShown = 200

/** One file that came: what was loaded of it, and what is wrong in which line. */
export function showIndexLoad({ coupa, person, params }: Visit): Page {
  const load = coupa.indexLoad(person.login, readNumber(params.id, 'load'))
  const { problems } = load
  return setupPage({
    room: 'index-catalogs',
    title: load.name,
    crumbs: <a href={paths.indexCatalogs}>Index catalogues</a>,
    lead: `${load.loadedCount} of ${load.rowCount} rows were loaded${load.loadMode === 'incremental' ? ' as changes' : ''}.`,
    body: (
      <>
        {load.message !== undefined && (
          <Notice tone="wait">
            <span class="break">Nothing was loaded. {load.message}</span>
          </Notice>
        )}
        {load.status === 'partly' && (
          <Notice tone="wait">Rows with errors were left out. Mend them and load the file again.</Notice>
        )}
        <div class="card card-flush">
          {problems.length === 0 ? (
            <EmptyState icon="box" title="Nothing is wrong with the rows" />
          ) : (
            <Table
              caption="What is wrong, by line"
              rows={problems.slice(0, mostShown)}
              columns={problemColumns}
            />
          )}
        </div>
        {problems.length > mostShown && <p class="soft">And {problems.length - mostShown} more.</p>}
      </>
    ),
  })
}

const words: Readonly<Record<LoadStatus, readonly [string, string]>> = {
  loaded: ['pill pill-good', 'Loaded'],
  partly: ['pill pill-wait', 'Loaded in part'],
  refused: ['pill pill-bad', 'Refused'],
}

export function LoadPill({ status }: { readonly status: LoadStatus }) {
  const [style, text] = words[status]
  return <span class={style}>{text}</span>
}

const problemColumns: readonly Column<CatalogProblem>[] = [
  { heading: 'Line', kind: 'lead', cell: ({ line, column }) => `${line}:${column}` },
  {
    heading: 'What',
    cell: ({ severity, code, message }) => (
      <span class="break" data-problem={code}>
        {severity === 'error' ? '' : 'Note: '}
        {message}
      </span>
    ),
  },
]
