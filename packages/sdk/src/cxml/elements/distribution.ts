import { element } from '../grammar/element.js'
import { expected, expectedAttribute, many } from '../grammar/fields.js'
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
  type: expectedAttribute(),
  id: expectedAttribute(),
  description: expectedAttribute(),
})

const accountingSegment = element<AccountingSegment>('AccountingSegment', {
  id: expectedAttribute(),
  name: expected(name),
  description: expected(description),
})

const accounting = element<Accounting>('Accounting', {
  name: expectedAttribute(),
  segments: many(segment),
  accountingSegments: many(accountingSegment),
})

export const distribution = element<Distribution>('Distribution', {
  accounting: expected(accounting),
  charge: expected(charge),
})
