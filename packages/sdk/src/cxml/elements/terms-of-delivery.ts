import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute, ownText } from '../grammar/fields.js'
import { type Address, address } from './contact.js'
import { type Comments, comments } from './text.js'

/** `Period`: from one point in time to another. The DTD requires both. */
export interface Period {
  readonly startDate?: string
  readonly endDate?: string
}

/** A text with the code that it stands for (`TermsOfDeliveryCode`, `ShippingPaymentMethod`, `TransportTerms`). */
export interface CodedText {
  /** The attribute `value`. */
  readonly code?: string
  readonly value: string
}

/** `TermsOfDelivery` (since cXML 1.2.024): who pays and answers for the goods from where on. */
export interface TermsOfDelivery {
  /** What the terms are about: `TransportCondition`, `PriceCondition`, … The DTD requires it. */
  readonly termsOfDeliveryCode?: CodedText
  /** Who pays: `Collect`, `PrepaidbySeller`, `AdvanceCollect`, … The DTD requires it. */
  readonly shippingPaymentMethod?: CodedText
  /** The Incoterm (`FreeCarrier`, `DeliveredDutyPaid`) or `Other`, which the text then explains. */
  readonly transportTerms?: CodedText
  /** The place that the terms name. */
  readonly address?: Address
  readonly comments: readonly Comments[]
}

export const period = element<Period>('Period', {
  startDate: optionalAttribute(),
  endDate: optionalAttribute(),
})

const codedText = (name: string) =>
  element<CodedText>(name, { code: optionalAttribute({ name: 'value' }), value: ownText() })

export const transportTerms = codedText('TransportTerms')

export const termsOfDelivery = element<TermsOfDelivery>('TermsOfDelivery', {
  termsOfDeliveryCode: optional(codedText('TermsOfDeliveryCode')),
  shippingPaymentMethod: optional(codedText('ShippingPaymentMethod')),
  transportTerms: optional(transportTerms),
  address: optional(address),
  comments: many(comments),
})
