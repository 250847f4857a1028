import type { LogEntry } from '../log-entry.js'

const many = 10
/** In milliseconds. */
const within = 10 * 60_000

/**
 * Counts who was not recognised, whoever it was: identities and addresses are what the one who tries chooses. Secrets are too
 * long to be guessed, so nobody is locked out, which would be a way to lock out others; somebody is told.
 */
export function createAlarm(context: {
  readonly clock: () => Date
  readonly log: (entry: LogEntry) => void
}): () => void {
  let times: readonly number[] = []
  return () => {
    const now = context.clock().getTime()
    times = [...times.filter(time => now - time < within), now]
    if (times.length < many) return
    times = []
    context.log({
      level: 'error',
      event: 'many not recognised',
      message: `${many} documents or calls within ${within / 60_000} minutes had a wrong secret or came from nobody who is known. A buyer may have changed its secret; or somebody tries.`,
    })
  }
}
