import { element } from '../grammar/element.js'
import { optional, optionalAttribute } from '../grammar/fields.js'
import { type Money, money } from './money.js'
import { type Description, description } from './text.js'

/** `Shipping`: its cost. */
export interface Shipping {
  readonly trackingDomain?: string
  readonly trackingId?: string
  readonly tracking?: string
  readonly money?: Money
  readonly description?: Description
}

export const shipping = element<Shipping>('Shipping', {
  trackingDomain: optionalAttribute(),
  trackingId: optionalAttribute(),
  tracking: optionalAttribute(),
  money: optional(money),
  description: optional(description),
})
