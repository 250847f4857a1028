import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute, ownText } from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'
import { type Distribution, distribution } from './distribution.js'
import { type Money, money } from './money.js'
import { type Description, description, type Extrinsic, extrinsic, type Name } from './text.js'

/** An element that holds one amount of money and nothing else: `TaxAmount`, `TaxableAmount`, `DeductionAmount` and others. */
export interface Amount {
  /** The DTD requires it, and an amount in it; invoices come with an empty one. */
  readonly money?: Money
}

/** `TaxExemption` (since cXML 1.2.036): why no tax is due, where an authority wants that said. */
export interface TaxExemption {
  /** The authority's code. The DTD requires it. */
  readonly exemptCode?: string
  /** Text in a language. */
  readonly exemptReason?: Name
}

/** `TaxDetail`: one tax. */
export interface TaxDetail {
  /** What is taxed; free: `tax`, `shippingTax`, `specialHandlingTax`, `custom duty`. */
  readonly purpose?: string
  /** Free: `sales`, `vat`, `gst`, `withholdingTax`, … The DTD requires it. */
  readonly category?: string
  /** As sent: `"8.25"` is 8.25 %. */
  readonly percentageRate?: string
  /** Only `yes`. */
  readonly isVatRecoverable?: string
  /** When the tax is owed. */
  readonly taxPointDate?: string
  /** When it must be paid. */
  readonly paymentDate?: string
  /** Only `yes`: goods go from a first country to a third, the invoice by way of a second. */
  readonly isTriangularTransaction?: string
  /** `zeroRated` or `exempt`. */
  readonly exemptDetail?: string
  /** Only `yes`: the buyer keeps the tax back and pays it to the authority (since cXML 1.2.036). */
  readonly isWithholdingTax?: string
  /** Free. */
  readonly taxRateType?: string
  /** The percentage of the amount that is taxed at all, as sent. */
  readonly basePercentageRate?: string
  /** Only `yes`. */
  readonly isIncludedInPrice?: string
  readonly taxableAmount?: Amount
  /** The DTD requires it. */
  readonly taxAmount?: Amount
  /** Text in a language. */
  readonly taxLocation?: Name
  /** By how much this tax is adjusted; only in a `PaymentProposalRequest` (since cXML 1.2.048). */
  readonly taxAdjustmentAmount?: Amount
  readonly description?: Description
  /** The law on a triangular transaction, in a language. */
  readonly triangularTransactionLawReference?: Name
  /** The scheme under which the supplier is taxed (since cXML 1.2.028). */
  readonly taxRegime?: string
  readonly taxExemption?: TaxExemption
  readonly extrinsics: readonly Extrinsic[]
}

/** `Tax`: all tax on what it stands in; each single tax is a `TaxDetail`. */
export interface Tax {
  /** The DTD requires it. */
  readonly money?: Money
  /** By how much the tax is adjusted in all; only in a `PaymentProposalRequest` (since cXML 1.2.048). */
  readonly taxAdjustmentAmount?: Amount
  /** The DTD requires it. */
  readonly description?: Description
  readonly taxDetails: readonly TaxDetail[]
  /** (since cXML 1.2.036) */
  readonly distributions: readonly Distribution[]
  readonly extrinsics: readonly Extrinsic[]
}

const taxAdjustmentAmount = element<Amount>('TaxAdjustmentAmount', { money: optional(money) })

const textInLanguage = (name: string) =>
  element<Name>(name, { xmlLang: optionalAttribute(), value: ownText() })

const taxExemption = element<TaxExemption>('TaxExemption', {
  exemptCode: optionalAttribute(),
  exemptReason: optional(textInLanguage('ExemptReason')),
})

// TaxDetail/@taxedElement names the ID of an element, and none that has a type here has one: it stays in the tree.
const taxDetail = element<TaxDetail>('TaxDetail', {
  purpose: optionalAttribute(),
  category: optionalAttribute(),
  percentageRate: optionalAttribute(),
  isVatRecoverable: optionalAttribute(),
  taxPointDate: optionalAttribute(),
  paymentDate: optionalAttribute(),
  isTriangularTransaction: optionalAttribute(),
  exemptDetail: optionalAttribute(),
  isWithholdingTax: optionalAttribute(),
  taxRateType: optionalAttribute(),
  basePercentageRate: optionalAttribute(),
  isIncludedInPrice: optionalAttribute(),
  taxableAmount: optional(element<Amount>('TaxableAmount', { money: optional(money) })),
  taxAmount: optional(element<Amount>('TaxAmount', { money: optional(money) })),
  taxLocation: optional(textInLanguage('TaxLocation')),
  taxAdjustmentAmount: optional(taxAdjustmentAmount),
  description: optional(description),
  triangularTransactionLawReference: optional(textInLanguage('TriangularTransactionLawReference')),
  taxRegime: optional(textElement('TaxRegime')),
  taxExemption: optional(taxExemption),
  extrinsics: many(extrinsic),
})

export const tax = element<Tax>('Tax', {
  money: optional(money),
  taxAdjustmentAmount: optional(taxAdjustmentAmount),
  description: optional(description),
  taxDetails: many(taxDetail),
  distributions: many(distribution),
  extrinsics: many(extrinsic),
})
