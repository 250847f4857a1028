import type { PurchaseOrderLine } from '../../purchase-orders/purchase-order.js'
import type { SupplierOrder } from '../../supplier-portal.js'
import { type Page, page } from '../answer.js'
import { AttachmentList } from '../comments/attachments-card.js'
import { CommentList } from '../comments/comments-card.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { Facts } from '../elements/facts.js'
import { FileField, TextField } from '../elements/field.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { PageHead } from '../elements/page-head.js'
import { StatusPill } from '../elements/status-pill.js'
import { type Column, Table } from '../elements/table.js'
import { AddressLines } from '../orders/address-lines.js'
import { withoutPrices } from '../orders/order-lines.js'
import { AcknowledgeForm } from './acknowledge-form.js'
import { supplierAttachmentPath, supplierOrderPath, supplierPaths } from './paths.js'
import type { SupplierVisit } from './visit.js'

export function showSupplierOrder({ portal, supplier, params }: SupplierVisit): Page {
  const order = portal.order(supplier.id, params.number ?? '')
  return page({
    title: `Purchase order ${order.number}`,
    body: (
      <div data-purchase-order={order.number}>
        <PageHead title={`Purchase order ${order.number}`} crumbs={<a href={supplierPaths.orders}>Orders</a>}>
          <StatusPill status={order.status} id="order-status" />
          {order.acknowledgedAt !== undefined && <span class="pill pill-good">Acknowledged</span>}
          <span class="actions">
            {order.may.acknowledge && <AcknowledgeForm number={order.number} />}
            {order.may.invoice && (
              <a class="button button-small" href={`${supplierOrderPath(order.number)}/invoice`}>
                Create Invoice
              </a>
            )}
          </span>
        </PageHead>
        <div class="columns">
          <div class="stack">
            <Card title="Lines" id="lines" flush>
              <Table
                caption="Lines"
                rows={order.lines}
                columns={order.hidePrice ? withoutPrices(columns) : columns}
              />
              {order.total !== undefined && (
                <div class="table-foot">
                  <span class="soft">Total</span>
                  <span class="total">{formatMoney(order.total, order.currency)}</span>
                </div>
              )}
            </Card>
            <Comments order={order} />
            <Attachments order={order} />
          </div>
          <div class="stack aside">
            <About order={order} companyName={portal.companyName()} />
          </div>
        </div>
      </div>
    ),
  })
}

const columns: readonly Column<PurchaseOrderLine>[] = [
  {
    heading: 'Item',
    kind: 'lead',
    cell: line => (
      <span class="break">
        {line.description}
        <br />
        <span class="soft small">{line.sourcePartNum}</span>
      </span>
    ),
  },
  { heading: 'Quantity', kind: 'number', cell: line => [line.quantity, line.uom].filter(Boolean).join(' ') },
  { heading: 'Price', kind: 'number', cell: line => formatMoney(line.unitPrice, line.currency) },
  { heading: 'Total', kind: 'number', cell: line => formatMoney(line.total, line.currency) },
]

function Comments({ order }: { readonly order: SupplierOrder }) {
  return (
    <Card title="Comments" id="comments">
      <CommentList comments={order.comments} />
      <form class="form form-section" method="post" action={`${supplierOrderPath(order.number)}/comments`}>
        <Csrf />
        <TextField name="comments" label="Your comment to the buyer" lines={3} value="" required />
        <div class="actions">
          <button class="button" type="submit">
            Add Comment
          </button>
        </div>
      </form>
    </Card>
  )
}

function Attachments({ order }: { readonly order: SupplierOrder }) {
  return (
    <Card title="Attachments" id="attachments">
      <AttachmentList attachments={order.attachments} fileOf={supplierAttachmentPath} />
      <form
        class="form form-section"
        method="post"
        action={`${supplierOrderPath(order.number)}/attachments`}
        enctype="multipart/form-data"
      >
        <Csrf />
        <FileField name="file" label="File" required hint="5 MB at most. The buyer sees it." />
        <div class="actions">
          <button class="button" type="submit">
            Attach
          </button>
        </div>
      </form>
    </Card>
  )
}

function About({ order, companyName }: { readonly order: SupplierOrder; readonly companyName: string }) {
  return (
    <Card title="General info" id="about">
      <Facts
        facts={[
          ['Customer', companyName],
          ['Order Date', <Moment at={order.issuedAt} />],
          ['Revision', String(order.version)],
          ['Requester', order.requester.fullName],
          ['E-mail', order.requester.email || undefined],
          ['Acknowledged At', order.acknowledgedAt && <Moment at={order.acknowledgedAt} />],
          ['Ship to', <AddressLines address={order.shipTo} />],
          ['Bill to', <AddressLines address={order.billTo} attention={order.billTo.attention} />],
        ]}
      />
    </Card>
  )
}
