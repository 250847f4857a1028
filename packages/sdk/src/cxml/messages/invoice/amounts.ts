import { type Distribution, distribution } from '../../elements/distribution.js'
import { type Money, money } from '../../elements/money.js'
import type { Amount } from '../../elements/tax.js'
import { type Description, description } from '../../elements/text.js'
import { element } from '../../grammar/element.js'
import { many, needed, optional, optionalAttribute } from '../../grammar/fields.js'

/** `InvoiceDetailDiscount`: what is taken off. Positive; a negative one is a surcharge. */
export interface InvoiceDetailDiscount {
  /** Percent: `"2"` is 2 %. Not looked at in the summary where `isDiscountInLine` is set. */
  readonly percentageRate?: string
  readonly money: Money
  /** (since cXML 1.2.037) */
  readonly distributions: readonly Distribution[]
}

/** `SpecialHandlingAmount`: what special handling costs, on the whole invoice. */
export interface SpecialHandlingAmount {
  readonly money: Money
  readonly description?: Description
  /** (since cXML 1.2.037) */
  readonly distributions: readonly Distribution[]
}

/** `ShippingAmount`: what shipping costs, on the whole invoice. */
export interface ShippingAmount {
  readonly money: Money
  /** (since cXML 1.2.037) */
  readonly distributions: readonly Distribution[]
}

/** An element that gives its `Money` a meaning and has nothing else. */
export const amount = (name: string) => element<Amount>(name, { money: optional(money) })

export const subtotalAmount = amount('SubtotalAmount')
export const grossAmount = amount('GrossAmount')
export const totalCharges = amount('TotalCharges')
export const totalAllowances = amount('TotalAllowances')
export const totalAmountWithoutTax = amount('TotalAmountWithoutTax')
export const netAmount = amount('NetAmount')

export const invoiceDetailDiscount = element<InvoiceDetailDiscount>('InvoiceDetailDiscount', {
  percentageRate: optionalAttribute(),
  money: needed(money),
  distributions: many(distribution),
})

export const specialHandlingAmount = element<SpecialHandlingAmount>('SpecialHandlingAmount', {
  money: needed(money),
  description: optional(description),
  distributions: many(distribution),
})

export const shippingAmount = element<ShippingAmount>('ShippingAmount', {
  money: needed(money),
  distributions: many(distribution),
})
