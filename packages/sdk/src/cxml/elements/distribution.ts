import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute } from '../grammar/fields.js'
import { type Charge, charge } from './money.js'
import { type Description, description, type Name, name } from './text.js'

/** `Segment`: the older form of an accounting segment, which Coupa sends. */
export interface Segment {
  readonly type?: string
  readonly id?: string
  readonly description?: string
}

/** `AccountingSegment`. */
export interface AccountingSegment {
  readonly id?: string
  readonly name?: Name
  readonly description?: Description
}

/** `Accounting`: what is charged, by `Segment`s or by `AccountingSegment`s. */
export interface Accounting {
  readonly name?: string
  readonly segments: readonly Segment[]
  readonly accountingSegments: readonly AccountingSegment[]
}

/** `Distribution`: how a line's cost is divided. */
export interface Distribution {
  readonly accounting?: Accounting
  readonly charge?: Charge
}

const segment = element<Segment>('Segment', {
  type: optionalAttribute(),
  id: optionalAttribute(),
  description: optionalAttribute(),
})

const accountingSegment = element<AccountingSegment>('AccountingSegment', {
  id: optionalAttribute(),
  name: optional(name),
  description: optional(description),
})

const accounting = element<Accounting>('Accounting', {
  name: optionalAttribute(),
  segments: many(segment),
  accountingSegments: many(accountingSegment),
})

export const distribution = element<Distribution>('Distribution', {
  accounting: optional(accounting),
  charge: optional(charge),
})
