import type { PurchaseOrderSummary } from '../../purchase-orders/purchase-order.js'
import { EmptyState } from '../elements/empty-state.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { StatusPill } from '../elements/status-pill.js'
import type { List, ListColumn } from '../lists/list.js'
import { orderPath } from '../paths.js'

/** Purchase orders as a list below `path`. */
export function orderList(path: string): List<PurchaseOrderSummary> {
  return {
    path,
    room: 'xl',
    caption: 'Orders',
    unit: ['order', 'orders'],
    columns,
    statuses: [
      'draft',
      'buyer_hold',
      'currency_hold',
      'supplier_hold',
      'supplier_window_hold',
      'issued',
      'soft_closed',
      'closed',
      'cancelled',
      'error',
    ],
    attributes: order => ({ 'data-purchase-order': order.number }),
    empty: (
      <EmptyState icon="document" title="No orders yet">
        <p>A purchase order is issued by itself when the last approver has approved a request.</p>
      </EmptyState>
    ),
    exported: [
      ['PO Number', order => order.number],
      ['Requisition', order => String(order.requisition ?? '')],
      ['Title', order => order.title],
      ['Supplier', order => order.supplier],
      ['Issued', order => order.issuedAt.toISOString()],
      ['Status', order => order.status],
      ['Transmission', order => order.transmissionStatus],
      ['Acknowledged at', order => order.acknowledgedAt?.toISOString() ?? ''],
      ['Total', order => order.total],
      ['Currency', order => order.currency],
    ],
  }
}

const columns: readonly ListColumn<PurchaseOrderSummary>[] = [
  {
    heading: 'Order',
    kind: 'lead',
    sort: 'number',
    cell: order => (
      <span class="break">
        <a href={orderPath(order.number)}>PO {order.number}</a>
        <br />
        <span class="soft small">{order.title}</span>
      </span>
    ),
  },
  { heading: 'Supplier', sort: 'supplier', cell: order => order.supplier },
  { heading: 'Issued', sort: 'issued', cell: order => <Moment at={order.issuedAt} /> },
  { heading: 'Status', sort: 'status', cell: order => <StatusPill status={order.status} /> },
  {
    heading: 'Transmission',
    sort: 'transmission',
    cell: order => <StatusPill status={order.transmissionStatus} />,
  },
  { heading: 'Acknowledged', cell: acknowledged },
  {
    heading: 'Total',
    kind: 'number',
    sort: 'total',
    cell: order => formatMoney(order.total, order.currency),
  },
]

/** Who was not told by cXML does not answer by cXML. */
function acknowledged({ acknowledgedAt, transmissionStatus }: PurchaseOrderSummary): string {
  if (acknowledgedAt !== undefined) return 'Yes'
  return transmissionStatus === 'sent_manually' ? '–' : 'Not yet'
}
