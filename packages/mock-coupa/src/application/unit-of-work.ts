import type { Company } from '../company/company.js'
import type { RandomBytes } from '../control/ids.js'
import type { Clock } from '../control/time.js'
import type { Work } from '../control/work.js'
import { follow, type Lifecycle } from '../lifecycle.js'
import type { Database } from '../store/database.js'
import type { ProcurementSystem } from '../systems/system.js'

export type Transaction = <T>(change: (work: Work) => T) => T

/** Makes every change one transaction: what is done, what follows by the lifecycle, and what must be sent for it. */
export function unitOfWork(by: {
  readonly db: Database
  readonly company: () => Readonly<Company>
  readonly system: ProcurementSystem
  readonly clock: Clock
  readonly randomBytes: RandomBytes
  readonly lifecycle: Lifecycle
  readonly onCommit: () => void
}): Transaction {
  return change => {
    const result = by.db.transaction(() => {
      const work: Work = {
        db: by.db,
        company: by.company(),
        system: by.system,
        now: by.clock(),
        randomBytes: by.randomBytes,
        emit: (kind, detail) => follow(by.lifecycle, { kind, detail }, work),
      }
      return change(work)
    })
    by.db.afterCommit(by.onCommit)
    return result
  }
}
