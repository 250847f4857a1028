/** How an attempt to bring a document to its receiver ended. */
export type AttemptOutcome = 'delivered' | 'unreachable' | 'refused'

const minute = 60_000

/** How long the receiver has for its answer, in milliseconds: what the standard's practice gives an order. */
export const answerLimit = 60_000

/** Unverified: SAP publishes no times. A document is in the network's hands for a day. */
const waits = [1, 5, 15, 60, 4 * 60, 8 * 60, 12 * 60].map(minutes => minutes * minute)

/** When to try again after so many attempts, in milliseconds; undefined: never. */
export function retryAfter(attempts: number): number | undefined {
  return waits[attempts - 1]
}
