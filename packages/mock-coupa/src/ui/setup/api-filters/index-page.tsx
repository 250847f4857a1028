import type { ApiFilter } from '../../../company/api-filter.js'
import type { Page, Visit } from '../../answer.js'
import { EmptyState } from '../../elements/empty-state.js'
import { type Column, Table } from '../../elements/table.js'
import { apiFilterPath, paths } from '../../paths.js'
import { setupPage } from '../setup-frame.js'

export function listApiFilters({ coupa, person }: Visit): Page {
  const { apiFilters = [] } = coupa.configuration(person.login)
  return setupPage({
    room: 'api-filters',
    title: 'API Filters',
    lead: 'What of an object the REST API shows to whoever asks with ?filter= and a name.',
    action: (
      <a class="button button-main" href={`${paths.apiFilters}/new`}>
        Create
      </a>
    ),
    body: (
      <div class="card card-flush">
        {apiFilters.length === 0 ? (
          <EmptyState icon="box" title="No filters">
            <p>Answers show everything, unless a request says what it wants by fields.</p>
          </EmptyState>
        ) : (
          <Table caption="API filters" rows={apiFilters} columns={columns} />
        )}
      </div>
    ),
  })
}

const columns: readonly Column<ApiFilter>[] = [
  { heading: 'Name', kind: 'lead', cell: ({ name }) => <a href={apiFilterPath(name)}>{name}</a> },
  { heading: 'Description', cell: ({ description }) => description ?? '' },
  { heading: 'Resource', cell: ({ resource }) => <code>{resource}</code> },
  { heading: 'Default', cell: ({ isDefault }) => (isDefault ? 'Yes' : 'No') },
]
