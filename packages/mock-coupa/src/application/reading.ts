import type { Company } from '../company/company.js'
import type { Database } from '../store/database.js'
import type { ProcurementSystem } from '../systems/system.js'

/** Where views read. */
export interface Reading {
  readonly db: Database
  readonly company: Readonly<Company>
  /** Who stands for whom depends on the time. */
  readonly now: Date
  readonly system: ProcurementSystem
}
