import type { RequisitionSummary } from '../../requisitions/requisition.js'
import { EmptyState } from '../elements/empty-state.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { StatusPill } from '../elements/status-pill.js'
import type { List, ListColumn } from '../lists/list.js'
import { paths, requisitionPath } from '../paths.js'

/** Requisitions as a list below `path`; whose they are is told where there are several people's. */
export function requisitionList(path: string, withRequester: boolean): List<RequisitionSummary> {
  return {
    path,
    room: 'l',
    caption: 'Requests',
    unit: ['request', 'requests'],
    columns: columns(withRequester),
    statuses: [
      'cart',
      'draft',
      'pending_buyer_action',
      'pending_approval',
      'approved',
      'ordered',
      'partially_received',
      'received',
      'withdrawn',
      'abandoned',
      'backgrounded',
    ],
    attributes: request => ({ 'data-requisition': String(request.number) }),
    empty: (
      <EmptyState icon="document" title="No requests yet">
        <p>Search for what you need, or shop at a supplier.</p>
        <a class="button button-main" href={paths.home}>
          Start shopping
        </a>
      </EmptyState>
    ),
    exported: [
      ['Requisition', request => String(request.number)],
      ['Title', request => request.title],
      ['Lines', request => String(request.lineCount)],
      ['Requester', request => request.requestedBy.fullName],
      ['Created', request => request.createdAt.toISOString()],
      ['Submitted', request => request.submittedAt?.toISOString() ?? ''],
      ['Status', request => request.status],
      ['Waiting for', request => request.waitingFor ?? ''],
      ['Total', request => request.total],
      ['Currency', request => request.currency],
    ],
  }
}

function columns(withRequester: boolean): ListColumn<RequisitionSummary>[] {
  return [
    {
      heading: 'Request',
      kind: 'lead',
      sort: 'number',
      cell: request => <RequestLink request={request} />,
    },
    ...(withRequester
      ? [
          {
            heading: 'Requester',
            sort: 'requester',
            cell: (request: RequisitionSummary) => request.requestedBy.fullName,
          },
        ]
      : []),
    { heading: 'Submitted', sort: 'submitted', cell: request => <Submitted request={request} /> },
    { heading: 'Status', sort: 'status', cell: request => <StatusPill status={request.status} /> },
    { heading: 'Waiting for', cell: request => request.waitingFor ?? '–' },
    {
      heading: 'Total',
      kind: 'number',
      sort: 'total',
      cell: request => formatMoney(request.total, request.currency),
    },
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
