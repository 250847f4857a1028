/** Work to be timed: done once each call. */
export interface Contender {
  readonly name: string
  readonly run: () => unknown
}

/** How often a contender did its work in a second of processor time. */
export interface Rate {
  readonly name: string
  /** Of the rounds. */
  readonly median: number
  /** The slowest and the fastest round. */
  readonly range: readonly [number, number]
}

export interface Effort {
  readonly rounds: number
  /** Milliseconds of processor time that a round of one contender takes at least. */
  readonly roundTime: number
}

/**
 * Operations in a second of processor time (user and system, garbage collection included): what else runs on the machine
 * counts little. Rounds are interleaved, so that what the machine does meanwhile is done to all.
 */
export function measure(contenders: readonly Contender[], { rounds, roundTime }: Effort): readonly Rate[] {
  for (const { run } of contenders) runFor(run, roundTime)
  const rates = contenders.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, { run }] of contenders.entries()) rates[index]?.push(runFor(run, roundTime))
  }
  return contenders.map(({ name }, index) => {
    const sorted = (rates[index] ?? []).toSorted((a, b) => a - b)
    return { name, median: medianOf(sorted), range: [sorted[0] ?? 0, sorted.at(-1) ?? 0] }
  })
}

/** Runs in growing batches: asking for the time costs more than reading a small document. */
function runFor(run: () => unknown, roundTime: number): number {
  const start = process.cpuUsage()
  let count = 0
  for (let batch = 1; ; batch = Math.min(batch * 2, 64)) {
    for (let index = 0; index < batch; index++) run()
    count += batch
    const { user, system } = process.cpuUsage(start)
    const microseconds = user + system
    if (microseconds >= roundTime * 1000) return (count * 1_000_000) / microseconds
  }
}

/** Of numbers in order. */
export function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
