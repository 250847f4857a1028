import type { PostalAddress } from './contact.js'
import type { Money } from './money.js'
import type { Extrinsic } from './text.js'

/** `PCard`: a purchasing card. */
export interface PCard {
  readonly number: string
  readonly expiration: string
  readonly name?: string
  readonly postalAddress?: PostalAddress
}

/** `Payment`. */
export interface Payment {
  readonly pCard?: PCard
}

/** `Discount`: one of the two. */
export interface Discount {
  /** `percent` is a decimal string. */
  readonly discountPercent?: { readonly percent: string }
  readonly discountAmount?: { readonly money: Money }
}

/** `PaymentTerm`. */
export interface PaymentTerm {
  readonly payInNumberOfDays: string
  readonly discount?: Discount
  readonly extrinsics: readonly Extrinsic[]
}
