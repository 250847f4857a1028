import type { Money } from './money.js'
import type { Description } from './text.js'

/** `Shipping`: its cost. */
export interface Shipping {
  readonly trackingDomain?: string
  readonly trackingId?: string
  readonly tracking?: string
  readonly money: Money
  readonly description?: Description
}
