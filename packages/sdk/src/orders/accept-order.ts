import type { Buyer } from '../buyers/buyer.js'
import type { Attachments } from '../cxml/attachments.js'
import type { RequestDocument } from '../cxml/document.js'
import { type Status, statusText } from '../cxml/elements/status.js'
import { compareDecimals } from '../cxml/values/decimal.js'
import { CxmlError } from '../errors.js'
import type { StoreTransaction } from '../store/store.js'
import { cancelOrder } from './cancel-order.js'
import { type Comparison, compareWithRequests } from './compare-with-requests.js'
import type { Order, OrderAttachment, OrderLine, OrderStatus } from './order.js'
import {
  areKnownFiles,
  areSameFiles,
  type BroughtFile,
  numbered,
  putFiles,
  readFiles,
} from './order-attachments.js'
import { orderRequests, putOrderJobs } from './put-order-jobs.js'
import { type OrderContent, readOrder } from './read-order.js'

export interface ReceivedOrder {
  readonly buyer: Buyer
  readonly document: RequestDocument<'OrderRequest'>
  /** The files that came with it, and where it refers to them. */
  readonly attachments: Attachments
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
  const files = readFiles(received.document, content.lines, received.attachments)
  const order = await applyOrder(tx, { ...received, content, files })
  return ok(order, received.attachments)
}

async function applyOrder(tx: StoreTransaction, reading: Reading): Promise<Order> {
  const { buyer, content, files, now } = reading
  const existing = await tx.order({ buyerId: buyer.id, orderID: content.orderID })
  if (content.type === 'delete') return deleteOrder(tx, { ...reading, existing })
  if (existing !== undefined) return changeOrder(tx, { ...reading, existing })
  const order = await assess(tx, { ...reading, version: content.version ?? 1 })
  await tx.insertOrder(order)
  await putFiles(tx, order, files)
  return followUp(tx, order, now)
}

interface Reading extends ReceivedOrder {
  readonly content: OrderContent
  readonly files: readonly BroughtFile[]
}

interface Assessment extends Reading {
  readonly version: number
}

async function changeOrder(
  tx: StoreTransaction,
  reading: Reading & { readonly existing: Order },
): Promise<Order> {
  const { content, existing, files, now } = reading
  const same = isSameContent(content, existing) && areSameFiles(files, existing.attachments)
  if (existing.status === 'cancelled' && (content.version ?? 0) <= existing.orderVersion) {
    throw conflict(
      `Order ${existing.orderID} was cancelled (version ${existing.orderVersion}); it stays cancelled`,
    )
  }
  if (same && (content.version ?? existing.orderVersion) === existing.orderVersion) return existing
  // Coupa sends updates without orderVersion: each is one more change.
  const version = content.version ?? (content.type === 'new' ? 1 : existing.orderVersion + 1)
  if (version <= existing.orderVersion) {
    throw conflict(
      `Order ${existing.orderID} stands at version ${existing.orderVersion} with other content; a change must be an update with a higher orderVersion`,
    )
  }
  const order = await changedOrder(tx, { ...reading, version }, same)
  await tx.updateOrder(order)
  await putFiles(tx, order, files)
  return followUp(tx, order, now)
}

async function changedOrder(
  tx: StoreTransaction,
  reading: Assessment & { readonly existing: Order },
  same: boolean,
): Promise<Order> {
  const { existing, document, files, version } = reading
  if (existing.status !== 'fulfilled') return withProvided(await assess(tx, reading), existing)
  if (!same) return heldChange(tx, reading)
  const { payloadID } = document
  return { ...existing, orderVersion: version, payloadID, ...withAttachments(numbered(files, version)) }
}

function withAttachments(attachments: readonly OrderAttachment[]): Pick<Order, 'attachments'> {
  return attachments.length === 0 ? {} : { attachments }
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
  reading: Reading & { readonly existing: Order | undefined },
): Promise<Order> {
  const { content, existing, document, files, now } = reading
  if (existing !== undefined && content.version !== undefined && content.version < existing.orderVersion) {
    throw conflict(
      `Order ${existing.orderID} stands at version ${existing.orderVersion}; a delete of an older one is late`,
    )
  }
  if (existing?.status === 'cancelled' && areKnownFiles(files, existing.attachments)) return existing
  const { payloadID } = document
  const reason = 'The buyer cancelled the order.'
  if (existing === undefined) {
    // A tombstone: a `new` that was overtaken by its own cancellation must find it.
    const version = content.version ?? 1
    const order = await assess(tx, { ...reading, version })
    const tombstone: Order = { ...order, status: 'cancelled', reason }
    await tx.insertOrder(tombstone)
    await putFiles(tx, tombstone, files)
    return tombstone
  }
  const orderVersion = content.version ?? existing.orderVersion + 1
  // What came with the order is still of it; what comes with its cancellation stands behind.
  const { attachments: before = [] } = existing
  const attachments = [...before, ...numbered(files, orderVersion, before)]
  const order: Order = { ...existing, orderVersion, payloadID, ...withAttachments(attachments) }
  const cancelled = await cancelOrder(tx, order, { reason, now })
  await putFiles(tx, cancelled, files)
  return cancelled
}

/** The order that a document asks for, held against what was offered. */
async function assess(
  tx: StoreTransaction,
  { content, document, files, buyer, now, version }: Assessment,
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
    ...withAttachments(numbered(files, version)),
  }
}

function statusOf({ problems }: Comparison, deploymentMode: 'production' | 'test'): OrderStatus {
  if (deploymentMode === 'test') return 'test'
  return problems.length > 0 ? 'held' : 'accepted'
}

/** What follows from the order as it now stands is put in with it. */
async function followUp(tx: StoreTransaction, order: Order, now: Date): Promise<Order> {
  if (order.status === 'accepted' || order.status === 'test') await orderRequests(tx, order, now)
  await putOrderJobs(tx, order, now)
  return order
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

/** What is missing in the message is the sender's to mend, so it is said. */
function ok({ status }: Order, { warnings }: Attachments): Status {
  const missing = warnings
    .filter(({ code }) => code === 'WARN_CXML_ATTACHMENT_MISSING')
    .slice(0, mostMissing)
    .map(({ message }) => message)
  return {
    code: '200',
    text: statusText(200),
    xmlLang: 'en-US',
    value: [said[status], ...missing].join(' '),
  }
}

/** So many a person reads. */
const mostMissing = 5

function conflict(message: string): CxmlError {
  return new CxmlError('ERR_CXML_CONFLICT', message, {
    path: '/cXML/Request/OrderRequest/OrderRequestHeader/@orderVersion',
  })
}
