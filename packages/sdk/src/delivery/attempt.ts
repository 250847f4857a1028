import type { LogEntry } from '../log-entry.js'
import type { Store } from '../store/store.js'
import { DeliveryError } from './delivery-error.js'
import type { Job, JobStatus } from './job.js'
import { retryDelay } from './retry-schedule.js'

/**
 * Does the work of one job; throws when it did not work. What it writes down it writes in one transaction with the end of
 * the job (`settleJob`), only where the job is still this worker's, and says which of the two it was. `undefined`: it wrote
 * nothing, and the job is still to be ended.
 */
export type Perform = (job: Job, signal: AbortSignal) => Promise<'done' | 'lost' | undefined>

export interface AttemptContext {
  readonly store: Store
  readonly clock: () => Date
  readonly randomBytes: (length: number) => Uint8Array
  readonly perform: Perform
  /** Called when a job was given up, before it is marked dead. */
  readonly giveUp: (job: Job, problem: string) => Promise<void>
  /** Waits between the attempts at a job that has a schedule of its own. */
  readonly retries: (job: Job) => readonly number[] | undefined
  readonly log: (entry: LogEntry) => void
  /** Milliseconds that one attempt may take. */
  readonly attemptTimeout: number
}

/** A job belongs to its worker for so long, and longer while the worker says that it is at it. */
export const lease = 30_000
const heartbeat = 10_000

/** How an attempt ended. `lost`: another worker has the job now. */
export type AttemptEnd = JobStatus | 'lost'

/** Tries a job once. Never throws for what the job does. */
export async function attempt(context: AttemptContext, job: Job, stopping: AbortSignal): Promise<AttemptEnd> {
  const facts = { job: job.key, work: job.work.kind, attempt: job.attempts }
  const lost = new AbortController()
  const beating = setInterval(() => void beat(context, job, lost), heartbeat)
  const timeout = AbortSignal.timeout(context.attemptTimeout)
  try {
    const signal = AbortSignal.any([stopping, lost.signal, timeout])
    const end = (await brokenOff(context.perform(job, signal), signal)) ?? (await settleDone(context, job))
    if (end === 'done') context.log({ level: 'info', event: 'delivered', ...facts })
    else context.log({ level: 'warn', event: 'lease lost', ...facts })
    return end
  } catch (error) {
    const problem = problemOf(error, timeout, context)
    const end = await settleFailure(context, job, { problem, transient: isTransient(error) })
    const level = end === 'dead' ? 'error' : 'warn'
    context.log({ level, event: 'delivery failed', ...facts, status: end, problem })
    return end
  } finally {
    clearInterval(beating)
  }
}

/** Whoever ignores its signal is left behind: its job is done again, with the same key. */
async function brokenOff<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  let stop: () => void = () => undefined
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
    work.catch(() => undefined)
  }
}

async function beat({ store, clock, log }: AttemptContext, job: Job, lost: AbortController): Promise<void> {
  try {
    const leasedUntil = new Date(clock().getTime() + lease)
    const isOurs = await store.transaction(tx => tx.extendLease(job, leasedUntil))
    if (!isOurs) lost.abort(new DeliveryError('The job belongs to another worker now', { transient: true }))
  } catch (error) {
    // The next beat may get through; if none does, the lease runs out and the fence keeps this worker from writing.
    log({ level: 'warn', event: 'lease not prolonged', job: job.key, message: String(error) })
  }
}

function problemOf(error: unknown, timeout: AbortSignal, { attemptTimeout }: AttemptContext): string {
  if (timeout.aborted && error === timeout.reason) return `It took longer than ${attemptTimeout / 1000} s`
  return error instanceof Error ? error.message : String(error)
}

async function settleDone({ store }: AttemptContext, job: Job): Promise<AttemptEnd> {
  return (await store.transaction(tx => tx.settleJob(job, { status: 'done' }))) ? 'done' : 'lost'
}

async function settleFailure(
  { store, clock, randomBytes, retries, giveUp }: AttemptContext,
  job: Job,
  { problem, transient }: { readonly problem: string; readonly transient: boolean },
): Promise<AttemptEnd> {
  const delay = transient ? retryDelay(job.attempts, randomBytes, retries(job)) : undefined
  if (delay === undefined) {
    await giveUp(job, problem)
    const isOurs = await store.transaction(tx => tx.settleJob(job, { status: 'dead', problem }))
    return isOurs ? 'dead' : 'lost'
  }
  const dueAt = new Date(clock().getTime() + delay)
  const isOurs = await store.transaction(tx => tx.settleJob(job, { status: 'due', dueAt, problem }))
  return isOurs ? 'due' : 'lost'
}

/** Whatever the marketplace's own functions throw may work later. */
function isTransient(error: unknown): boolean {
  return error instanceof DeliveryError ? error.transient : true
}
