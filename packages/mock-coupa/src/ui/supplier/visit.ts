import type { SentFile } from '../../comments/attachment.js'
import type { SignIn } from '../../sign-in/sign-in.js'
import type { SupplierName, SupplierPortal } from '../../supplier-portal.js'
import type { Answer } from '../answer.js'
import type { Fields } from '../fields.js'

/** What the portal stands on. */
export interface SupplierFace {
  readonly portal: SupplierPortal
  readonly signIn: SignIn
}

/** One request of somebody of a supplier who is signed in. */
export interface SupplierVisit {
  readonly portal: SupplierPortal
  readonly supplier: SupplierName
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly form: Fields
  readonly file?: SentFile
}

export type SupplierAction = (visit: SupplierVisit) => Answer | Promise<Answer>
