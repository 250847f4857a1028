import type { Job } from '../../delivery/job.js'
import type { Store, StoreTransaction } from '../store.js'

/** A store that is new and empty, and short ways to use it. */
export interface Trial {
  readonly store: Store
  readonly inStore: <Result>(work: (tx: StoreTransaction) => Promise<Result>) => Promise<Result>
  /** Takes the job that is due so many seconds after ten o'clock, for 90 seconds. */
  readonly claim: (seconds: number) => Promise<Job | undefined>
}

/** What a store has to hold, by name; throws where it does not. */
export type Checks = Readonly<Record<string, (trial: Trial) => Promise<void>>>
