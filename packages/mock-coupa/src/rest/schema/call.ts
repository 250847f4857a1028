import type { CompanyFile } from '../../company/company-file.js'
import type { Clock } from '../../control/time.js'
import type { Work } from '../../control/work.js'
import type { Coupa } from '../../coupa.js'
import type { Database } from '../../store/database.js'

/** What the API stands on. */
export interface RestGround {
  readonly db: Database
  readonly coupa: Coupa
  readonly companyFile: CompanyFile
  readonly transaction: <T>(change: (work: Work) => T) => T
  readonly clock: Clock
  readonly randomBytes: (length: number) => Uint8Array
  readonly publicUrl: () => string
  readonly onFault: (error: unknown) => void
}

/** One authenticated request. */
export interface Call extends RestGround {
  /** The person that the client acts as: `created-by` of what it makes. */
  readonly login: string
  readonly scopes: ReadonlySet<string>
  readonly query: URLSearchParams
}
