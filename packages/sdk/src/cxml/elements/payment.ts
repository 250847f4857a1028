import { element } from '../grammar/element.js'
import { many, needed, optional, optionalAttribute } from '../grammar/fields.js'
import { type PostalAddress, postalAddress } from './contact.js'
import { type Money, money } from './money.js'
import { type Extrinsic, extrinsic } from './text.js'

/** `PCard`: a purchasing card. Its number pays: keep it out of logs and pages. */
export interface PCard {
  /** The DTD requires it. */
  readonly number?: string
  /** The DTD requires it. */
  readonly expiration?: string
  /** On the card. */
  readonly name?: string
  readonly postalAddress?: PostalAddress
}

/** `Payment`: what the order is paid with. */
export interface Payment {
  readonly pCard?: PCard
}

/** `DiscountPercent`. */
export interface DiscountPercent {
  /** `"2"` is 2 %, as sent. The DTD requires it. */
  readonly percent?: string
}

/** `DiscountAmount`. */
export interface DiscountAmount {
  readonly money: Money
}

/** `Discount`: what is taken off for paying in time, in one of two ways. */
export interface Discount {
  readonly discountPercent?: DiscountPercent
  readonly discountAmount?: DiscountAmount
}

/** `PaymentTerm`: when to pay. Without a discount it is the term of the full amount. */
export interface PaymentTerm {
  /** Days from the date of the invoice. The DTD requires it. */
  readonly payInNumberOfDays?: string
  readonly discount?: Discount
  /** (since cXML 1.2.028) */
  readonly extrinsics: readonly Extrinsic[]
}

export const pCard = element<PCard>('PCard', {
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
