import { type Buyer, modeOf } from '../buyers/buyer.js'
import type { Attachments } from '../cxml/attachments.js'
import type { RequestDocument } from '../cxml/document.js'
import type { DocumentIdentity } from '../delivery/job.js'
import { CxmlError } from '../errors.js'
import type { ReferenceContext } from '../requests/reference.js'
import type { StoreTransaction } from '../store/store.js'
import type { CatalogueFindings } from './check-offers.js'
import { type Comparison, compareWithRequests } from './compare-with-requests.js'
import type { Order, OrderAttachment, OrderStatus } from './order.js'
import { type BroughtFile, numbered } from './order-attachments.js'
import type { OnDifference } from './order-policy.js'
import type { OrderContent } from './read-order.js'

export interface OrderPolicy extends ReferenceContext {
  readonly onDifference: OnDifference
}

export interface ReceivedOrder extends OrderPolicy {
  readonly buyer: Buyer
  readonly document: RequestDocument<'OrderRequest'>
  /** The files that came with it, and where it refers to them. */
  readonly attachments: Attachments
  /** What the marketplace says of the offers today. */
  readonly catalogue: CatalogueFindings
  readonly now: Date
  /** Of a document to the buyer. */
  readonly envelope: () => DocumentIdentity
}

/** What was received, taken apart. */
export interface Reading extends ReceivedOrder {
  readonly content: OrderContent
  readonly files: readonly BroughtFile[]
}

export interface Assessment extends Reading {
  readonly version: number
  /** What it stood at before, of a change. */
  readonly existing?: Order | undefined
}

/** The order that a document asks for, held against what was offered. */
export async function assessOrder(tx: StoreTransaction, assessment: Assessment): Promise<Order> {
  const { content, document, files, buyer, now, version } = assessment
  const deploymentMode = modeOf(buyer, document.request.deploymentMode)
  const comparison = await compareWithRequests(tx, content, {
    ...assessment,
    buyerId: buyer.id,
    deploymentMode,
  })
  const requester =
    comparison.requests[0]?.shopper ?? (content.email === undefined ? {} : { email: content.email })
  return {
    buyerId: buyer.id,
    orderID: content.orderID,
    orderVersion: version,
    payloadID: document.payloadID,
    orderDate: content.orderDate,
    currency: content.currency,
    total: content.total,
    lines: comparison.lines,
    status: statusOf(comparison, assessment),
    ...(comparison.problems.length === 0 ? {} : { reason: comparison.problems.join(' ') }),
    requestIds: comparison.requests.map(({ id }) => id),
    requester,
    deploymentMode,
    receivedAt: now,
    ...withAttachments(numbered(files, version)),
  }
}

function statusOf({ problems }: Comparison, { buyer, document, onDifference }: Assessment): OrderStatus {
  if (modeOf(buyer, document.request.deploymentMode) === 'test') return 'test'
  if (problems.length === 0) return 'accepted'
  return onDifference === 'hold' ? 'held' : 'rejected'
}

/** `held`, with one reason more. An order in test mode stays what it is. */
export function hold(order: Order, reason: string): Order {
  if (order.status === 'test') return order
  return { ...order, status: 'held', reason: [reason, order.reason].filter(Boolean).join(' ') }
}

export function withAttachments(attachments: readonly OrderAttachment[]): Pick<Order, 'attachments'> {
  return attachments.length === 0 ? {} : { attachments }
}

export function conflict(message: string): CxmlError {
  return new CxmlError('ERR_CXML_CONFLICT', message, {
    path: '/cXML/Request/OrderRequest/OrderRequestHeader/@orderVersion',
  })
}
