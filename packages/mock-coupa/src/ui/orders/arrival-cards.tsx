import type { Invoice } from '../../invoicing/invoice.js'
import type { PurchaseOrderView } from '../../orders.js'
import type { Receipt } from '../../receiving/receipt.js'
import type { ShipNotice } from '../../receiving/ship-notice-records.js'
import { Card } from '../elements/card.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { StatusPill } from '../elements/status-pill.js'
import { type Column, Table } from '../elements/table.js'
import { invoicePath, shipNoticePath } from '../paths.js'

/** What is on its way, what has arrived, and what it costs. Nothing of it: nothing is shown. */
export function ArrivalCards({ order }: { readonly order: PurchaseOrderView }) {
  return (
    <>
      {order.shipNotices.length > 0 && (
        <Card title="Ship notices" id="ship-notices" flush>
          <Table caption="Ship notices" rows={order.shipNotices} columns={noticeColumns} />
        </Card>
      )}
      {order.receipts.length > 0 && (
        <Card title="Receipts" id="receipts" flush>
          <Table caption="Receipts" rows={order.receipts} columns={receiptColumns(order)} />
        </Card>
      )}
      {order.invoices.length > 0 && (
        <Card title="Invoices" id="invoices" flush>
          <Table caption="Invoices" rows={order.invoices} columns={invoiceColumns} />
        </Card>
      )}
    </>
  )
}

const noticeColumns: readonly Column<ShipNotice>[] = [
  { heading: 'ASN', kind: 'lead', cell: ({ id, asnNumber }) => <a href={shipNoticePath(id)}>{asnNumber}</a> },
  { heading: 'Carrier', cell: notice => notice.carrier ?? '' },
  { heading: 'Tracking number', cell: notice => <span class="break">{notice.trackingNumber ?? ''}</span> },
  { heading: 'Expected', cell: ({ deliveryDate }) => deliveryDate && <Moment at={deliveryDate} /> },
  { heading: 'Status', cell: notice => <StatusPill status={notice.status} /> },
]

function receiptColumns(order: PurchaseOrderView): readonly Column<Receipt>[] {
  const lineOf = (receipt: Receipt) => order.lines.find(({ id }) => id === receipt.orderLine)
  return [
    { heading: 'Line', kind: 'lead', cell: receipt => lineOf(receipt)?.description ?? '' },
    { heading: 'Quantity', kind: 'number', cell: ({ quantity, uom }) => `${quantity} ${uom ?? ''}` },
    { heading: 'Date', cell: ({ transactionDate }) => <Moment at={transactionDate} /> },
    {
      heading: 'Status',
      cell: ({ status }) => <StatusPill status={status === 'voided' ? 'voided' : 'received'} />,
    },
  ]
}

const invoiceColumns: readonly Column<Invoice>[] = [
  {
    heading: 'Invoice #',
    kind: 'lead',
    cell: invoice => <a href={invoicePath(invoice.id)}>{invoice.invoiceNumber}</a>,
  },
  { heading: 'Date', cell: invoice => <Moment at={invoice.invoiceDate} /> },
  { heading: 'Status', cell: invoice => <StatusPill status={invoice.status} /> },
  {
    heading: 'Total',
    kind: 'number',
    cell: invoice => formatMoney(invoice.grossTotal, invoice.currency),
  },
]
