import type { ApiClient } from '../../../company/company.js'
import type { Page, Visit } from '../../answer.js'
import { EmptyState } from '../../elements/empty-state.js'
import { type Column, Table } from '../../elements/table.js'
import { apiClientPath, paths } from '../../paths.js'
import { setupPage } from '../setup-frame.js'

export function listApiClients({ coupa, person }: Visit): Page {
  const { apiClients = [] } = coupa.configuration(person.login)
  return setupPage({
    room: 'api-clients',
    title: 'OAuth2/OpenID Connect Clients',
    lead: 'Programs that may use the REST API. They ask for a token at /oauth2/token.',
    action: (
      <>
        <a class="button" href={paths.scopes}>
          Scopes
        </a>
        <a class="button button-main" href={`${paths.apiClients}/new`}>
          Create
        </a>
      </>
    ),
    body: (
      <div class="card card-flush">
        {apiClients.length === 0 ? (
          <EmptyState icon="box" title="No program may use the API">
            Create a client to let one in.
          </EmptyState>
        ) : (
          <Table caption="OAuth2 clients" rows={apiClients} columns={columns} />
        )}
      </div>
    ),
  })
}

const columns: Column<ApiClient>[] = [
  {
    heading: 'Name',
    kind: 'lead',
    cell: client => <a href={apiClientPath(client.identifier)}>{client.name}</a>,
  },
  { heading: 'Identifier', cell: client => <code>{client.identifier}</code> },
  { heading: 'Acts as', cell: client => client.login },
  {
    heading: 'Scopes',
    cell: ({ scopes }) => (scopes.includes('core.all') ? 'All' : String(scopes.length)),
  },
]
