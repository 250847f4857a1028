import type { OrderNoticeKind, Work } from '../delivery/job.js'
import type { StoreTransaction } from '../store/store.js'
import type { Order, OrderLine } from './order.js'

/** `buyer:order:version:what`: the same work of the same order version has the same key, whoever puts it in. */
export function orderJobKey(
  order: Pick<Order, 'buyerId' | 'orderID' | 'orderVersion'>,
  what: string,
): string {
  return `${order.buyerId}:order:${order.orderID}:${order.orderVersion}:${what}`
}

/** Has the marketplace asked to provide a line. Work that had ended, done or given up, begins anew. */
export async function putLineJob(
  tx: StoreTransaction,
  { buyerId, orderID }: Order,
  { lineNumber, fulfilmentKey = '', backorder }: OrderLine,
  now: Date,
): Promise<void> {
  const key = backorder === undefined ? fulfilmentKey : `${fulfilmentKey}:again:${backorder.asked}`
  const work: Work = { kind: 'fulfil line', buyerId, orderID, lineNumber, fulfilmentKey }
  const dueAt = backorder?.until !== undefined && backorder.until > now ? backorder.until : now
  const isNew = await tx.insertJob({ key, work, dueAt })
  if (!isNew) await tx.reviveJob(key, dueAt)
}

export async function putNotice(
  tx: StoreTransaction,
  order: Order,
  {
    kind,
    now,
    about,
  }: {
    readonly kind: OrderNoticeKind
    readonly now: Date
    /** What is new, where the same was told before. */
    readonly about?: string
  },
): Promise<void> {
  const { buyerId, orderID } = order
  await tx.insertJob({
    key: orderJobKey(order, about === undefined ? kind : `${kind}:${about}`),
    work: { kind: 'notify', buyerId, notice: { kind, orderID } },
    dueAt: now,
  })
}
