import type { ChangeOrderView } from '../../coupa.js'
import {
  type PurchaseOrderStatus,
  type PurchaseOrderSummary,
  purchaseOrderStatuses,
} from '../../purchase-orders/purchase-order.js'
import { type Page, page, type Visit } from '../answer.js'
import { Card } from '../elements/card.js'
import { EmptyState } from '../elements/empty-state.js'
import { SelectField } from '../elements/field.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { PageHead } from '../elements/page-head.js'
import { StatusPill, statusWords } from '../elements/status-pill.js'
import { type Column, Table } from '../elements/table.js'
import { orderPath, paths } from '../paths.js'

export function listOrders({ coupa, person, query }: Visit): Page {
  const status = purchaseOrderStatuses.find(candidate => candidate === query.get('status'))
  const orders = coupa.purchaseOrders(person.login, status === undefined ? {} : { status })
  const changes = coupa.changesToApprove(person.login)
  return page({
    title: 'Orders',
    section: 'orders',
    body: (
      <>
        <PageHead
          title="Orders"
          lead={person.administrator ? 'What the company has ordered.' : 'What was ordered on your requests.'}
        />
        <ChangesToApprove changes={changes} />
        <StatusFilter status={status} />
        <div class="card card-flush">
          {orders.length === 0 && status !== undefined ? (
            <EmptyState icon="document" title={`No orders in ${statusWords(status)}`}>
              <p>
                <a href={paths.orders}>Show all orders</a>
              </p>
            </EmptyState>
          ) : orders.length === 0 ? (
            <EmptyState icon="document" title="No orders yet">
              <p>A purchase order is issued by itself when the last approver has approved a request.</p>
            </EmptyState>
          ) : (
            <Table
              caption="Orders"
              rows={orders}
              columns={columns}
              attributes={order => ({ 'data-purchase-order': order.number })}
            />
          )}
        </div>
      </>
    ),
  })
}

/** Works without a script: a form of one list. */
function StatusFilter({ status }: { readonly status: PurchaseOrderStatus | undefined }) {
  return (
    <form class="filters" method="get" action={paths.orders}>
      <SelectField
        name="status"
        label="Status"
        required
        value={status ?? ''}
        choices={[
          ['', 'All'],
          ...purchaseOrderStatuses.map(choice => [choice, statusWords(choice)] as const),
        ]}
      />
      <button class="button" type="submit">
        Filter
      </button>
    </form>
  )
}

function ChangesToApprove({ changes }: { readonly changes: readonly ChangeOrderView[] }) {
  if (changes.length === 0) return null
  return (
    <Card title="Changes that need your approval" id="changes">
      <ul>
        {changes.map(change => (
          <li>
            <a href={orderPath(change.number)}>
              Change {change.id} of PO {change.number}
            </a>{' '}
            by {change.requestedBy.fullName}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const columns: readonly Column<PurchaseOrderSummary>[] = [
  {
    heading: 'Order',
    kind: 'lead',
    cell: order => (
      <span class="break">
        <a href={orderPath(order.number)}>PO {order.number}</a>
        <br />
        <span class="soft small">{order.title}</span>
      </span>
    ),
  },
  { heading: 'Supplier', cell: order => order.supplier },
  { heading: 'Issued', cell: order => <Moment at={order.issuedAt} /> },
  { heading: 'Status', cell: order => <StatusPill status={order.status} /> },
  { heading: 'Transmission', cell: order => <StatusPill status={order.transmissionStatus} /> },
  { heading: 'Confirmed', cell: confirmed },
  { heading: 'Total', kind: 'number', cell: order => formatMoney(order.total, order.currency) },
]

/** Who was not told by cXML does not answer by cXML. */
function confirmed({ acknowledgedAt, transmissionStatus }: PurchaseOrderSummary): string {
  if (acknowledgedAt !== undefined) return 'Yes'
  return transmissionStatus === 'sent_via_cxml' ? 'Not yet' : '–'
}
