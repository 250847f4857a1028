import type { SendingHabits } from '../systems/system.js'

/** How an attempt to send an order ended. */
export type AttemptOutcome = 'sent' | 'server error' | 'no answer' | 'refused'

/**
 * When to try again after the latest attempt, in milliseconds; undefined: never. Each kind of failure has its own
 * count, so that a supplier that first is down and then answers 500 gets all five hours of Coupa.
 */
export function retryAfter(outcomes: readonly AttemptOutcome[], habits: SendingHabits): number | undefined {
  const schedule = {
    sent: undefined,
    refused: undefined,
    'server error': habits.afterServerError,
    'no answer': habits.afterNoAnswer,
  }
  const latest = outcomes.at(-1)
  const again = latest && schedule[latest]
  if (again === undefined) return undefined
  return outcomes.filter(outcome => outcome === latest).length <= again.retries ? again.wait : undefined
}
