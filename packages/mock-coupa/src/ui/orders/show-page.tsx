import { createHash } from 'node:crypto'
import type { Address } from '../../company/company.js'
import type { PurchaseOrderView } from '../../coupa.js'
import type { PurchaseOrderLine } from '../../purchase-orders/purchase-order.js'
import { type Page, page, type Redirect, redirect, type Version, type Visit } from '../answer.js'
import { AttachmentsCard } from '../comments/attachments-card.js'
import { CommentsCard } from '../comments/comments-card.js'
import { Card } from '../elements/card.js'
import { Facts } from '../elements/facts.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { PageHead } from '../elements/page-head.js'
import { StatusPill } from '../elements/status-pill.js'
import { type Column, Table } from '../elements/table.js'
import { HistoryCard } from '../elements/timeline.js'
import { attachmentPath, orderPath, paths, requisitionPath, tracePath } from '../paths.js'
import { ConfirmationCard } from './confirmation-card.js'
import { TransmissionCard } from './transmission-card.js'

export function showOrder({ coupa, person, params }: Visit): Page {
  const order = coupa.purchaseOrder(person.login, params.number ?? '')
  return page({
    title: `Purchase order ${order.number}`,
    section: 'orders',
    live: {
      path: `${orderPath(order.number)}/version`,
      version: versionOf(order),
      isAwaiting: order.acknowledgedAt === undefined,
    },
    body: <OrderBody order={order} />,
  })
}

export function orderVersion({ coupa, person, params }: Visit): Version {
  return { kind: 'version', version: versionOf(coupa.purchaseOrder(person.login, params.number ?? '')) }
}

export function resendOrder({ coupa, person, params }: Visit): Redirect {
  return redirect(orderPath(coupa.resend(person.login, params.number ?? '').number), 'resent')
}

function versionOf(order: PurchaseOrderView): string {
  return createHash('sha256').update(JSON.stringify(order)).digest('base64url').slice(0, 16)
}

function OrderBody({ order }: { readonly order: PurchaseOrderView }) {
  return (
    <div data-purchase-order={order.number}>
      <PageHead title={`Purchase order ${order.number}`} crumbs={<a href={paths.orders}>Orders</a>}>
        <StatusPill status={order.status} id="order-status" />
        {order.acknowledgedAt !== undefined && (
          <span class="pill pill-good" data-testid="acknowledged">
            {order.confirmations.length > 0 ? 'Confirmed' : 'Acknowledged'}
          </span>
        )}
        <span class="actions">
          {order.trace !== undefined && (
            <a class="button button-small" href={tracePath(order.trace)}>
              Trace
            </a>
          )}
        </span>
      </PageHead>
      <div class="columns">
        <div class="stack">
          <Card title="Lines" id="lines" flush>
            <Table caption="Lines" rows={order.lines} columns={columns} />
            <div class="table-foot">
              <span class="soft">Total</span>
              <span class="total">{formatMoney(order.total, order.currency)}</span>
            </div>
          </Card>
          <ConfirmationCard confirmations={order.confirmations} />
          <CommentsCard
            comments={order.comments}
            action={`${orderPath(order.number)}/comments`}
            withSupplier
          />
          <AttachmentsCard
            attachments={order.attachments}
            action={`${orderPath(order.number)}/attachments`}
            fileOf={attachmentPath}
          />
          <HistoryCard history={order.history} />
        </div>
        <div class="stack aside">
          <AboutOrder order={order} />
          <TransmissionCard order={order} />
        </div>
      </div>
    </div>
  )
}

const columns: readonly Column<PurchaseOrderLine>[] = [
  {
    heading: 'Item',
    kind: 'lead',
    cell: line => (
      <span class="break">
        {line.description}
        <br />
        <span class="soft small">
          {[line.sourcePartNum, line.manufacturerName, line.unspscCode && `UNSPSC ${line.unspscCode}`]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    ),
  },
  { heading: 'Quantity', kind: 'number', cell: line => `${line.quantity} ${line.uom}` },
  { heading: 'Price', kind: 'number', cell: line => formatMoney(line.unitPrice, line.currency) },
  { heading: 'Total', kind: 'number', cell: line => formatMoney(line.total, line.currency) },
]

function AboutOrder({ order }: { readonly order: PurchaseOrderView }) {
  const { segments } = order.account
  return (
    <Card title="About this order" id="about">
      <Facts
        facts={[
          ['Supplier', order.supplier.name],
          ['Requester', order.requestedBy.fullName],
          [
            'Request',
            order.requisition && (
              <a href={requisitionPath(order.requisition)}>Requisition {order.requisition}</a>
            ),
          ],
          ['Issued', <Moment at={order.issuedAt} />],
          ['Sent', order.sentAt && <Moment at={order.sentAt} />],
          ['Acknowledged', order.acknowledgedAt && <Moment at={order.acknowledgedAt} />],
          ['Version', String(order.version)],
          ['Ship to', <AddressLines address={order.shipTo} />],
          ['Bill to', <AddressLines address={order.billTo} />],
          ['Charged to', `${order.account.name} (${segments.map(({ id }) => id).join('-')})`],
        ]}
      />
    </Card>
  )
}

function AddressLines({ address }: { readonly address: Address }) {
  const town = [address.city, address.state, address.postalCode].filter(Boolean).join(', ')
  return (
    <span class="keep-lines">{[address.name, ...address.streets, town, address.country].join('\n')}</span>
  )
}
