/** Work to be timed: done once each call. */
export type Contender = () => unknown

export interface Effort {
  readonly rounds: number
  /** Milliseconds of processor time that a round of one contender takes, about. */
  readonly roundTime: number
  /** Milliseconds of processor time that each contender runs before anything counts. */
  readonly warmUpTime: number
}

/** Operations in a second of processor time, round by round. */
export type Rounds = readonly number[]

/**
 * Times contenders side by side. Processor time is user and system, of all threads, garbage collection included: what
 * else runs on the machine counts little. Rounds are interleaved, so that what the machine does meanwhile is done to all.
 *
 * No collection is forced: V8 then forgets shapes and code that a running program keeps, and all become slower than they are.
 */
export function measure(contenders: readonly Contender[], effort: Effort): readonly Rounds[] {
  const lanes = contenders.map(run => ({ run, rounds: [] as number[] }))
  // Twice: what the second contender teaches the compiler may cost the first.
  for (const { run } of lanes) runFor(run, effort.warmUpTime / 2)
  const counted = lanes.map(({ run, rounds }) => {
    const perSecond = runFor(run, effort.warmUpTime / 2)
    return { run, rounds, count: Math.max(2, Math.round((perSecond * effort.roundTime) / 1000)) }
  })
  for (let round = 0; round < effort.rounds; round++) {
    for (const { run, rounds, count } of counted) rounds.push(runTimes(run, count))
  }
  return lanes.map(({ rounds }) => rounds)
}

/** Operations in a second of processor time, for at least as long as `time`. */
function runFor(run: () => unknown, time: number): number {
  const start = process.cpuUsage()
  for (let count = 1; ; count++) {
    run()
    const milliseconds = millisecondsSince(start)
    if (milliseconds >= time) return (count * 1000) / milliseconds
  }
}

function runTimes(run: () => unknown, count: number): number {
  const start = process.cpuUsage()
  for (let index = 0; index < count; index++) run()
  return (count * 1000) / millisecondsSince(start)
}

/** Of processor time, of all threads of this process. */
export function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

export function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5)
}

/** Half of the values lie no further from their median than this part of it. */
export function spreadOf(values: readonly number[]): number {
  return (quantileOf(values, 0.75) - quantileOf(values, 0.25)) / 2 / medianOf(values)
}

/** What `some` are of `others`, round by round: both were timed in the same ones. */
export function ratiosOf(some: Rounds, others: Rounds): readonly number[] {
  return some.map((value, round) => value / (others[round] ?? Number.NaN))
}

function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [below = 0, above = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return below + (above - below) * (place % 1)
}
