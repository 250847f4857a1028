import type { Invoice } from '../../invoicing/invoice.js'
import { EmptyState } from '../elements/empty-state.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { StatusPill } from '../elements/status-pill.js'
import type { List, ListColumn } from '../lists/list.js'
import { invoicePath } from '../paths.js'

/** Invoices as a list below `path`. */
export function invoiceList(path: string): List<Invoice> {
  return {
    path,
    caption: 'Invoices',
    unit: ['invoice', 'invoices'],
    columns,
    statuses: [
      'draft',
      'pending_approval',
      'pending_receipt',
      'ap_hold',
      'disputed',
      'approved',
      'rejected',
      'abandoned',
      'voided',
    ],
    attributes: invoice => ({ 'data-invoice': String(invoice.id) }),
    empty: (
      <EmptyState icon="document" title="No invoices yet">
        <p>Suppliers send invoices by cXML, by the API or from their portal.</p>
      </EmptyState>
    ),
    exported: [
      ['Invoice #', invoice => invoice.invoiceNumber],
      ['Type', invoice => invoice.documentType],
      ['Supplier', invoice => invoice.supplier.name],
      ['Date', invoice => invoice.invoiceDate.toISOString()],
      ['Status', invoice => invoice.status],
      ['Paid', invoice => String(invoice.paid)],
      ['Total', invoice => invoice.grossTotal],
      ['Currency', invoice => invoice.currency],
    ],
  }
}

const columns: readonly ListColumn<Invoice>[] = [
  {
    heading: 'Invoice #',
    kind: 'lead',
    sort: 'number',
    cell: invoice => (
      <span class="break">
        <a href={invoicePath(invoice.id)}>{invoice.invoiceNumber}</a>
        {invoice.documentType === 'Credit Note' && <span class="soft small"> Credit Note</span>}
      </span>
    ),
  },
  { heading: 'Supplier', sort: 'supplier', cell: invoice => invoice.supplier.name },
  { heading: 'Date', sort: 'date', cell: invoice => <Moment at={invoice.invoiceDate} /> },
  { heading: 'Status', sort: 'status', cell: invoice => <StatusPill status={invoice.status} /> },
  { heading: 'Paid', cell: invoice => (invoice.paid ? 'Yes' : 'No') },
  {
    heading: 'Total',
    kind: 'number',
    sort: 'total',
    cell: invoice => formatMoney(invoice.grossTotal, invoice.currency),
  },
]
