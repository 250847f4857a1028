import { element } from '../grammar/element.js'
import { optional, optionalAttribute } from '../grammar/fields.js'
import { type Percentage, percentage } from './modification.js'
import { type Money, money } from './money.js'

/** `Value`: a number in the unit of what it stands in. */
export interface Value {
  /** As sent. The DTD requires it. */
  readonly value?: string
}

/** `QuantityTolerance`: in percent, or as a quantity in the line's unit of measure. */
export interface QuantityTolerance {
  readonly percentage?: Percentage
  readonly value?: Value
}

/** `PriceTolerance`: in percent or as an amount. */
export interface PriceTolerance {
  readonly percentage?: Percentage
  readonly money?: Money
}

/** `TimeTolerance`: how far a delivery may be from the date that was asked for. */
export interface TimeTolerance {
  /** A whole number of `type`. The DTD requires it. */
  readonly limit?: string
  /** `minutes`, `hours`, `days` (where nothing is said) or `weeks`. */
  readonly type?: string
}

/** `Tolerances`: by how much quantity, price and date may differ from what was ordered. */
export interface Tolerances {
  readonly quantityTolerance?: QuantityTolerance
  readonly priceTolerance?: PriceTolerance
  readonly timeTolerance?: TimeTolerance
}

const quantityTolerance = element<QuantityTolerance>('QuantityTolerance', {
  percentage: optional(percentage),
  value: optional(element<Value>('Value', { value: optionalAttribute() })),
})

const priceTolerance = element<PriceTolerance>('PriceTolerance', {
  percentage: optional(percentage),
  money: optional(money),
})

const timeTolerance = element<TimeTolerance>('TimeTolerance', {
  limit: optionalAttribute(),
  type: optionalAttribute(),
})

export const tolerances = element<Tolerances>('Tolerances', {
  quantityTolerance: optional(quantityTolerance),
  priceTolerance: optional(priceTolerance),
  timeTolerance: optional(timeTolerance),
})
