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

/** How long to wait after this many attempts, in milliseconds; undefined: give up. */
export function retryDelay(attempts: number): number | undefined {
  return schedule[attempts - 1]
}
