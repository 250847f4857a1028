import { type Page, page, type Visit } from '../answer.js'
import { Card } from '../elements/card.js'
import { Facts } from '../elements/facts.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { PageHead } from '../elements/page-head.js'
import { Table } from '../elements/table.js'
import { orderPath } from '../paths.js'
import { AddressLines } from './address-lines.js'
import { supplierColumns, withoutPrices } from './order-lines.js'

/** Coupa's Supplier Print View: what the supplier is told, and nothing that is the company's own affair. */
export function showPrintView({ coupa, person, params }: Visit): Page {
  const order = coupa.purchaseOrder(person.login, params.number ?? '')
  return page({
    title: `Supplier Print View of purchase order ${order.number}`,
    section: 'orders',
    body: (
      <>
        <PageHead
          title={`Purchase Order #${order.number}`}
          lead={coupa.companyName()}
          crumbs={<a href={orderPath(order.number)}>Purchase order {order.number}</a>}
        />
        <div class="stack">
          <Card title="Order" id="order">
            <Facts
              facts={[
                ['Supplier', order.supplier.name],
                ['Version', String(order.version)],
                ['Order date', <Moment at={order.issuedAt} />],
                ['Requester', `${order.requestedBy.fullName}, ${order.requestedBy.email}`],
                ['Payment terms', order.paymentTerm],
                ['Shipping terms', order.shippingTerm],
                ['Ship to', <AddressLines address={order.shipTo} />],
                ['Attention', order.shipToAttention ?? order.requestedBy.fullName],
                ['Bill to', <AddressLines address={order.billTo} attention={order.billTo.attention} />],
              ]}
            />
          </Card>
          <Card title="Lines" id="lines" flush>
            <Table
              caption="Lines"
              rows={order.lines}
              columns={order.hidePrice ? withoutPrices(supplierColumns) : supplierColumns}
            />
            {!order.hidePrice && (
              <div class="table-foot">
                <span class="soft">Total</span>
                <span class="total">{formatMoney(order.total, order.currency)}</span>
              </div>
            )}
          </Card>
        </div>
      </>
    ),
  })
}
