import { element } from '../grammar/element.js'
import {
  expected,
  expectedAttribute,
  many,
  needed,
  optional,
  optionalAttribute,
  ownText,
  unmodelled,
} from '../grammar/fields.js'
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

const taxDetail = element<TaxDetail>(
  'TaxDetail',
  {
    purpose: optionalAttribute(),
    category: expectedAttribute(),
    percentageRate: optionalAttribute(),
    isVatRecoverable: optionalAttribute({ expectedValues: ['yes'] }),
    taxPointDate: optionalAttribute(),
    paymentDate: optionalAttribute(),
    isTriangularTransaction: optionalAttribute({ expectedValues: ['yes'] }),
    exemptDetail: optionalAttribute({ since: '1.2.024', expectedValues: ['zeroRated', 'exempt'] }),
    taxableAmount: optional(element<Amount>('TaxableAmount', { money: needed(money) })),
    taxAmount: expected(element<Amount>('TaxAmount', { money: needed(money) })),
    taxLocation: optional(element<Name>('TaxLocation', { xmlLang: expectedAttribute(), value: ownText() })),
    TaxAdjustmentAmount: unmodelled,
    description: optional(description),
    TriangularTransactionLawReference: unmodelled,
    TaxRegime: unmodelled,
    TaxExemption: unmodelled,
    extrinsics: many(extrinsic, { since: '1.2.024' }),
  },
  ['taxedElement', 'isWithholdingTax', 'taxRateType', 'basePercentageRate', 'isIncludedInPrice'],
)

export const tax = element<Tax>('Tax', {
  money: expected(money),
  TaxAdjustmentAmount: unmodelled,
  description: expected(description),
  taxDetails: many(taxDetail, { since: '1.2.014' }),
  distributions: many(distribution, { since: '1.2.036' }),
  extrinsics: many(extrinsic, { since: '1.2.024' }),
})
