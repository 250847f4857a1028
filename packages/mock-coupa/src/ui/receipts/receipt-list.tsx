import type { ReceiptView } from '../../receiving/receipt.js'
import { EmptyState } from '../elements/empty-state.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { StatusPill } from '../elements/status-pill.js'
import type { List, ListColumn } from '../lists/list.js'
import { orderPath, voidReceiptPath } from '../paths.js'

/** Receipts as a list below `path`. */
export function receiptList(path: string): List<ReceiptView> {
  return {
    path,
    caption: 'Receipts',
    unit: ['receipt', 'receipts'],
    columns,
    statuses: ['created', 'voided'],
    attributes: receipt => ({ 'data-receipt': String(receipt.id) }),
    empty: (
      <EmptyState icon="box" title="Nothing has been received yet">
        <p>Open a purchase order to say what has arrived.</p>
      </EmptyState>
    ),
    exported: [
      ['Receipt', receipt => String(receipt.id)],
      ['PO Number', receipt => receipt.orderNumber],
      ['Line', receipt => String(receipt.lineNum)],
      ['Item', receipt => receipt.description],
      ['Supplier', receipt => receipt.supplier],
      ['Type', receipt => receipt.type],
      ['Status', receipt => receipt.status],
      ['Quantity', receipt => receipt.quantity],
      ['Total', receipt => receipt.total],
      ['Currency', receipt => receipt.currency],
      ['Date', receipt => receipt.transactionDate.toISOString()],
    ],
  }
}

const columns: readonly ListColumn<ReceiptView>[] = [
  {
    heading: 'Item',
    kind: 'lead',
    cell: receipt => (
      <span class="break">
        {receipt.description}
        <br />
        <span class="soft small">
          <a href={orderPath(receipt.orderNumber)}>Order {receipt.orderNumber}</a>, line {receipt.lineNum} ·{' '}
          {receipt.supplier}
        </span>
      </span>
    ),
  },
  { heading: 'Quantity', kind: 'number', cell: ({ quantity, uom }) => `${quantity} ${uom ?? ''}` },
  {
    heading: 'Total',
    kind: 'number',
    sort: 'total',
    cell: ({ total, currency }) => formatMoney(total, currency),
  },
  { heading: 'Date', sort: 'date', cell: ({ transactionDate }) => <Moment at={transactionDate} /> },
  {
    heading: 'Status',
    sort: 'status',
    cell: ({ status }) => <StatusPill status={status === 'voided' ? 'voided' : 'received'} />,
  },
  {
    heading: '',
    cell: receipt =>
      receipt.may.void && (
        <a href={voidReceiptPath(receipt.id)}>
          Void<span class="unseen"> the receipt of {receipt.description}</span>
        </a>
      ),
  },
]
