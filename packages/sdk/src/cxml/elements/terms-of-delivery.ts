import { element } from '../grammar/element.js'
import { expected, expectedAttribute, many, optional, ownText } from '../grammar/fields.js'
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
  startDate: expectedAttribute(),
  endDate: expectedAttribute(),
})

const codedText = (name: string) =>
  element<CodedText>(name, { code: expectedAttribute({ name: 'value' }), value: ownText() })

export const termsOfDelivery = element<TermsOfDelivery>('TermsOfDelivery', {
  termsOfDeliveryCode: expected(codedText('TermsOfDeliveryCode')),
  shippingPaymentMethod: expected(codedText('ShippingPaymentMethod')),
  transportTerms: optional(codedText('TransportTerms')),
  address: optional(address),
  comments: many(comments),
})
