import { addDecimals, compareDecimals, multiplyDecimals } from '@punchloop/sdk/cxml'
import { CoupaError, type FieldProblem } from '../../errors.js'
import type { Invoice, InvoiceLine } from '../../invoicing/invoice.js'
import type { PurchaseOrderLine } from '../../purchase-orders/purchase-order.js'
import type { SupplierOrder } from '../../supplier-portal.js'
import { type ExportAnswer, type Page, page, type Redirect, redirect } from '../answer.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { EmptyState } from '../elements/empty-state.js'
import { TextField } from '../elements/field.js'
import { FormButtons } from '../elements/form-buttons.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { Notice } from '../elements/notice.js'
import { PageHead } from '../elements/page-head.js'
import { StatusPill } from '../elements/status-pill.js'
import { type Column, Table } from '../elements/table.js'
import { exportShortList, type ShortList, ShortListBody } from '../lists/short-list.js'
import { readNumber } from '../read-number.js'
import { supplierInvoicePath, supplierOrderPath, supplierPaths } from './paths.js'
import type { SupplierVisit } from './visit.js'

export function listSupplierInvoices({ portal, supplier, query }: SupplierVisit): Page {
  return page({
    title: 'Invoices',
    body: (
      <>
        <PageHead title="Invoices" lead="What you have invoiced, and what became of it." />
        <ShortListBody list={list} rows={portal.invoices(supplier.id)} query={query} />
      </>
    ),
  })
}

const listColumns: readonly Column<Invoice>[] = [
  {
    heading: 'Invoice #',
    kind: 'lead',
    cell: invoice => <a href={supplierInvoicePath(invoice.id)}>{invoice.invoiceNumber}</a>,
  },
  { heading: 'Date', cell: invoice => <Moment at={invoice.invoiceDate} /> },
  { heading: 'Status', cell: invoice => <StatusPill status={invoice.status} /> },
  { heading: 'Paid', cell: invoice => (invoice.paid ? 'Yes' : 'No') },
  {
    heading: 'Total',
    kind: 'number',
    cell: invoice => formatMoney(invoice.grossTotal, invoice.currency),
  },
]

const list: ShortList<Invoice> = {
  path: supplierPaths.invoices,
  caption: 'Invoices',
  unit: ['invoice', 'invoices'],
  columns: listColumns,
  empty: (
    <EmptyState icon="document" title="No invoices yet">
      <p>Open an order and choose Create Invoice.</p>
    </EmptyState>
  ),
  exported: [
    ['Invoice #', invoice => invoice.invoiceNumber],
    ['Date', invoice => invoice.invoiceDate.toISOString()],
    ['Status', invoice => invoice.status],
    ['Paid', invoice => String(invoice.paid)],
    ['Total', invoice => invoice.grossTotal],
    ['Currency', invoice => invoice.currency],
  ],
}

export function exportSupplierInvoices({ portal, supplier, query }: SupplierVisit): ExportAnswer {
  return exportShortList(list, portal.invoices(supplier.id), query)
}

export function showSupplierInvoice({ portal, supplier, params }: SupplierVisit): Page {
  const invoice = portal.invoice(supplier.id, readNumber(params.id, 'invoice'))
  return page({
    title: `Invoice ${invoice.invoiceNumber}`,
    body: (
      <>
        <PageHead
          title={`Invoice ${invoice.invoiceNumber}`}
          crumbs={<a href={supplierPaths.invoices}>Invoices</a>}
        >
          <StatusPill status={invoice.status} id="invoice-status" />
          {invoice.paid && <span class="pill pill-good">Paid</span>}
        </PageHead>
        {invoice.status === 'disputed' && (
          <Notice tone="bad">The customer disputes this invoice: {invoice.disputeReason}</Notice>
        )}
        <Card title="Lines" id="lines" flush>
          <Table caption="Lines" rows={invoice.lines} columns={lineColumns(invoice.currency)} />
          <div class="table-foot">
            <span class="soft">Total</span>
            <span class="total">{formatMoney(invoice.grossTotal, invoice.currency)}</span>
          </div>
        </Card>
      </>
    ),
  })
}

function lineColumns(currency: string): readonly Column<InvoiceLine>[] {
  return [
    { heading: 'Item', kind: 'lead', cell: line => <span class="break">{line.description}</span> },
    {
      heading: 'Quantity',
      kind: 'number',
      cell: line => [line.quantity, line.uom].filter(Boolean).join(' '),
    },
    { heading: 'Price', kind: 'number', cell: line => formatMoney(line.price, currency) },
    { heading: 'Total', kind: 'number', cell: line => formatMoney(line.total, currency) },
  ]
}

export function newSupplierInvoice({ portal, supplier, params }: SupplierVisit): Page {
  return form(portal.order(supplier.id, params.number ?? ''))
}

export function createSupplierInvoice(visit: SupplierVisit): Page | Redirect {
  const { portal, supplier, params, form: fields } = visit
  const order = portal.order(supplier.id, params.number ?? '')
  try {
    const { id } = portal.createInvoice(supplier.id, {
      number: order.number,
      invoiceNumber: fields.text('invoiceNumber'),
      quantities: Object.fromEntries(
        order.lines.map(({ lineNum }) => [lineNum, fields.text(`line-${lineNum}`)]),
      ),
    })
    return redirect(supplierInvoicePath(id), 'saved')
  } catch (error) {
    if (!(error instanceof CoupaError) || error.fields.length === 0) throw error
    return form(order, { problems: error.fields, said: fields.text })
  }
}

function openOf(line: PurchaseOrderLine): string {
  return addDecimals(line.quantity, multiplyDecimals(line.invoiced, '-1'))
}

function form(
  order: SupplierOrder,
  refused?: { readonly problems: readonly FieldProblem[]; readonly said: (name: string) => string },
): Page {
  const open = order.lines.filter(line => compareDecimals(openOf(line), '0') > 0)
  return page({
    title: `Invoice for order ${order.number}`,
    ...(refused === undefined ? {} : { status: 422 }),
    body: (
      <>
        <PageHead
          title="Create Invoice"
          crumbs={<a href={supplierOrderPath(order.number)}>Order {order.number}</a>}
        />
        {refused !== undefined && (
          <Notice tone="bad">{refused.problems.map(({ message }) => message).join(' ')}</Notice>
        )}
        {open.length === 0 ? (
          <Notice tone="good">Everything on this order has been invoiced.</Notice>
        ) : (
          <form class="card form" method="post" action={`${supplierOrderPath(order.number)}/invoice`}>
            <Csrf />
            <TextField
              name="invoiceNumber"
              label="Invoice #"
              required
              value={refused?.said('invoiceNumber') ?? ''}
            />
            {open.map(line => (
              <TextField
                name={`line-${line.lineNum}`}
                label={`${line.lineNum}. ${line.description}`}
                value={refused?.said(`line-${line.lineNum}`) ?? openOf(line)}
                hint={`${line.invoiced} of ${line.quantity} ${line.uom} invoiced, at ${formatMoney(line.unitPrice, line.currency)}`}
              />
            ))}
            <FormButtons submit="Submit" cancel={supplierOrderPath(order.number)} />
          </form>
        )}
      </>
    ),
  })
}
