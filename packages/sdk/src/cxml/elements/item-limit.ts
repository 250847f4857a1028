import { element } from '../grammar/element.js'
import { optional } from '../grammar/fields.js'
import { type Money, money } from './money.js'

/** `OverallLimit`: the most that may be spent (since cXML 1.2.063). */
export interface OverallLimit {
  /** The DTD requires it. */
  readonly money?: Money
}

/** `ExpectedLimit`: what will probably be spent (since cXML 1.2.063). */
export interface ExpectedLimit {
  /** The DTD requires it. */
  readonly money?: Money
}

/** `MaxContractAmount`: the most under contract. */
export interface MaxContractAmount {
  /** The DTD requires it. */
  readonly money?: Money
}

/** `MaxAdhocAmount`: the most without a contract. */
export interface MaxAdhocAmount {
  /** The DTD requires it. */
  readonly money?: Money
}

export const overallLimit = element<OverallLimit>('OverallLimit', {
  money: optional(money),
})

export const expectedLimit = element<ExpectedLimit>('ExpectedLimit', {
  money: optional(money),
})

export const maxContractAmount = element<MaxContractAmount>('MaxContractAmount', {
  money: optional(money),
})

export const maxAdhocAmount = element<MaxAdhocAmount>('MaxAdhocAmount', {
  money: optional(money),
})
