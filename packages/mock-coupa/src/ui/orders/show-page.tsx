import { createHash } from 'node:crypto'
import type { Confirmation } from '../../fulfillment/confirmation.js'
import type { PurchaseOrderView } from '../../orders.js'
import { type Page, page, type Version, type Visit } from '../answer.js'
import { AttachmentsCard } from '../comments/attachments-card.js'
import { CommentsCard } from '../comments/comments-card.js'
import { Card } from '../elements/card.js'
import { Facts } from '../elements/facts.js'
import { Icon } from '../elements/icon.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { PageHead } from '../elements/page-head.js'
import { StatusPill } from '../elements/status-pill.js'
import { Table } from '../elements/table.js'
import { HistoryCard } from '../elements/timeline.js'
import { attachmentPath, orderPath, paths, receivePath, requisitionPath, tracePath } from '../paths.js'
import { ActionsCard } from './actions-card.js'
import { AddressLines } from './address-lines.js'
import { ArrivalCards } from './arrival-cards.js'
import { type ChangeAttempt, ChangesCard } from './changes-card.js'
import { ConfirmationCard } from './confirmation-card.js'
import { buyerColumns } from './order-lines.js'
import { RevisionsCard } from './revisions-card.js'
import { TransmissionCard } from './transmission-card.js'

export function showOrder({ coupa, person, params }: Visit): Page {
  return orderPage(coupa.purchaseOrder(person.login, params.number ?? ''))
}

export function orderPage(order: PurchaseOrderView, attempt?: ChangeAttempt): Page {
  return page({
    title: `Purchase order ${order.number}`,
    section: 'orders',
    ...(attempt === undefined ? {} : { status: 422 }),
    live: {
      path: `${orderPath(order.number)}/version`,
      version: versionOf(order),
      isAwaiting: order.acknowledgedAt === undefined,
    },
    body: <OrderBody order={order} attempt={attempt} />,
  })
}

export function orderVersion({ coupa, person, params }: Visit): Version {
  return { kind: 'version', version: versionOf(coupa.purchaseOrder(person.login, params.number ?? '')) }
}

function versionOf(order: PurchaseOrderView): string {
  return createHash('sha256').update(JSON.stringify(order)).digest('base64url').slice(0, 16)
}

/** What waits for the buyer is not settled yet. */
function isAgreed({ status }: Confirmation): boolean {
  return status === 'accepted' || status === 'partially_accepted'
}

interface OrderBodyProps {
  readonly order: PurchaseOrderView
  readonly attempt: ChangeAttempt | undefined
}

function OrderBody({ order, attempt }: OrderBodyProps) {
  return (
    <div data-purchase-order={order.number}>
      <PageHead title={`Purchase order ${order.number}`} crumbs={<a href={paths.orders}>Orders</a>}>
        <StatusPill status={order.status} id="order-status" />
        {order.acknowledgedAt !== undefined && (
          <span class="pill pill-good" data-testid="acknowledged">
            {order.confirmations.some(isAgreed) ? 'Confirmed' : 'Acknowledged'}
          </span>
        )}
        <span class="actions">
          {order.may.receive && (
            <a class="button button-small" href={receivePath(order.number)}>
              <Icon name="box" />
              Receive
            </a>
          )}
          {order.may.requestChange && (
            <a class="button button-small" href={`${orderPath(order.number)}/changes/new`}>
              Request Change
            </a>
          )}
          <a class="button button-small" href={`${orderPath(order.number)}/print`}>
            Supplier Print View
          </a>
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
            <Table caption="Lines" rows={order.lines} columns={buyerColumns} />
            <div class="table-foot">
              <span class="soft">Total</span>
              <span class="total">{formatMoney(order.total, order.currency)}</span>
            </div>
          </Card>
          <ChangesCard changes={order.changes} attempt={attempt} />
          <ConfirmationCard order={order} />
          <ArrivalCards order={order} />
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
          <ActionsCard order={order} />
          <RevisionsCard order={order} />
        </div>
      </div>
    </div>
  )
}

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
          ['Internal revision', String(order.internalRevision)],
          ['Exported', order.exported ? 'Yes' : 'No'],
          ['Will be issued', order.issueAt && <Moment at={order.issueAt} />],
          ['Ship to', <AddressLines address={order.shipTo} />],
          ['Bill to', <AddressLines address={order.billTo} attention={order.billTo.attention} />],
          ['Charged to', `${order.account.name} (${segments.map(({ id }) => id).join('-')})`],
        ]}
      />
    </Card>
  )
}
