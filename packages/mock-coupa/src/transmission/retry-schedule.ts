/** How an attempt to send an order ended. */
export type AttemptOutcome = 'sent' | 'server error' | 'no answer' | 'refused'

const minute = 60_000

/** How long Coupa waits for the supplier's answer, in milliseconds. Documented: cXML purchase orders. */
export const answerLimit = 60_000

/** How often a failure is tried again, and after what wait. Documented: 5XX, and the page on time-outs. */
const schedule = {
  'server error': { retries: 5, wait: 60 * minute },
  'no answer': { retries: 4, wait: 5 * minute },
  refused: { retries: 0, wait: 0 },
} as const

/**
 * When to try again after the latest attempt, in milliseconds; undefined: never. Each kind of failure has its own
 * count, so that a supplier that first is down and then answers 500 gets all five hours.
 */
export function retryAfter(outcomes: readonly AttemptOutcome[]): number | undefined {
  const latest = outcomes.at(-1)
  if (latest === undefined || latest === 'sent') return undefined
  const { retries, wait } = schedule[latest]
  return outcomes.filter(outcome => outcome === latest).length <= retries ? wait : undefined
}
