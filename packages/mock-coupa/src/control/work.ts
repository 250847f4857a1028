import type { Company } from '../company/company.js'
import type { Database } from '../store/database.js'
import type { ProcurementSystem } from '../systems/system.js'
import type { LifecycleEventKind, LifecycleEvents } from './event.js'

/** One change in the making: everything done with it is committed together or not at all. */
export interface Work {
  readonly db: Database
  /** The configuration as it stands now. Not to be changed here. */
  readonly company: Company
  /** Which procurement system this is: how it writes and what it takes. */
  readonly system: ProcurementSystem
  readonly now: Date
  readonly randomBytes: (length: number) => Uint8Array
  /** Says what happened; what follows from it happens in the same transaction. */
  emit<K extends LifecycleEventKind>(kind: K, event: LifecycleEvents[K]): void
}
