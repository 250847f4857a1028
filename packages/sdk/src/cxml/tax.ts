import type { Distribution } from './distribution.js'
import type { Money } from './money.js'
import type { Description, Extrinsic, Name } from './text.js'

/** `TaxDetail`: one tax. `category` is free (`sales`, `vat`, …). */
export interface TaxDetail {
  readonly purpose?: string
  readonly category: string
  /** A decimal string: `"8.25"` is 8.25 %. */
  readonly percentageRate?: string
  readonly isVatRecoverable?: string
  readonly taxPointDate?: string
  readonly paymentDate?: string
  readonly isTriangularTransaction?: string
  readonly exemptDetail?: string
  readonly taxableAmount?: { readonly money: Money }
  readonly taxAmount?: { readonly money: Money }
  /** Text in a language. */
  readonly taxLocation?: Name
  readonly description?: Description
  readonly extrinsics: readonly Extrinsic[]
}

/** `Tax`. */
export interface Tax {
  readonly money: Money
  readonly description?: Description
  readonly taxDetails: readonly TaxDetail[]
  readonly distributions: readonly Distribution[]
  readonly extrinsics: readonly Extrinsic[]
}
