import type { ToDo } from '../../home.js'
import { type Page, page, type Visit } from '../answer.js'
import { Csrf } from '../elements/csrf.js'
import { EmptyState } from '../elements/empty-state.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { PageHead } from '../elements/page-head.js'
import { StatusPill } from '../elements/status-pill.js'
import { type Column, Table } from '../elements/table.js'
import { versionOf } from '../home/index-page.js'
import { ChangesToApprove } from '../orders/changes-to-approve.js'
import { requisitionPath } from '../paths.js'

export function listToDo({ coupa, person }: Visit): Page {
  const home = coupa.home(person.login)
  const toDo = coupa.toDo(person.login)
  return page({
    title: 'To Do',
    section: 'to-do',
    live: { path: '/version', version: versionOf(home), isAwaiting: true },
    body: (
      <>
        <PageHead title="To Do" lead="Requiring My Approval, the oldest first." />
        <ChangesToApprove changes={coupa.changesToApprove(person.login)} />
        <div class="card card-flush">
          {toDo.length === 0 ? (
            <EmptyState icon="inbox" title="Nothing waits for you">
              <p>When somebody’s request needs your approval, it appears here and on the bell.</p>
            </EmptyState>
          ) : (
            <Table
              caption="Requests that wait for your approval"
              rows={toDo}
              columns={columns}
              attributes={({ requisition }) => ({ 'data-requisition': String(requisition.number) })}
            />
          )}
        </div>
      </>
    ),
  })
}

const columns: readonly Column<ToDo>[] = [
  {
    heading: 'Request',
    kind: 'lead',
    cell: ({ requisition }) => (
      <span class="break">
        <a href={requisitionPath(requisition.number)}>{requisition.title}</a>
        <br />
        <span class="soft small">Requisition {requisition.number}</span>
      </span>
    ),
  },
  { heading: 'Requester', cell: ({ requisition }) => requisition.requestedBy.fullName },
  {
    heading: 'Why you',
    cell: ({ rule, onBehalfOf }) => (
      <span>
        {rule}
        {onBehalfOf !== undefined && <span class="soft small"> on behalf of {onBehalfOf.fullName}</span>}
      </span>
    ),
  },
  { heading: 'Status', cell: ({ status }) => <StatusPill status={status} /> },
  { heading: 'Waiting since', cell: ({ since }) => (since === undefined ? '–' : <Moment at={since} />) },
  {
    heading: 'Total',
    kind: 'number',
    cell: ({ requisition }) => formatMoney(requisition.total, requisition.currency),
  },
  {
    heading: '',
    cell: ({ requisition, status }) => (
      <span class="actions">
        {status === 'pending_approval' ? <QuickDecision number={requisition.number} /> : null}
        <a class="button button-small" href={requisitionPath(requisition.number)}>
          Review<span class="unseen"> requisition {requisition.number}</span>
        </a>
      </span>
    ),
  },
]

/** Without a comment; to reject one must say why, on the request's own page. */
function QuickDecision({ number }: { readonly number: number }) {
  const path = requisitionPath(number)
  return (
    <form class="actions" method="post" action={`${path}/approve`}>
      <Csrf />
      <button class="button button-small button-main" type="submit">
        Approve<span class="unseen"> requisition {number}</span>
      </button>
      <button class="button button-small" type="submit" formaction={`${path}/hold`}>
        Hold<span class="unseen"> requisition {number}</span>
      </button>
    </form>
  )
}
