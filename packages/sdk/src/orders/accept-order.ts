import type { Buyer } from '../buyers/buyer.js'
import type { RequestDocument } from '../cxml/document.js'
import { type Status, statusText } from '../cxml/elements/status.js'
import { compareDecimals } from '../cxml/values/decimal.js'
import { CxmlError } from '../errors.js'
import type { StoreTransaction } from '../store/store.js'
import { cancelOrder } from './cancel-order.js'
import { type Comparison, compareWithRequests } from './compare-with-requests.js'
import type { Order, OrderLine, OrderStatus } from './order.js'
import { orderRequests, putOrderJobs } from './put-order-jobs.js'
import { type OrderContent, readOrder } from './read-order.js'

export interface ReceivedOrder {
  readonly buyer: Buyer
  readonly document: RequestDocument<'OrderRequest'>
  readonly now: Date
}

/**
 * `OrderRequest` → the order as it now stands, and what `Status` says about it. Everything happens in the caller's
 * transaction; a refusal is thrown and leaves nothing behind.
 *
 * `(buyer, orderID)` is the order, for ever. A higher version changes it; the same version with the same content is
 * the same message once more; anything else is refused with 409 and the first stands.
 */
export async function acceptOrder(tx: StoreTransaction, received: ReceivedOrder): Promise<Status> {
  const content = readOrder(received.document)
  const existing = await tx.order({ buyerId: received.buyer.id, orderID: content.orderID })
  if (content.type === 'delete') return deleteOrder(tx, { ...received, content, existing })
  if (existing === undefined) {
    const order = await assess(tx, { ...received, content, version: content.version ?? 1 })
    await tx.insertOrder(order)
    return done(tx, order, received.now)
  }
  return changeOrder(tx, { ...received, content, existing })
}

interface Reading extends ReceivedOrder {
  readonly content: OrderContent
}

interface Assessment extends Reading {
  readonly version: number
}

async function changeOrder(
  tx: StoreTransaction,
  reading: Reading & { readonly existing: Order },
): Promise<Status> {
  const { content, existing, document, now } = reading
  const same = isSameContent(content, existing)
  if (existing.status === 'cancelled' && (content.version ?? 0) <= existing.orderVersion) {
    throw conflict(
      `Order ${existing.orderID} was cancelled (version ${existing.orderVersion}); it stays cancelled`,
    )
  }
  if (same && (content.version ?? existing.orderVersion) === existing.orderVersion) return ok(existing)
  // Coupa sends updates without orderVersion: each is one more change.
  const version = content.version ?? (content.type === 'new' ? 1 : existing.orderVersion + 1)
  if (version <= existing.orderVersion) {
    throw conflict(
      `Order ${existing.orderID} stands at version ${existing.orderVersion} with other content; a change must be an update with a higher orderVersion`,
    )
  }
  if (existing.status === 'fulfilled') {
    const order: Order = same
      ? { ...existing, orderVersion: version, payloadID: document.payloadID }
      : await heldChange(tx, { ...reading, version })
    await tx.updateOrder(order)
    return done(tx, order, now)
  }
  const order = withProvided(await assess(tx, { ...reading, version }), existing)
  await tx.updateOrder(order)
  return done(tx, order, now)
}

/** Lines that were provided before the change, and that it left alone, are not provided again. */
function withProvided(order: Order, before: Order): Order {
  const lines = order.lines.map(line => {
    const same = before.lines.find(other => isSameLine(line, other))
    return same?.fulfilment === undefined ? line : { ...line, fulfilment: same.fulfilment }
  })
  return { ...order, lines, receivedAt: before.receivedAt }
}

/** What was provided already cannot be changed by a document alone. */
async function heldChange(
  tx: StoreTransaction,
  reading: Assessment & { readonly existing: Order },
): Promise<Order> {
  const order = withProvided(await assess(tx, reading), reading.existing)
  return { ...order, status: 'held', reason: 'The order was changed after it was fulfilled.' }
}

async function deleteOrder(
  tx: StoreTransaction,
  { content, existing, document, buyer, now }: Reading & { readonly existing: Order | undefined },
): Promise<Status> {
  if (existing !== undefined && content.version !== undefined && content.version < existing.orderVersion) {
    throw conflict(
      `Order ${existing.orderID} stands at version ${existing.orderVersion}; a delete of an older one is late`,
    )
  }
  if (existing?.status === 'cancelled') return ok(existing)
  const { payloadID } = document
  const reason = 'The buyer cancelled the order.'
  if (existing === undefined) {
    // A tombstone: a `new` that was overtaken by its own cancellation must find it.
    const version = content.version ?? 1
    const order = await assess(tx, { content, document, buyer, now, version })
    const tombstone: Order = { ...order, status: 'cancelled', reason }
    await tx.insertOrder(tombstone)
    return ok(tombstone)
  }
  const orderVersion = content.version ?? existing.orderVersion + 1
  return ok(await cancelOrder(tx, { ...existing, orderVersion, payloadID }, { reason, now }))
}

/** The order that a document asks for, held against what was offered. */
async function assess(
  tx: StoreTransaction,
  { content, document, buyer, now, version }: Assessment,
): Promise<Order> {
  const { deploymentMode } = document.request
  const comparison = await compareWithRequests(tx, content, { buyerId: buyer.id, deploymentMode, now })
  const status = statusOf(comparison, deploymentMode)
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
    lines: content.lines,
    status,
    ...(comparison.problems.length === 0 ? {} : { reason: comparison.problems.join(' ') }),
    requestIds: comparison.requests.map(({ id }) => id),
    requester,
    deploymentMode,
    receivedAt: now,
  }
}

function statusOf({ problems }: Comparison, deploymentMode: 'production' | 'test'): OrderStatus {
  if (deploymentMode === 'test') return 'test'
  return problems.length > 0 ? 'held' : 'accepted'
}

/** What follows from the order as it now stands is put in with it. */
async function done(tx: StoreTransaction, order: Order, now: Date): Promise<Status> {
  if (order.status === 'accepted' || order.status === 'test') await orderRequests(tx, order, now)
  await putOrderJobs(tx, order, now)
  return ok(order)
}

function isSameContent(content: OrderContent, order: Order): boolean {
  return (
    content.currency === order.currency &&
    compareDecimals(content.total, order.total) === 0 &&
    content.lines.length === order.lines.length &&
    content.lines.every((line, index) => {
      const other = order.lines[index]
      return other !== undefined && isSameLine(line, other)
    })
  )
}

function isSameLine(line: OrderLine, other: OrderLine): boolean {
  return (
    line.lineNumber === other.lineNumber &&
    line.supplierPartID === other.supplierPartID &&
    line.supplierPartAuxiliaryID === other.supplierPartAuxiliaryID &&
    line.unitOfMeasure === other.unitOfMeasure &&
    compareDecimals(line.quantity, other.quantity) === 0 &&
    compareDecimals(line.unitPrice, other.unitPrice) === 0
  )
}

const said: Record<OrderStatus, string> = {
  accepted: 'The order was received and is being fulfilled.',
  held: 'The order was received. It is held until a person has looked at it.',
  fulfilled: 'The order was received and is fulfilled.',
  failed: 'The order was received. A person is looking at it.',
  cancelled: 'The order is cancelled.',
  test: 'The order was received in test mode: nothing is provided and nothing is charged.',
}

function ok({ status }: Order): Status {
  return { code: '200', text: statusText(200), xmlLang: 'en-US', value: said[status] }
}

function conflict(message: string): CxmlError {
  return new CxmlError('ERR_CXML_CONFLICT', message, {
    path: '/cXML/Request/OrderRequest/OrderRequestHeader/@orderVersion',
  })
}
