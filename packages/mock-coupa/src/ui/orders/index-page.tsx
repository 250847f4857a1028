import type { PurchaseOrderSummary } from '../../purchase-orders/purchase-order.js'
import { type Page, page, type Visit } from '../answer.js'
import { EmptyState } from '../elements/empty-state.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { PageHead } from '../elements/page-head.js'
import { StatusPill } from '../elements/status-pill.js'
import { type Column, Table } from '../elements/table.js'
import { orderPath } from '../paths.js'

export function listOrders({ coupa, person }: Visit): Page {
  const orders = coupa.purchaseOrders(person.login)
  return page({
    title: 'Orders',
    section: 'orders',
    body: (
      <>
        <PageHead
          title="Orders"
          lead={person.administrator ? 'What the company has ordered.' : 'What was ordered on your requests.'}
        />
        <div class="card card-flush">
          {orders.length === 0 ? (
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
  return transmissionStatus === 'sent_manually' ? '–' : 'Not yet'
}
