import { element } from '../grammar/element.js'
import { many, needed, optional, optionalAttribute } from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'
import { type Money, money } from './money.js'
import { type Amount, type Tax, tax } from './tax.js'
import {
  type Description,
  description,
  type Extrinsic,
  extrinsic,
  type IdReference,
  idReference,
} from './text.js'

/** `OriginalPrice`: the price that a modification changes. */
export interface OriginalPrice {
  /** What kind of price it is; free. */
  readonly type?: string
  readonly money: Money
}

/** `Percentage`. */
export interface Percentage {
  /** `"2.5"` is 2.5 %, as sent. The DTD requires it. */
  readonly percent?: string
}

/** `DeductionPercent`. */
export type DeductionPercent = Percentage

/** `AdditionalDeduction`: an allowance, said in one of three ways. */
export interface AdditionalDeduction {
  /** What kind of allowance it is; free. */
  readonly type?: string
  /** How much is taken off. */
  readonly deductionAmount?: Amount
  readonly deductionPercent?: DeductionPercent
  /** The price that remains and takes the place of the original one. */
  readonly deductedPrice?: Amount
}

/** `AdditionalCost`: a charge, as an amount or in percent. Freight and special handling have elements of their own. */
export interface AdditionalCost {
  readonly money?: Money
  readonly percentage?: Percentage
}

/** `ModificationDetail`: what the allowance or charge is for. */
export interface ModificationDetail {
  /** `Allowance`, `Charge`, `Freight`, `Volume Discount` and the like. The DTD requires it. */
  readonly name?: string
  readonly code?: string
  /** When it begins and ends to apply. */
  readonly startDate?: string
  readonly endDate?: string
  /** What it is applied to; free. */
  readonly scope?: string
  /** How it is reckoned; free. */
  readonly calculationType?: string
  readonly description?: Description
  readonly idReference?: IdReference
  /** The `IdReference` of the modification that this one is a part of. */
  readonly parentID?: string
  readonly extrinsics: readonly Extrinsic[]
}

/** `Modification`: one allowance or one charge. */
export interface Modification {
  /** In a cascade its place from 1: each applies to what the ones before it leave. */
  readonly level?: string
  /** cXML 1.2.024 requires it. */
  readonly originalPrice?: OriginalPrice
  /** This or `additionalCost`. */
  readonly additionalDeduction?: AdditionalDeduction
  readonly additionalCost?: AdditionalCost
  /** On the allowance or charge itself. */
  readonly tax?: Tax
  readonly modificationDetail?: ModificationDetail
}

/** `Modifications` (since cXML 1.2.024): how a price came about, from the original one by allowances and charges. */
export interface Modifications {
  /** The DTD requires one. */
  readonly modifications: readonly Modification[]
}

export const percentage = element<Percentage>('Percentage', { percent: optionalAttribute() })

const originalPrice = element<OriginalPrice>('OriginalPrice', {
  type: optionalAttribute(),
  money: needed(money),
})

const additionalDeduction = element<AdditionalDeduction>('AdditionalDeduction', {
  type: optionalAttribute(),
  deductionAmount: optional(element<Amount>('DeductionAmount', { money: optional(money) })),
  deductionPercent: optional(element<DeductionPercent>('DeductionPercent', { percent: optionalAttribute() })),
  deductedPrice: optional(element<Amount>('DeductedPrice', { money: optional(money) })),
})

const additionalCost = element<AdditionalCost>('AdditionalCost', {
  money: optional(money),
  percentage: optional(percentage),
})

const modificationDetail = element<ModificationDetail>('ModificationDetail', {
  name: optionalAttribute(),
  code: optionalAttribute(),
  startDate: optionalAttribute(),
  endDate: optionalAttribute(),
  scope: optionalAttribute(),
  calculationType: optionalAttribute(),
  description: optional(description),
  idReference: optional(idReference),
  parentID: optional(textElement('ParentID')),
  extrinsics: many(extrinsic),
})

export const modification = element<Modification>('Modification', {
  level: optionalAttribute(),
  originalPrice: optional(originalPrice),
  additionalDeduction: optional(additionalDeduction),
  additionalCost: optional(additionalCost),
  tax: optional(tax),
  modificationDetail: optional(modificationDetail),
})

export const modifications = element<Modifications>('Modifications', { modifications: many(modification) })
