import type { RequestForm } from '../../../company/request-form.js'
import type { Page, Visit } from '../../answer.js'
import { EmptyState } from '../../elements/empty-state.js'
import { type Column, Table } from '../../elements/table.js'
import { paths, requestFormPath } from '../../paths.js'
import { setupPage } from '../setup-frame.js'

export function listForms({ coupa, person }: Visit): Page {
  const { forms = [] } = coupa.configuration(person.login)
  return setupPage({
    room: 'forms',
    title: 'Forms',
    lead: 'Requests with questions of their own, for what no catalogue has.',
    action: (
      <a class="button button-main" href={`${paths.requestForms}/new`}>
        New form
      </a>
    ),
    body: (
      <div class="card card-flush">
        {forms.length === 0 ? (
          <EmptyState icon="document" title="No forms yet">
            <p>People find them on the home page, and what they answer stands on the line of the request.</p>
          </EmptyState>
        ) : (
          <Table caption="Forms" rows={forms} columns={columns} />
        )}
      </div>
    ),
  })
}

const columns: readonly Column<RequestForm>[] = [
  { heading: 'Form', kind: 'lead', cell: ({ id, name }) => <a href={requestFormPath(id)}>{name}</a> },
  { heading: 'Questions', cell: ({ fields }) => fields.map(({ name }) => name).join(', ') || '–' },
  { heading: 'Active', cell: ({ active }) => (active ? 'Yes' : 'No') },
]
