const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Waits between attempts, in milliseconds; after the last the job is given up. */
const schedule = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  // cXML: a transport error is tried again for at least six hours, ten times an hour apart being the usual.
  ...Array.from({ length: 10 }, () => hour),
] as const

/** So much of a wait is left to chance: those that failed together do not come back together. */
const jitter = 0.2

/** How long to wait after this many attempts, in milliseconds, at most as long as the schedule says; undefined: give up. */
export function retryDelay(
  attempts: number,
  randomBytes: (length: number) => Uint8Array,
  waits: readonly number[] = schedule,
): number | undefined {
  const longest = waits[attempts - 1]
  if (longest === undefined) return undefined
  const [chance = 0] = randomBytes(1)
  return Math.round(longest * (1 - (jitter * chance) / 255))
}
