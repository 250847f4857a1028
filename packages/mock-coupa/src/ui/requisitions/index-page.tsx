import type { RequisitionSummary } from '../../requisitions/requisition.js'
import { type Page, page, type Visit } from '../answer.js'
import { EmptyState } from '../elements/empty-state.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { PageHead } from '../elements/page-head.js'
import { StatusPill } from '../elements/status-pill.js'
import { type Column, Table } from '../elements/table.js'
import { paths, requisitionPath } from '../paths.js'

export function listRequisitions({ coupa, person }: Visit): Page {
  const requests = coupa.requisitions(person.login)
  return page({
    title: 'Requests',
    section: 'requests',
    body: (
      <>
        <PageHead
          title="Requests"
          lead={person.administrator ? 'What everybody has requested.' : 'What you have requested.'}
        />
        <div class="card card-flush">
          {requests.length === 0 ? (
            <EmptyState icon="document" title="No requests yet">
              <p>Search for what you need, or shop at a supplier.</p>
              <a class="button button-main" href={paths.home}>
                Start shopping
              </a>
            </EmptyState>
          ) : (
            <Table
              caption="Requests"
              rows={requests}
              columns={columns(person.administrator)}
              attributes={request => ({ 'data-requisition': String(request.number) })}
            />
          )}
        </div>
      </>
    ),
  })
}

function columns(withRequester: boolean): Column<RequisitionSummary>[] {
  return [
    { heading: 'Request', kind: 'lead', cell: request => <RequestLink request={request} /> },
    ...(withRequester
      ? [{ heading: 'Requester', cell: (request: RequisitionSummary) => request.requestedBy.fullName }]
      : []),
    { heading: 'Submitted', cell: request => <Submitted request={request} /> },
    { heading: 'Status', cell: request => <StatusPill status={request.status} /> },
    { heading: 'Waiting for', cell: request => request.waitingFor ?? '–' },
    { heading: 'Total', kind: 'number', cell: request => formatMoney(request.total, request.currency) },
  ]
}

function RequestLink({ request }: { readonly request: RequisitionSummary }) {
  const more = request.lineCount > 1 ? ` and ${request.lineCount - 1} more` : ''
  return (
    <span class="break">
      <a href={requisitionPath(request.number)}>{request.number}</a>
      <br />
      <span class="soft small">{request.title ? `${request.title}${more}` : 'No items'}</span>
    </span>
  )
}

function Submitted({ request }: { readonly request: RequisitionSummary }) {
  return request.submittedAt === undefined ? <>Not yet</> : <Moment at={request.submittedAt} />
}
