import type { DocumentIdentity, Job, LineToFulfil } from '../delivery/job.js'
import type { Fulfil, Order, OrderLine } from '../orders/order.js'
import { putNotice } from '../orders/put-order-jobs.js'
import { isEnded, isInWork, standingOf } from '../orders/standing.js'
import type { Store, StoreTransaction } from '../store/store.js'
import { recordOutcome } from './record-outcome.js'

export interface FulfilContext {
  readonly store: Store
  readonly clock: () => Date
  readonly fulfil: Fulfil
  /** `payloadID` and `timestamp` of a new document. */
  readonly envelope: () => DocumentIdentity
}

/**
 * Has the marketplace provide one line, and puts down that it did. Between the two the process may die: then the
 * marketplace is asked again with the same key, and must find what it did.
 */
export async function fulfilLine(
  { store, clock, fulfil, envelope }: FulfilContext,
  job: Job,
  work: LineToFulfil,
  signal: AbortSignal,
): Promise<'done' | 'lost' | undefined> {
  const begun = await store.transaction(tx => beginLine(tx, work, clock()))
  if (begun === undefined) return undefined
  const outcome = await fulfil({ ...begun, idempotencyKey: work.fulfilmentKey, signal })
  return store.transaction(async tx => {
    // Another worker may have taken the job meanwhile: then it writes down what the marketplace says, and not we.
    if (!(await tx.settleJob(job, { status: 'done' }))) return 'lost'
    await recordOutcome(tx, work, { outcome, now: clock(), envelope })
    return 'done'
  })
}

/** From here on the line may have been provided, whatever happens. Undefined: it is not wanted any more. */
async function beginLine(
  tx: StoreTransaction,
  work: LineToFulfil,
  now: Date,
): Promise<{ readonly order: Order; readonly line: OrderLine } | undefined> {
  const order = await tx.order(work)
  const line = order && wantedLine(order, work)
  if (order === undefined || line === undefined) return undefined
  if (line.begunAt !== undefined) return { order, line }
  const begun: OrderLine = { ...line, begunAt: now }
  const lines = order.lines.map(each => (each === line ? begun : each))
  const after: Order = { ...order, lines, status: standingOf(lines) }
  await tx.updateOrder(after)
  return { order: after, line: begun }
}

/** The order may have been changed, held or cancelled since the work was put in. */
function wantedLine(order: Order, work: LineToFulfil): OrderLine | undefined {
  return isInWork(order) ? order.lines.find(line => isWantedLine(line, work)) : undefined
}

/** Whether it is this line that the work is for, and there is still something to do. */
export function isWantedLine(line: OrderLine, { fulfilmentKey }: LineToFulfil): boolean {
  return line.fulfilmentKey === fulfilmentKey && !isEnded(line)
}

/** The marketplace could not provide a line, however often it was asked: a person has to look. The others go on. */
export async function failLine(
  tx: StoreTransaction,
  work: LineToFulfil,
  { problem, now }: { readonly problem: string; readonly now: Date },
): Promise<void> {
  const order = await tx.order(work)
  const line = order && wantedLine(order, work)
  if (order === undefined || line === undefined) return
  const lines = order.lines.map(each => (each === line ? { ...line, failure: problem } : each))
  const reason = `Line ${work.lineNumber} could not be provided: ${problem}`
  const failed: Order = { ...order, lines, status: standingOf(lines), reason }
  await tx.updateOrder(failed)
  await putNotice(tx, failed, { kind: 'order failed', now, about: `line:${work.lineNumber}` })
}
