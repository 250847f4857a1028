import type { PurchaseOrderSummary } from '../../purchase-orders/purchase-order.js'
import { Card } from '../elements/card.js'
import { formatMoney } from '../elements/money.js'
import { StatusPill } from '../elements/status-pill.js'
import { orderPath } from '../paths.js'

/** What this request became. */
export function OrdersCard({ orders }: { readonly orders: readonly PurchaseOrderSummary[] }) {
  if (orders.length === 0) return null
  return (
    <Card title={orders.length === 1 ? 'Purchase order' : 'Purchase orders'} id="orders" flush>
      <ul class="rows">
        {orders.map(order => (
          <li data-purchase-order={order.number}>
            <div class="grow">
              <a class="title" href={orderPath(order.number)}>
                PO {order.number}
              </a>
              <p class="soft small">{order.supplier}</p>
            </div>
            <div class="end">
              <StatusPill status={order.transmissionStatus} />
              <Acknowledged order={order} />
              <span class="number small">{formatMoney(order.total, order.currency)}</span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Who was not told by cXML does not answer by cXML. */
function Acknowledged({ order }: { readonly order: PurchaseOrderSummary }) {
  if (order.acknowledgedAt !== undefined) return <span class="small">Confirmed by the supplier</span>
  return order.transmissionStatus === 'sent_via_cxml' ? <span class="small">Not confirmed yet</span> : null
}
