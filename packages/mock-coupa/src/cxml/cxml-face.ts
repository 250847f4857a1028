import type { Company } from '../company/company.js'
import type { RandomBytes } from '../control/ids.js'
import type { Clock } from '../control/time.js'
import type { Work } from '../control/work.js'
import type { ProcurementSystem } from '../systems/system.js'

/** What the cXML addresses need of the application. */
export interface CxmlFace {
  readonly clock: Clock
  readonly randomBytes: RandomBytes
  readonly company: () => Readonly<Company>
  readonly system: ProcurementSystem
  readonly publicUrl: () => string
  readonly transaction: <T>(change: (work: Work) => T) => T
  /** Told of what was no fault of the sender. */
  readonly onFault: (error: unknown) => void
}
