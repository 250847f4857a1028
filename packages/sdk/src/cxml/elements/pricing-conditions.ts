import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute } from '../grammar/fields.js'
import { type Percentage, percentage } from './modification.js'
import { type Money, money } from './money.js'

/*
 * PricingConditions holds ValidityPeriods, those hold ConditionTypes, those hold Scales: by date, by kind of cost, by
 * quantity.
 */

/** `CostTermValue`: what a condition adds or takes off, as an amount or in percent. */
export interface CostTermValue {
  readonly money?: Money
  readonly percentage?: Percentage
}

/** `Scale`: the cost from one quantity, up to one, or both, as `scaleType` says. */
export interface Scale {
  /** Quantities, as sent. */
  readonly from?: string
  readonly to?: string
  /** The DTD requires one. */
  readonly costTermValues: readonly CostTermValue[]
}

/** `Scales`: costs by the quantity that is ordered, which is the only basis there is. */
export interface Scales {
  /** `From`, `To` or `Graduated` (both ends are given). The DTD requires it. */
  readonly scaleType?: string
  /** The DTD requires one. */
  readonly scales: readonly Scale[]
}

/** `ConditionType`: one term of the price. */
export interface ConditionType {
  /** `Price`, `Discount`, `Surcharge` and the like. The DTD requires it. */
  readonly name?: string
  /** Where no scale applies. */
  readonly costTermValue?: CostTermValue
  readonly scales?: Scales
}

/** `ConditionTypes`. */
export interface ConditionTypes {
  /** The DTD requires one. */
  readonly conditionTypes: readonly ConditionType[]
}

/** `ValidityPeriod`: the terms that hold from one date to another. */
export interface ValidityPeriod {
  /** The DTD requires both. */
  readonly from?: string
  readonly to?: string
  /** The DTD requires it. */
  readonly conditionTypes?: ConditionTypes
}

/** `ValidityPeriods`. */
export interface ValidityPeriods {
  /** The DTD requires one. */
  readonly validityPeriods: readonly ValidityPeriod[]
}

/** `PricingConditions` (since cXML 1.2.048): a line's price by date and quantity, as agreed. */
export interface PricingConditions {
  /** The DTD requires it. */
  readonly validityPeriods?: ValidityPeriods
}

const costTermValue = element<CostTermValue>('CostTermValue', {
  money: optional(money),
  percentage: optional(percentage),
})

const scale = element<Scale>('Scale', {
  from: optionalAttribute(),
  to: optionalAttribute(),
  costTermValues: many(costTermValue),
})

const scales = element<Scales>('Scales', {
  scaleType: optionalAttribute(),
  scales: many(scale),
})

const conditionType = element<ConditionType>('ConditionType', {
  name: optionalAttribute(),
  costTermValue: optional(costTermValue),
  scales: optional(scales),
})

const conditionTypes = element<ConditionTypes>('ConditionTypes', { conditionTypes: many(conditionType) })

const validityPeriod = element<ValidityPeriod>('ValidityPeriod', {
  from: optionalAttribute(),
  to: optionalAttribute(),
  conditionTypes: optional(conditionTypes),
})

const validityPeriods = element<ValidityPeriods>('ValidityPeriods', { validityPeriods: many(validityPeriod) })

export const pricingConditions = element<PricingConditions>('PricingConditions', {
  validityPeriods: optional(validityPeriods),
})
