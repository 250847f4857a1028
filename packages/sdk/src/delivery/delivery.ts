import type { AttemptContext, AttemptEnd } from './attempt.js'
import { Slots, type Tally } from './slots.js'

export interface DeliveryContext extends AttemptContext {
  /** Jobs that this process does at the same time: a buyer that does not answer must not hold up the others. */
  readonly concurrency: number
}

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

/** Looks at the store at least so often: another process may have put something in, and cannot call. */
const longestSleep = 2_000
/** What has expired is swept out so often. */
const sweeping = 60_000
/** What is due and cannot be taken is just being taken by another. */
const shortestSleep = 20
/** What is being done when the supplier stops may take so long to end; then it is broken off, to be done again. */
const graceful = 10_000

export function createDelivery(context: DeliveryContext): Delivery {
  const { store, clock, log } = context
  const tally: Record<string, Record<AttemptEnd, number>> = {}
  let stopping = new AbortController()
  let running: Promise<void> | undefined
  let isStarted = false
  let ring: () => void = () => undefined
  let sweptAt = Number.NEGATIVE_INFINITY

  const newSlots = () =>
    new Slots(context, stopping.signal, (kind, end) => {
      const ends = tally[kind] ?? { done: 0, due: 0, dead: 0, lost: 0 }
      tally[kind] = { ...ends, [end]: ends[end] + 1 }
    })

  async function deliver(): Promise<number> {
    const slots = newSlots()
    for (;;) {
      await slots.fill(() => true)
      if (slots.areEmpty) return slots.ended
      await slots.oneEnds()
    }
  }

  async function run(): Promise<void> {
    const slots = newSlots()
    while (isStarted) {
      // Hung up before the store is looked at: what is put in meanwhile is not missed.
      const rung = new Promise<void>(resolve => {
        ring = resolve
      })
      const sleep = await slots
        .fill(() => isStarted)
        .then(() => untilNext(slots))
        .catch(failed)
      const alarm = setTimeout(ring, sleep)
      alarm.unref()
      // What could not be written down was logged; its lease brings it back.
      await Promise.race(slots.areEmpty ? [rung] : [rung, slots.oneEnds().catch(() => undefined)])
      clearTimeout(alarm)
    }
    await slots.allEnd()
  }

  function failed(error: unknown): number {
    log({ level: 'error', event: 'delivery stopped short', message: String(error) })
    return longestSleep
  }

  /** Milliseconds until something may be due. */
  async function untilNext(slots: Slots): Promise<number> {
    if (slots.areFull || !isStarted) return longestSleep
    const now = clock().getTime()
    if (now - sweptAt >= sweeping) {
      sweptAt = now
      await store.transaction(tx => tx.removeExpired(clock()))
    }
    const next = await store.read(tx => tx.nextJobAt())
    const wait = next === undefined ? longestSleep : next.getTime() - now
    return Math.min(Math.max(wait, shortestSleep), longestSleep)
  }

  return {
    deliver,
    tally,
    wake: () => ring(),
    start: () => {
      if (running !== undefined) return
      isStarted = true
      stopping = new AbortController()
      running = run()
    },
    stop: async () => {
      isStarted = false
      ring()
      const impatient = setTimeout(() => stopping.abort(), graceful)
      await running
      running = undefined
      clearTimeout(impatient)
    },
  }
}
