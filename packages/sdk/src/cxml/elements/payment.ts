import { element } from '../grammar/element.js'
import { many, needed, optional, optionalAttribute } from '../grammar/fields.js'
import { type PostalAddress, postalAddress } from './contact.js'
import { type Money, money } from './money.js'
import { type Extrinsic, extrinsic } from './text.js'

/** `PCard`: a purchasing card. */
export interface PCard {
  readonly number?: string
  readonly expiration?: string
  readonly name?: string
  readonly postalAddress?: PostalAddress
}

/** `Payment`. */
export interface Payment {
  readonly pCard?: PCard
}

/** `DiscountPercent`: `"2"` is 2 %, as sent. */
export interface DiscountPercent {
  readonly percent?: string
}

/** `DiscountAmount`. */
export interface DiscountAmount {
  readonly money: Money
}

/** `Discount`: one of the two. */
export interface Discount {
  readonly discountPercent?: DiscountPercent
  readonly discountAmount?: DiscountAmount
}

/** `PaymentTerm`. */
export interface PaymentTerm {
  readonly payInNumberOfDays?: string
  readonly discount?: Discount
  readonly extrinsics: readonly Extrinsic[]
}

const pCard = element<PCard>('PCard', {
  number: optionalAttribute(),
  expiration: optionalAttribute(),
  name: optionalAttribute(),
  postalAddress: optional(postalAddress),
})

export const payment = element<Payment>('Payment', { pCard: optional(pCard) })

const discount = element<Discount>('Discount', {
  discountPercent: optional(element<DiscountPercent>('DiscountPercent', { percent: optionalAttribute() })),
  discountAmount: optional(element<DiscountAmount>('DiscountAmount', { money: needed(money) })),
})

export const paymentTerm = element<PaymentTerm>('PaymentTerm', {
  payInNumberOfDays: optionalAttribute(),
  discount: optional(discount),
  extrinsics: many(extrinsic),
})
