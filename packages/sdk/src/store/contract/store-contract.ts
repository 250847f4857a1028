import type { Store } from '../store.js'
import type { Checks, Trial } from './check.js'
import { at } from './examples.js'
import { jobs } from './jobs.js'
import { orders } from './orders.js'
import { records } from './records.js'
import { requests } from './requests.js'
import { sentDocuments } from './sent-documents.js'
import { transactions } from './transactions.js'

/** One thing that every store has to hold. */
export interface StorePromise {
  readonly name: string
  /** Opens a store, tries it, and closes it. Rejects with an `AssertionError` that shows both values where it fails. */
  run(): Promise<void>
}

const all: Checks = { ...records, ...requests, ...orders, ...sentDocuments, ...transactions, ...jobs }

/**
 * What every implementation of the port has to hold, for whichever test runner. `open` gives a new, empty store.
 *
 * @example
 * ```ts
 * for (const { name, run } of storeContract(() => myStore())) test(name, run)
 * ```
 */
export function storeContract(open: () => Store | Promise<Store>): readonly StorePromise[] {
  return Object.entries(all).map(([name, check]) => ({
    name,
    run: async () => {
      const store = await open()
      try {
        await check(trialOf(store))
      } finally {
        await store.close()
      }
    },
  }))
}

function trialOf(store: Store): Trial {
  const inStore: Trial['inStore'] = work => store.transaction(work)
  return {
    store,
    inStore,
    claim: seconds => inStore(tx => tx.claimJob({ now: at(seconds), leasedUntil: at(seconds + 90) })),
  }
}
