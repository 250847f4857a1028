import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute, ownText } from '../grammar/fields.js'
import { type Address, address } from './contact.js'
import { type Comments, comments } from './text.js'

/** `Period`. */
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

/** `TermsOfDelivery` (since cXML 1.2.024). */
export interface TermsOfDelivery {
  readonly termsOfDeliveryCode?: CodedText
  readonly shippingPaymentMethod?: CodedText
  readonly transportTerms?: CodedText
  readonly address?: Address
  readonly comments: readonly Comments[]
}

export const period = element<Period>('Period', {
  startDate: optionalAttribute(),
  endDate: optionalAttribute(),
})

const codedText = (name: string) =>
  element<CodedText>(name, { code: optionalAttribute({ name: 'value' }), value: ownText() })

export const termsOfDelivery = element<TermsOfDelivery>('TermsOfDelivery', {
  termsOfDeliveryCode: optional(codedText('TermsOfDeliveryCode')),
  shippingPaymentMethod: optional(codedText('ShippingPaymentMethod')),
  transportTerms: optional(codedText('TransportTerms')),
  address: optional(address),
  comments: many(comments),
})
