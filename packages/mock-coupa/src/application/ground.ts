import type { CompanyFile } from '../company/company-file.js'
import type { Searching } from '../shopping/search.js'
import type { ProcurementSystem } from '../systems/system.js'
import type { Transaction } from './unit-of-work.js'

/** Everything the application stands on. */
export interface Ground extends Searching {
  readonly companyFile: CompanyFile
  readonly system: ProcurementSystem
  readonly transaction: Transaction
}
