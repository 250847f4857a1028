import type { LineToFulfil } from '../delivery/job.js'
import type { FulfilmentOutcome, Order, OrderLine } from '../orders/order.js'
import { type ConfirmationContext, putConfirmation } from '../orders/put-confirmation.js'
import { putLineJob, putNotice } from '../orders/put-order-jobs.js'
import { putShipNotice } from '../orders/put-ship-notice.js'
import { isAnswered, isEnded, isInWork, standingOf } from '../orders/standing.js'
import type { StoreTransaction } from '../store/store.js'

const day = 24 * 60 * 60 * 1000

export interface Recording extends ConfirmationContext {
  readonly outcome: FulfilmentOutcome
}

/**
 * Puts down what the marketplace did with a line, wherever the line stands by now: in the order, or among what a change
 * left behind. What was provided is never forgotten.
 */
export async function recordOutcome(
  tx: StoreTransaction,
  { buyerId, orderID, fulfilmentKey }: LineToFulfil,
  recording: Recording,
): Promise<void> {
  const order = await tx.order({ buyerId, orderID })
  if (order === undefined) return
  const line = order.lines.find(each => each.fulfilmentKey === fulfilmentKey)
  if (line === undefined) return recordFormer(tx, order, fulfilmentKey, recording)
  if (isEnded(line)) return
  const after = withOutcome(line, recording)
  const lines = order.lines.map(each => (each === line ? after : each))
  if (!isInWork(order)) return recordLate(tx, { ...order, lines }, after, recording)
  const status = standingOf(lines)
  const { reason, ...rest } = order
  const next: Order = {
    ...rest,
    lines,
    status,
    ...(status === 'failed' && reason !== undefined ? { reason } : {}),
  }
  await tx.updateOrder(next)
  await follow(tx, next, { line: after, before: line }, recording)
}

/** What follows from the end of a line: the buyer is told when there is something to say of every line. */
async function follow(
  tx: StoreTransaction,
  order: Order,
  { line, before }: { readonly line: OrderLine; readonly before: OrderLine },
  recording: Recording,
): Promise<void> {
  const { now } = recording
  if (!isEnded(line)) await putLineJob(tx, order, line, now)
  const isNews = isEnded(line) || before.backorder === undefined
  if (isNews && order.lines.every(isAnswered)) await putConfirmation(tx, order, recording, commentOf(order))
  await putShipNotice(tx, order, line, recording)
  if (order.status === 'fulfilled' || order.status === 'rejected') {
    await putNotice(tx, order, { kind: `order ${order.status}`, now })
  }
}

/** An order that is rejected as a whole has no lines to say it of. */
function commentOf({ status, lines }: Order): string | undefined {
  if (status !== 'rejected') return undefined
  return lines.map(({ lineNumber, refusal }) => `Line ${lineNumber}: ${refusal?.reason ?? ''}`).join(' ')
}

function withOutcome(line: OrderLine, { outcome, now }: Recording): OrderLine {
  const { failure: _, backorder, ...rest } = line
  if ('backordered' in outcome) {
    const { comment, until = new Date(now.getTime() + day) } = outcome.backordered
    return { ...rest, backorder: { comment, until, asked: (backorder?.asked ?? 0) + 1 } }
  }
  if ('refused' in outcome) return { ...rest, refusal: outcome.refused }
  return { ...rest, fulfilment: outcome }
}

/** The order was held or cancelled meanwhile. Who was told of a cancellation must hear that something was provided. */
async function recordLate(
  tx: StoreTransaction,
  order: Order,
  line: OrderLine,
  { now }: Recording,
): Promise<void> {
  await tx.updateOrder(order)
  if (order.status !== 'cancelled' || line.fulfilment === undefined) return
  await putNotice(tx, order, { kind: 'order cancelled', now, about: `line:${line.lineNumber}` })
}

async function recordFormer(
  tx: StoreTransaction,
  order: Order,
  fulfilmentKey: string,
  recording: Recording,
): Promise<void> {
  const formerLines = order.formerLines?.map(line =>
    line.fulfilmentKey === fulfilmentKey && !isEnded(line)
      ? { ...withOutcome(line, recording), orderVersion: line.orderVersion }
      : line,
  )
  if (formerLines !== undefined) await tx.updateOrder({ ...order, formerLines })
}
