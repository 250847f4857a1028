import type { Clock, Timers } from './time.js'

/** A kind of work that waits in a table until it is due. */
export interface Duty {
  readonly name: string
  /** Ids of what is due at this time, longest due first. */
  due(now: Date): readonly number[]
  /** When the next of it becomes due after this time. */
  next(now: Date): Date | undefined
  /** Does one and stores the outcome, so that it is not due any more. Aborted, it leaves the row as it was. */
  perform(id: number, signal: AbortSignal): Promise<void>
}

export interface DueWork {
  /** Looks for due work now: to be called after every commit. */
  wake(): void
  /** Stops, giving up what is under way; its rows are still due at the next start. */
  stop(): Promise<void>
}

/** A duty that failed to store its outcome is not tried in a tight loop. */
const pauseAfterFault = 5_000

/** Does due work by the clock: rows decide, timers only wake. Runs of one row never overlap. */
export function createDueWork(by: {
  readonly duties: readonly Duty[]
  readonly clock: Clock
  readonly timers: Timers
  readonly onFault: (duty: string, error: unknown) => void
}): DueWork {
  const running = new Map<string, Promise<void>>()
  const pausedUntil = new Map<string, number>()
  const stopping = new AbortController()
  let cancelTimer = () => {}
  let isQueued = false

  const start = (duty: Duty, id: number) => {
    const key = `${duty.name} ${id}`
    if (running.has(key) || (pausedUntil.get(key) ?? 0) > by.clock().getTime()) return
    const run = duty
      .perform(id, stopping.signal)
      .catch((error: unknown) => {
        if (stopping.signal.aborted) return
        pausedUntil.set(key, by.clock().getTime() + pauseAfterFault)
        by.onFault(duty.name, error)
      })
      .finally(() => {
        running.delete(key)
        wake()
      })
    running.set(key, run)
  }

  const look = () => {
    isQueued = false
    if (stopping.signal.aborted) return
    cancelTimer()
    const now = by.clock()
    for (const duty of by.duties) for (const id of duty.due(now)) start(duty, id)
    const nexts = by.duties.map(duty => duty.next(now)?.getTime()).filter(time => time !== undefined)
    const pauses = [...pausedUntil.values()].filter(time => time > now.getTime())
    const soonest = Math.min(...nexts, ...pauses)
    if (Number.isFinite(soonest)) cancelTimer = by.timers.after(soonest - now.getTime(), wake)
  }

  /** In a microtask of its own: a commit inside a look must not start another look. */
  function wake(): void {
    if (isQueued) return
    isQueued = true
    queueMicrotask(look)
  }

  return {
    wake,
    async stop() {
      stopping.abort()
      cancelTimer()
      await Promise.allSettled(running.values())
    },
  }
}
