export type Clock = () => Date

/** The only way anything here waits. */
export interface Timers {
  /** Runs something once, later. Returns what cancels it. */
  after(milliseconds: number, run: () => void): () => void
}

/** setTimeout keeps its delay in 32 bits and fires at once beyond them. */
const longestDelay = 2 ** 31 - 1

export const systemTimers: Timers = {
  after(milliseconds, run) {
    const timer = setTimeout(run, Math.min(Math.max(milliseconds, 0), longestDelay))
    return () => clearTimeout(timer)
  },
}

/** Time that stands still until a test moves it. */
export interface ManualTime {
  readonly clock: Clock
  readonly timers: Timers
  /** Moves on, running every timer that becomes due at its own moment and in order. */
  advance(milliseconds: number): void
}

/**
 * A clock and timers for tests: pass both to `startMockCoupa`.
 *
 * @example
 * const time = manualTime(new Date('2026-03-02T09:00:00Z'))
 * const coupa = await startMockCoupa({ port: 0, clock: time.clock, timers: time.timers })
 * time.advance(60 * 60 * 1000)
 */
export function manualTime(start: Date): ManualTime {
  let now = start.getTime()
  const waiting = new Set<{ readonly at: number; readonly run: () => void }>()
  const nextUntil = (end: number) =>
    [...waiting].filter(timer => timer.at <= end).sort((one, other) => one.at - other.at)[0]
  return {
    clock: () => new Date(now),
    timers: {
      after(milliseconds, run) {
        const timer = { at: now + Math.max(milliseconds, 0), run }
        waiting.add(timer)
        return () => waiting.delete(timer)
      },
    },
    advance(milliseconds) {
      const end = now + milliseconds
      for (let timer = nextUntil(end); timer !== undefined; timer = nextUntil(end)) {
        waiting.delete(timer)
        now = Math.max(now, timer.at)
        timer.run()
      }
      now = end
    },
  }
}
