import type { Work } from '../delivery/job.js'
import type { StoreTransaction } from '../store/store.js'
import type { Order } from './order.js'

/** `buyer:order:version:what`: the same work of the same order version has the same key, whoever puts it in. */
export function orderJobKey(
  order: Pick<Order, 'buyerId' | 'orderID' | 'orderVersion'>,
  what: string,
): string {
  return `${order.buyerId}:order:${order.orderID}:${order.orderVersion}:${what}`
}

/** What an order that was just put down wants done. */
export async function putOrderJobs(tx: StoreTransaction, order: Order, now: Date): Promise<void> {
  const { buyerId, orderID, orderVersion } = order
  if (order.status === 'held') await putNotice(tx, order, { kind: 'order held', now })
  if (order.status !== 'accepted') return
  for (const { lineNumber, fulfilment } of order.lines) {
    if (fulfilment !== undefined) continue
    const work: Work = { kind: 'fulfil line', buyerId, orderID, orderVersion, lineNumber }
    await tx.insertJob({ key: orderJobKey(order, `line:${lineNumber}:fulfil`), work, dueAt: now })
  }
}

export async function putNotice(
  tx: StoreTransaction,
  order: Order,
  {
    kind,
    now,
  }: {
    readonly kind: 'order held' | 'order fulfilled' | 'order cancelled' | 'order failed'
    readonly now: Date
  },
): Promise<void> {
  const { buyerId, orderID } = order
  await tx.insertJob({
    key: orderJobKey(order, kind),
    work: { kind: 'notify', buyerId, notice: { kind, orderID } },
    dueAt: now,
  })
}

/** The requests that became this order: no other order may use them. A test order uses up no real request. */
export async function orderRequests(tx: StoreTransaction, order: Order, now: Date): Promise<void> {
  for (const id of order.requestIds) {
    const request = await tx.request(id)
    if (request?.status !== 'waiting' || request.deploymentMode !== order.deploymentMode) continue
    const reason = `Ordered with purchase order ${order.orderID}.`
    await tx.updateRequest({ ...request, status: 'ordered', orderID: order.orderID, reason, endedAt: now })
  }
}
