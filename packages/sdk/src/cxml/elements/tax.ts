import { element } from '../grammar/element.js'
import { many, needed, optional, optionalAttribute, ownText } from '../grammar/fields.js'
import { type Distribution, distribution } from './distribution.js'
import { type Money, money } from './money.js'
import { type Description, description, type Extrinsic, extrinsic, type Name } from './text.js'

/** `TaxAmount`, `TaxableAmount`. */
export interface Amount {
  readonly money: Money
}

/** `TaxDetail`: one tax. `category` is free (`sales`, `vat`, …). */
export interface TaxDetail {
  readonly purpose?: string
  readonly category?: string
  /** As sent: `"8.25"` is 8.25 %. */
  readonly percentageRate?: string
  readonly isVatRecoverable?: string
  readonly taxPointDate?: string
  readonly paymentDate?: string
  readonly isTriangularTransaction?: string
  readonly exemptDetail?: string
  readonly taxableAmount?: Amount
  readonly taxAmount?: Amount
  /** Text in a language. */
  readonly taxLocation?: Name
  readonly description?: Description
  readonly extrinsics: readonly Extrinsic[]
}

/** `Tax`. */
export interface Tax {
  readonly money?: Money
  readonly description?: Description
  readonly taxDetails: readonly TaxDetail[]
  readonly distributions: readonly Distribution[]
  readonly extrinsics: readonly Extrinsic[]
}

const taxDetail = element<TaxDetail>('TaxDetail', {
  purpose: optionalAttribute(),
  category: optionalAttribute(),
  percentageRate: optionalAttribute(),
  isVatRecoverable: optionalAttribute(),
  taxPointDate: optionalAttribute(),
  paymentDate: optionalAttribute(),
  isTriangularTransaction: optionalAttribute(),
  exemptDetail: optionalAttribute(),
  taxableAmount: optional(element<Amount>('TaxableAmount', { money: needed(money) })),
  taxAmount: optional(element<Amount>('TaxAmount', { money: needed(money) })),
  taxLocation: optional(element<Name>('TaxLocation', { xmlLang: optionalAttribute(), value: ownText() })),
  description: optional(description),
  extrinsics: many(extrinsic),
})

export const tax = element<Tax>('Tax', {
  money: optional(money),
  description: optional(description),
  taxDetails: many(taxDetail),
  distributions: many(distribution),
  extrinsics: many(extrinsic),
})
