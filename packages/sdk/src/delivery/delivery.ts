import { type AttemptContext, type AttemptEnd, attempt, lease } from './attempt.js'

export interface DeliveryContext extends AttemptContext {
  /** Jobs that this process does at the same time: a buyer that does not answer must not hold up the others. */
  readonly concurrency: number
}

/** What this process has done since it started, by kind of work. */
export type Tally = Readonly<Record<string, Readonly<Record<AttemptEnd, number>>>>

export interface Delivery {
  /** Does everything that is due now and returns how many jobs that was. */
  deliver(): Promise<number>
  /** Something may have become due. */
  wake(): void
  start(): void
  /** Ends what is under way, and breaks off what does not end; it is done again, here or elsewhere. */
  stop(): Promise<void>
  /** Attempts since the start. */
  readonly tally: Tally
}

/** Looks at the store at least so often: another process may have put something in. */
const longestSleep = 30_000
/** What is being done when the supplier stops may take so long to end; then it is broken off, to be done again. */
const graceful = 10_000

export function createDelivery(context: DeliveryContext): Delivery {
  let stopping = new AbortController()
  let running: Promise<unknown> | undefined
  let again = false
  let started = false
  let timer: NodeJS.Timeout | undefined
  const tally: Record<string, Record<AttemptEnd, number>> = {}

  async function deliver(): Promise<number> {
    const done = await Promise.all(
      Array.from({ length: context.concurrency }, () =>
        drain(context, tally, { signal: stopping.signal, isOver: () => running !== undefined && !started }),
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
    tally,
  }
}

/** One due job after the other, until there is none or the supplier stops. */
async function drain(
  context: DeliveryContext,
  tally: Record<string, Record<AttemptEnd, number>>,
  { signal, isOver }: { readonly signal: AbortSignal; readonly isOver: () => boolean },
): Promise<number> {
  let count = 0
  while (!isOver()) {
    const now = context.clock()
    const leasedUntil = new Date(now.getTime() + lease)
    const job = await context.store.transaction(tx => tx.claimJob({ now, leasedUntil }))
    if (job === undefined) break
    const end = await attempt(context, job, signal)
    const ends = tally[job.work.kind] ?? { done: 0, due: 0, dead: 0, lost: 0 }
    tally[job.work.kind] = { ...ends, [end]: ends[end] + 1 }
    count += 1
  }
  return count
}
