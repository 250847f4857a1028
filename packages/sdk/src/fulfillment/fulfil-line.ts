import type { DocumentIdentity } from '../delivery/job.js'
import type { Fulfil, Fulfilment, Order } from '../orders/order.js'
import { orderJobKey, putNotice } from '../orders/put-order-jobs.js'
import type { Store, StoreTransaction } from '../store/store.js'

export interface FulfilContext {
  readonly store: Store
  readonly clock: () => Date
  readonly fulfil: Fulfil
  /** `payloadID` and `timestamp` of a new document. */
  readonly envelope: () => DocumentIdentity
}

export interface LineToFulfil {
  readonly buyerId: string
  readonly orderID: string
  readonly orderVersion: number
  readonly lineNumber: number
}

/**
 * Has the marketplace provide one line, and puts down that it did. Between the two the process may die: then the
 * marketplace is asked again with the same key, and must find what it did.
 */
export async function fulfilLine(
  context: FulfilContext,
  work: LineToFulfil,
  attempt: { readonly idempotencyKey: string; readonly signal: AbortSignal },
): Promise<void> {
  const order = await context.store.read(tx => tx.order(work))
  const line = order?.lines.find(({ lineNumber }) => lineNumber === work.lineNumber)
  if (order === undefined || line === undefined || !isStillWanted(order, work)) return
  const fulfilment = await context.fulfil({ order, line, ...attempt })
  await context.store.transaction(tx => recordFulfilment(context, tx, { work, fulfilment }))
}

/** The order may have been changed or cancelled since the work was put in. */
function isStillWanted(order: Order, work: LineToFulfil): boolean {
  const line = order.lines.find(({ lineNumber }) => lineNumber === work.lineNumber)
  return (
    order.status === 'accepted' && order.orderVersion === work.orderVersion && line?.fulfilment === undefined
  )
}

async function recordFulfilment(
  { clock, envelope }: FulfilContext,
  tx: StoreTransaction,
  { work, fulfilment }: { readonly work: LineToFulfil; readonly fulfilment: Fulfilment },
): Promise<void> {
  const order = await tx.order(work)
  if (order === undefined || !isStillWanted(order, work)) return
  const lines = order.lines.map(line =>
    line.lineNumber === work.lineNumber ? { ...line, fulfilment } : line,
  )
  const complete = lines.every(line => line.fulfilment !== undefined)
  const after: Order = { ...order, lines, status: complete ? 'fulfilled' : 'accepted' }
  await tx.updateOrder(after)
  if (complete) await putFulfilled(tx, after, { now: clock(), identity: envelope() })
}

/** An order that is fulfilled is confirmed to the buyer, and its requester is told. */
async function putFulfilled(
  tx: StoreTransaction,
  order: Order,
  { now, identity }: { readonly now: Date; readonly identity: DocumentIdentity },
): Promise<void> {
  const { buyerId, orderID, payloadID } = order
  await tx.insertJob({
    key: orderJobKey(order, 'confirm'),
    work: {
      kind: 'confirm order',
      buyerId,
      orderID,
      confirmation: { type: 'accept', ...identity, orderPayloadID: payloadID },
    },
    dueAt: now,
  })
  await putNotice(tx, order, { kind: 'order fulfilled', now })
}

/** The marketplace could not provide a line, however often it was asked: a person has to look. */
export async function failOrder(
  tx: StoreTransaction,
  work: LineToFulfil,
  { problem, now }: { readonly problem: string; readonly now: Date },
): Promise<void> {
  const order = await tx.order(work)
  if (order === undefined || !isStillWanted(order, work)) return
  const reason = `Line ${work.lineNumber} could not be provided: ${problem}`
  const failed: Order = { ...order, status: 'failed', reason }
  await tx.updateOrder(failed)
  await putNotice(tx, failed, { kind: 'order failed', now })
}
