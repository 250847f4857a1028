import type { DocumentIdentity } from '../delivery/job.js'
import type { PurchaseRequest } from '../requests/purchase-request.js'
import type { StoreTransaction } from '../store/store.js'
import type { Order, OrderLine } from './order.js'
import { putConfirmation } from './put-confirmation.js'
import { orderJobKey, putLineJob, putNotice } from './put-order-jobs.js'
import { rejectOrder } from './reject-order.js'
import { isAnswered, isEnded, standingOf } from './standing.js'

export interface StartContext {
  readonly now: Date
  /** Of a document to the buyer. */
  readonly envelope: () => DocumentIdentity
}

/** Gives an accepted order's lines the keys of the work on them, and says where it stands with what was done before. */
export function prepareOrder(order: Order): Order {
  if (order.status !== 'accepted') return order
  const lines = order.lines.map((line): OrderLine => {
    const fulfilmentKey = line.fulfilmentKey ?? orderJobKey(order, `line:${line.lineNumber}:fulfil`)
    return { ...line, fulfilmentKey }
  })
  return { ...order, lines, status: standingOf(lines) }
}

/** What follows from a prepared order as it now stands is put in with it. */
export async function startOrder(tx: StoreTransaction, order: Order, context: StartContext): Promise<Order> {
  const { now } = context
  if (order.status === 'held') await putNotice(tx, order, { kind: 'order held', now })
  if (order.status === 'held' || order.status === 'cancelled') return order
  if (order.status === 'rejected') return rejectOrder(tx, order, context)
  await orderRequests(tx, order, now)
  if (order.status === 'test') return order
  for (const line of order.lines) if (!isEnded(line)) await putLineJob(tx, order, line, now)
  const wasWorkDone = order.lines.some(isAnswered)
  // Nothing is left to be done of what the change left over, so nothing else will tell the buyer.
  if (!wasWorkDone || !order.lines.every(isAnswered) || isConfirmed(order)) return order
  return putConfirmation(tx, order, context)
}

/** A change that changed nothing was confirmed before. */
function isConfirmed({ confirmation, orderVersion }: Order): boolean {
  return confirmation?.orderVersion === orderVersion
}

/** The requests that became this order: no other order may use them. A test order uses up no real request. */
async function orderRequests(tx: StoreTransaction, order: Order, now: Date): Promise<void> {
  for (const id of order.requestIds) {
    const request = await tx.request(id)
    if (request === undefined || request.deploymentMode !== order.deploymentMode) continue
    await tx.updateRequest({ ...asOrdered(request, order.orderID, now), lines: usedLines(request, order) })
  }
}

/** Also what had expired, where a person let the order pass. Of several orders the first gives its number. */
function asOrdered(request: PurchaseRequest, orderID: string, now: Date): PurchaseRequest {
  if (request.status === 'ordered') return request
  const reason = `Ordered with purchase order ${orderID}.`
  return { ...request, status: 'ordered', orderID, reason, endedAt: now }
}

function usedLines({ id, lines }: PurchaseRequest, order: Order): PurchaseRequest['lines'] {
  const used = new Set(
    order.lines.flatMap(({ requested }) => (requested?.requestId === id ? [requested.lineNumber] : [])),
  )
  return lines.map(line =>
    line.orderID === undefined && used.has(line.lineNumber) ? { ...line, orderID: order.orderID } : line,
  )
}
