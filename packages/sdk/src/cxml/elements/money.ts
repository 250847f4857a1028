import { element } from '../grammar/element.js'
import { companion, needed, neededAttribute, optionalAttribute, ownDecimal } from '../grammar/fields.js'

/**
 * `Money`: an amount in one currency.
 *
 * `amount` is the exact value as a plain decimal string (`"1234.56"`, `"-3"`, `"0.0125"`); digits after the point are
 * kept as they were sent.
 */
export interface Money {
  /** ISO 4217 code as sent. */
  readonly currency: string
  readonly amount: string
  /** What the document says, where that is not {@link Money.amount} letter for letter (`"1,234.56"`). Never written. */
  readonly originalText?: string
  /** As sent. */
  readonly alternateAmount?: string
  readonly alternateCurrency?: string
}

/** `Charge`: what one `Accounting` of a `Distribution` bears. */
export interface Charge {
  readonly money: Money
}

export const money = element<Money>('Money', {
  currency: neededAttribute(),
  amount: ownDecimal('originalText'),
  originalText: companion,
  alternateAmount: optionalAttribute(),
  alternateCurrency: optionalAttribute(),
})

export const charge = element<Charge>('Charge', { money: needed(money) })
