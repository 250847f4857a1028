import type { ToDo } from '../../approvals.js'
import { type ExportAnswer, type Page, page, type Visit } from '../answer.js'
import { Csrf } from '../elements/csrf.js'
import { EmptyState } from '../elements/empty-state.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { PageHead } from '../elements/page-head.js'
import { StatusPill } from '../elements/status-pill.js'
import type { Column } from '../elements/table.js'
import { versionOf } from '../home/index-page.js'
import { exportShortList, type ShortList, ShortListBody } from '../lists/short-list.js'
import { approvablePath, paths } from '../paths.js'
import { approvableAttributes, inSentence } from './name.js'

export function listToDo({ coupa, person, query }: Visit): Page {
  const home = coupa.home(person.login)
  return page({
    title: 'To Do',
    section: 'to-do',
    live: { path: '/version', version: versionOf(home), isAwaiting: true },
    body: (
      <>
        <PageHead title="To Do" lead="Requiring My Approval, the oldest first." />
        <ShortListBody list={list} rows={coupa.toDo(person.login)} query={query} />
      </>
    ),
  })
}

const columns: readonly Column<ToDo>[] = [
  {
    heading: 'What',
    kind: 'lead',
    cell: ({ approvable }) => (
      <span class="break">
        <a href={approvablePath(approvable)}>{approvable.title}</a>
        <br />
        <span class="soft small">{approvable.name}</span>
      </span>
    ),
  },
  { heading: 'Requester', cell: ({ approvable }) => approvable.requestedBy.fullName },
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
    cell: ({ approvable }) => formatMoney(approvable.total, approvable.currency),
  },
  {
    heading: '',
    cell: ({ approvable, status }) => (
      <span class="actions">
        {status === 'pending_approval' ? <QuickDecision approvable={approvable} /> : null}
        <a class="button button-small" href={approvablePath(approvable)}>
          Review<span class="unseen"> {inSentence(approvable.name)}</span>
        </a>
      </span>
    ),
  },
]

const list: ShortList<ToDo> = {
  path: paths.toDo,
  caption: 'To Do',
  unit: ['approval', 'approvals'],
  room: 'xxl',
  columns,
  attributes: ({ approvable }) => approvableAttributes(approvable),
  empty: (
    <EmptyState icon="inbox" title="Nothing waits for you">
      <p>
        When a request, a change of an order, an invoice or a contract needs your approval, it appears here
        and on the bell.
      </p>
    </EmptyState>
  ),
  exported: [
    ['What', ({ approvable }) => approvable.name],
    ['Title', ({ approvable }) => approvable.title],
    ['Requester', ({ approvable }) => approvable.requestedBy.fullName],
    ['Why you', ({ rule }) => rule],
    ['On behalf of', ({ onBehalfOf }) => onBehalfOf?.fullName ?? ''],
    ['Status', ({ status }) => status],
    ['Waiting since', ({ since }) => since?.toISOString() ?? ''],
    ['Total', ({ approvable }) => approvable.total],
    ['Currency', ({ approvable }) => approvable.currency],
  ],
}

export function exportToDo({ coupa, person, query }: Visit): ExportAnswer {
  return exportShortList(list, coupa.toDo(person.login), query)
}

/** Without a comment; to reject one must say why, on the document's own page. */
function QuickDecision({ approvable }: Pick<ToDo, 'approvable'>) {
  const path = approvablePath(approvable)
  const about = <span class="unseen"> {inSentence(approvable.name)}</span>
  return (
    <form class="actions" method="post" action={`${path}/approve`}>
      <Csrf />
      <button class="button button-small button-main" type="submit">
        Approve{about}
      </button>
      <button class="button button-small" type="submit" formaction={`${path}/hold`}>
        Hold{about}
      </button>
    </form>
  )
}
