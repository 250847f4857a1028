import { element } from '../grammar/element.js'
import { optional, optionalAttribute } from '../grammar/fields.js'
import { type Modifications, modifications } from './modification.js'
import { type Money, money } from './money.js'
import { type Description, description } from './text.js'

/** `Shipping`: its cost, of the whole order or of a line. */
export interface Shipping {
  /** Who gives `trackingId` its meaning (`FedEx`). */
  readonly trackingDomain?: string
  readonly trackingId?: string
  /** How the shipment can be tracked; free. */
  readonly tracking?: string
  /** After all modifications. The DTD requires it. */
  readonly money?: Money
  /** The DTD requires it. */
  readonly description?: Description
  /** Allowances and charges on the cost (since cXML 1.2.024). */
  readonly modifications?: Modifications
}

export const shipping = element<Shipping>('Shipping', {
  trackingDomain: optionalAttribute(),
  trackingId: optionalAttribute(),
  tracking: optionalAttribute(),
  money: optional(money),
  description: optional(description),
  modifications: optional(modifications),
})
