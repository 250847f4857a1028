import type { CompanyFile } from '../company/company-file.js'
import type { Network } from '../control/post.js'
import type { Database } from '../store/database.js'
import type { Transaction } from './unit-of-work.js'

/** Everything the application stands on. */
export interface Ground extends Network {
  readonly db: Database
  readonly companyFile: CompanyFile
  readonly transaction: Transaction
  readonly publicUrl: () => string
}
