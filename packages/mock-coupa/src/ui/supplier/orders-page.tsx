import type { SupplierOrderQuery, SupplierOrderSummary } from '../../supplier-portal.js'
import { type ExportAnswer, type Page, page } from '../answer.js'
import { EmptyState } from '../elements/empty-state.js'
import { ExportLink } from '../elements/export-link.js'
import { SelectField, TextField } from '../elements/field.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { PageHead } from '../elements/page-head.js'
import { type AnyStatus, StatusPill, statusWords } from '../elements/status-pill.js'
import { Table } from '../elements/table.js'
import { withOrder } from '../lists/column-order.js'
import { csvLines } from '../lists/csv.js'
import { everyPage } from '../lists/every-page.js'
import type { ListColumn } from '../lists/list.js'
import { isNarrowed, listQueryString, readListQuery } from '../lists/list-query.js'
import { Paging } from '../lists/paging.js'
import { AcknowledgeForm } from './acknowledge-form.js'
import { supplierOrderPath, supplierPaths } from './paths.js'
import type { SupplierVisit } from './visit.js'

export function listSupplierOrders({ portal, supplier, query }: SupplierVisit): Page {
  const { status, text, sort, page: number } = readListQuery(query)
  const asked = { status, text, sort, page: number }
  const list = portal.orders(supplier.id, asked)
  return page({
    title: 'Orders',
    body: (
      <>
        <PageHead title="Orders" lead={`What ${portal.companyName()} has ordered from ${supplier.name}.`} />
        <Filters query={asked} />
        <div class="card card-flush">
          {list.total === 0 ? (
            <NoOrders isNarrowed={isNarrowed(asked)} />
          ) : (
            <Table
              caption="Orders"
              rows={list.rows}
              columns={columns.map(column => withOrder(supplierPaths.orders, asked, column))}
              room="xxl"
              attributes={order => ({ 'data-purchase-order': order.number })}
            />
          )}
          <Paging
            list={list}
            unit={['order', 'orders']}
            pathOf={wanted => `${supplierPaths.orders}${listQueryString(asked, { page: wanted })}`}
          >
            {list.total > 0 && <ExportLink href={`${supplierPaths.orders}.csv${listQueryString(asked)}`} />}
          </Paging>
        </div>
      </>
    ),
  })
}

export function exportSupplierOrders({ portal, supplier, query }: SupplierVisit): ExportAnswer {
  const { status, text, sort } = readListQuery(query)
  return {
    kind: 'export',
    fileName: 'orders.csv',
    lines: csvLines(
      exported,
      everyPage(page => portal.orders(supplier.id, { status, text, sort, page })),
    ),
  }
}

/** Coupa's columns, as exact values. */
const exported: readonly (readonly [string, (order: SupplierOrderSummary) => string])[] = [
  ['PO Number', order => order.number],
  ['Order Date', order => order.orderDate.toISOString()],
  ['Status', order => order.status],
  ['Acknowledged At', order => order.acknowledgedAt?.toISOString() ?? ''],
  ['Items', order => order.title],
  ['Lines', order => String(order.lineCount)],
  ['Unanswered Comments', order => String(order.unansweredComments)],
  ['Total', order => order.total ?? ''],
  ['Currency', order => order.currency],
]

function NoOrders({ isNarrowed }: { readonly isNarrowed: boolean }) {
  if (!isNarrowed) {
    return (
      <EmptyState icon="document" title="No orders yet">
        <p>Purchase orders appear here when they are issued.</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState icon="search" title="No orders match">
      <p>
        <a href={supplierPaths.orders}>Show all</a>
      </p>
    </EmptyState>
  )
}

/** Coupa's statuses on this page. */
const statuses: readonly AnyStatus[] = [
  'issued',
  'buyer_hold',
  'currency_hold',
  'soft_closed',
  'closed',
  'cancelled',
]

function Filters({ query }: { readonly query: SupplierOrderQuery }) {
  return (
    <form class="card filters" method="get" action={supplierPaths.orders} aria-label="Filter orders">
      <TextField name="text" label="Contains" value={query.text ?? ''} />
      <SelectField
        name="status"
        label="Status"
        value={query.status ?? ''}
        choices={[['', 'Any status'], ...statuses.map(status => [status, statusWords(status)] as const)]}
      />
      <SelectField
        name="sort"
        label="Order"
        value={query.sort ?? ''}
        choices={[
          ['', 'Newest first'],
          ['number', 'Oldest first'],
          ['-total', 'Largest total first'],
        ]}
      />
      <div class="actions">
        <button class="button" type="submit">
          Filter
        </button>
      </div>
    </form>
  )
}

/** Coupa's columns, in Coupa's order. */
const columns: readonly ListColumn<SupplierOrderSummary>[] = [
  {
    heading: 'PO Number',
    kind: 'lead',
    sort: 'number',
    cell: order => <a href={supplierOrderPath(order.number)}>{order.number}</a>,
  },
  { heading: 'Order Date', sort: 'date', cell: order => <Moment at={order.orderDate} /> },
  { heading: 'Status', sort: 'status', cell: order => <StatusPill status={order.status} /> },
  {
    heading: 'Acknowledged At',
    sort: 'acknowledged',
    cell: order => (order.acknowledgedAt === undefined ? 'No' : <Moment at={order.acknowledgedAt} />),
  },
  {
    heading: 'Items',
    cell: order => (
      <span class="list-text break">
        {order.title}
        {order.lineCount > 1 && ` and ${order.lineCount - 1} more`}
      </span>
    ),
  },
  {
    heading: 'Unanswered Comments',
    cell: order => (order.unansweredComments === 0 ? 'No' : String(order.unansweredComments)),
  },
  {
    heading: 'Total',
    kind: 'number',
    sort: 'total',
    cell: order => (order.total === undefined ? '–' : formatMoney(order.total, order.currency)),
  },
  {
    heading: 'Actions',
    cell: order =>
      order.status === 'issued' && order.acknowledgedAt === undefined ? (
        <AcknowledgeForm number={order.number} />
      ) : (
        '–'
      ),
  },
]
