import type { Store } from '../store/store.js'
import { DeliveryError } from './delivery-error.js'
import type { Job, JobStatus } from './job.js'
import { retryDelay } from './retry-schedule.js'

/** Does the work of one job; throws when it did not work. */
export type Perform = (job: Job, signal: AbortSignal) => Promise<void>

export interface DeliveryContext {
  readonly store: Store
  readonly clock: () => Date
  readonly perform: Perform
  /** Called when a job was given up, before it is marked dead. */
  readonly giveUp: (job: Job, problem: string) => Promise<void>
  readonly log: (entry: {
    readonly level: 'info' | 'warn' | 'error'
    readonly event: string
    readonly [field: string]: unknown
  }) => void
}

export interface Delivery {
  /** Does everything that is due now and returns how many jobs that was. */
  deliver(): Promise<number>
  /** Something may have become due. */
  wake(): void
  start(): void
  stop(): Promise<void>
}

/** A job belongs to its worker for so long; what one attempt may take. */
const lease = 90_000
/** Looks at the store at least so often: another process may have put something in. */
const longestSleep = 30_000
/** What is being done when the supplier stops may take so long to end; then it is broken off, to be done again. */
const graceful = 10_000
/** Jobs that one process does at the same time: a buyer that does not answer must not hold up the others. */
const parallel = 4

export function createDelivery(context: DeliveryContext): Delivery {
  let stopping = new AbortController()
  let running: Promise<unknown> | undefined
  let again = false
  let started = false
  let timer: NodeJS.Timeout | undefined

  async function deliver(): Promise<number> {
    const done = await Promise.all(
      Array.from({ length: parallel }, () =>
        drain(context, { signal: stopping.signal, isOver: () => running !== undefined && !started }),
      ),
    )
    return done.reduce((sum, count) => sum + count, 0)
  }

  async function run(): Promise<void> {
    do {
      again = false
      await deliver()
    } while (again && started)
    const next = await context.store.transaction(async tx => {
      await tx.removeExpired(context.clock())
      return tx.nextJobAt()
    })
    sleep(next)
  }

  function sleep(next: Date | undefined): void {
    if (!started) return
    const wait = next === undefined ? longestSleep : next.getTime() - context.clock().getTime()
    timer = setTimeout(wake, Math.min(Math.max(wait, 0), longestSleep))
    timer.unref()
  }

  function wake(): void {
    if (!started) return
    again = true
    if (running !== undefined) return
    clearTimeout(timer)
    running = run()
      .catch(error => {
        context.log({ level: 'error', event: 'delivery stopped short', message: String(error) })
        sleep(undefined)
      })
      .finally(() => {
        running = undefined
        if (again) wake()
      })
  }

  return {
    deliver,
    wake,
    start: () => {
      started = true
      stopping = new AbortController()
      wake()
    },
    stop: async () => {
      started = false
      clearTimeout(timer)
      const impatient = setTimeout(() => stopping.abort(), graceful)
      await running
      clearTimeout(impatient)
    },
  }
}

/** One due job after the other, until there is none or the supplier stops. */
async function drain(
  context: DeliveryContext,
  { signal, isOver }: { readonly signal: AbortSignal; readonly isOver: () => boolean },
): Promise<number> {
  let count = 0
  while (!isOver()) {
    const now = context.clock()
    const leasedUntil = new Date(now.getTime() + lease)
    const job = await context.store.transaction(tx => tx.claimJob({ now, leasedUntil }))
    if (job === undefined) break
    await attempt(context, job, signal)
    count += 1
  }
  return count
}

async function attempt(context: DeliveryContext, job: Job, signal: AbortSignal): Promise<void> {
  const facts = { job: job.key, work: job.work.kind, attempt: job.attempts }
  try {
    await context.perform(job, AbortSignal.any([signal, AbortSignal.timeout(lease)]))
    await context.store.transaction(tx => tx.settleJob(job, { status: 'done' }))
    context.log({ level: 'info', event: 'delivered', ...facts })
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    const status = await settleFailure(context, job, { problem, transient: isTransient(error) })
    context.log({
      level: status === 'dead' ? 'error' : 'warn',
      event: 'delivery failed',
      ...facts,
      status,
      problem,
    })
  }
}

async function settleFailure(
  { store, clock, giveUp }: DeliveryContext,
  job: Job,
  { problem, transient }: { readonly problem: string; readonly transient: boolean },
): Promise<JobStatus> {
  const delay = transient ? retryDelay(job.attempts) : undefined
  if (delay === undefined) {
    await giveUp(job, problem)
    await store.transaction(tx => tx.settleJob(job, { status: 'dead', problem }))
    return 'dead'
  }
  const dueAt = new Date(clock().getTime() + delay)
  await store.transaction(tx => tx.settleJob(job, { status: 'due', dueAt, problem }))
  return 'due'
}

/** Whatever the marketplace's own functions throw may work later. */
function isTransient(error: unknown): boolean {
  return error instanceof DeliveryError ? error.transient : true
}
