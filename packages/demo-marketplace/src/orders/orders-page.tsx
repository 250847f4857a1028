import type { Order, OrderStatus, SentDocument } from '@punchloop/sdk'
import type { Visitor } from '../accounts/visitor.js'
import { amountForPeople, quantityForPeople } from '../catalog/decimal.js'
import { foreignDayText, minuteText } from '../ui/dates.js'
import { Layout } from '../ui/layout.js'
import { StatusPill } from '../ui/status-pill.js'
import { SentDocuments } from './sent-documents.js'

/** An order and what was sent to the buyer about it, newest first. */
export interface OrderWithDocuments {
  readonly order: Order
  readonly documents: readonly SentDocument[]
}

interface OrdersPageProps {
  readonly visitor: Visitor
  readonly orders: readonly OrderWithDocuments[]
  readonly nameOfBuyer: (buyerId: string) => string
}

export function OrdersPage({ visitor, orders, nameOfBuyer }: OrdersPageProps) {
  const held = orders.filter(({ order }) => order.status === 'held')
  const others = orders.filter(({ order }) => order.status !== 'held')
  return (
    <Layout visitor={visitor} title="Orders" path="/orders">
      <div class="page-head">
        <div>
          <h1>Orders</h1>
          <p class="lead">
            Purchase orders are fulfilled by themselves. An order that does not agree with its request is held
            until you decide.
          </p>
        </div>
      </div>
      <section class="stack">
        <h2>Waiting for your decision</h2>
        {held.length === 0 && <p class="quiet">Nothing is held.</p>}
        {held.map(({ order, documents }) => (
          <OrderCard order={order} buyer={nameOfBuyer(order.buyerId)} documents={documents}>
            <DecisionForm order={order} csrfToken={visitor.csrfToken} />
          </OrderCard>
        ))}
      </section>
      <section class="stack section">
        <h2>All other orders</h2>
        {others.length === 0 && <p class="quiet">No order has come yet.</p>}
        {others.map(({ order, documents }) => (
          <OrderCard order={order} buyer={nameOfBuyer(order.buyerId)} documents={documents} />
        ))}
      </section>
    </Layout>
  )
}

const words: Record<OrderStatus, string> = {
  accepted: 'Waiting to be fulfilled',
  fulfilling: 'Being fulfilled',
  held: 'Held',
  fulfilled: 'Fulfilled',
  rejected: 'Turned down',
  failed: 'Failed',
  cancelled: 'Cancelled',
  test: 'Test, never fulfilled',
}

interface OrderCardProps extends OrderWithDocuments {
  readonly buyer: string
  readonly children?: ReturnType<typeof DecisionForm>
}

function OrderCard({ order, buyer, documents, children }: OrderCardProps) {
  const { requester } = order
  return (
    <article class="request panel" data-status={order.status} data-order={order.orderID}>
      <header>
        <h3>
          {order.orderID} of {buyer}
        </h3>
        <StatusPill status={order.status} text={words[order.status]} />
      </header>
      <p class="meta">
        <span class="amount">
          {order.currency} {amountForPeople(order.total)}
        </span>
        <span>ordered {foreignDayText(order.orderDate)}</span>
        <span>received {minuteText(order.receivedAt)}</span>
        {requester.email && <span>for {requester.email}</span>}
        <span>{order.confirmedAt ? `confirmed ${minuteText(order.confirmedAt)}` : 'not confirmed yet'}</span>
      </p>
      {order.reason && <p class="reason">{order.reason}</p>}
      <OrderLines order={order} />
      <Attachments order={order} />
      <SentDocuments documents={documents} />
      {children}
    </article>
  )
}

function OrderLines({ order }: { readonly order: Order }) {
  return (
    <div class="scroll">
      <table class="order-lines">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Description</th>
            <th scope="col" class="number">
              Quantity
            </th>
            <th scope="col" class="number">
              Unit price
            </th>
            <th scope="col">Subscription</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map(line => (
            <tr>
              <td>{line.lineNumber}</td>
              <td>{line.description}</td>
              <td class="number">
                {quantityForPeople(line.quantity)} {line.unitOfMeasure}
              </td>
              <td class="number">{amountForPeople(line.unitPrice)}</td>
              <td class="mono">{outcomeOf(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What the buyer sent along: terms, drawings. */
function Attachments({ order }: { readonly order: Order }) {
  const { attachments = [], buyerId, orderID } = order
  if (attachments.length === 0) return null
  return (
    <div class="attachments">
      <h4>Came with it</h4>
      <ul>
        {attachments.map(({ orderVersion, number, fileName, contentType, size, lineNumbers }) => {
          const query = new URLSearchParams({
            buyerId,
            orderID,
            orderVersion: String(orderVersion),
            number: String(number),
          })
          return (
            <li>
              <a href={`/orders/attachment?${query}`}>{fileName ?? `File ${number}`}</a>{' '}
              <span>
                {contentType.split(';')[0]}, {sizeForPeople(size)}
                {lineNumbers.length > 0 && `, of line ${lineNumbers.join(', ')}`}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function sizeForPeople(bytes: number): string {
  return bytes < 1024 ? `${bytes} bytes` : `${Math.ceil(bytes / 1024)} KB`
}

/** What has become of a line: its subscription, or why there is none yet. */
function outcomeOf({ fulfilment, backorder, refusal, failure }: Order['lines'][number]): string {
  if (fulfilment !== undefined) return fulfilment.reference
  if (refusal !== undefined) return `Turned down: ${refusal.reason}`
  if (failure !== undefined) return `Failed: ${failure}`
  return backorder === undefined ? '–' : `Later: ${backorder.comment}`
}

function DecisionForm({ order, csrfToken }: { readonly order: Order; readonly csrfToken: string }) {
  return (
    <form class="actions" method="post" action="/orders/decide">
      <input type="hidden" name="csrf" value={csrfToken} />
      <input type="hidden" name="buyerId" value={order.buyerId} />
      <input type="hidden" name="orderID" value={order.orderID} />
      <label class="field">
        Reason
        <input type="text" name="reason" maxlength={200} required placeholder="What the buyer will read" />
      </label>
      <button type="submit" name="decision" value="accept" class="button primary">
        Accept as it stands
      </button>
      <button type="submit" name="decision" value="cancel" class="button danger">
        Turn it down
      </button>
    </form>
  )
}
