import { element } from '../grammar/element.js'
import { needed, optional } from '../grammar/fields.js'
import { type Modifications, modifications } from './modification.js'
import { type Money, money } from './money.js'
import { type PricingConditions, pricingConditions } from './pricing-conditions.js'

/** `Total`: what everything costs. In a blanket order the most that the buyer commits to, not the sum of the lines. */
export interface Total {
  /** After all modifications. */
  readonly money: Money
  /** Allowances and charges on the whole document (since cXML 1.2.024). */
  readonly modifications?: Modifications
}

/** `UnitPrice`: the price of one unit of measure. */
export interface UnitPrice {
  /** After all modifications. */
  readonly money: Money
  /** Allowances and charges on the line (since cXML 1.2.024). */
  readonly modifications?: Modifications
  /** Prices by date and quantity (since cXML 1.2.048). What stands here is not repeated in `modifications`. */
  readonly pricingConditions?: PricingConditions
}

export const total = element<Total>('Total', {
  money: needed(money),
  modifications: optional(modifications),
})

export const unitPrice = element<UnitPrice>('UnitPrice', {
  money: needed(money),
  modifications: optional(modifications),
  pricingConditions: optional(pricingConditions),
})
