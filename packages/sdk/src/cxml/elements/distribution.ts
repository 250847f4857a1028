import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute } from '../grammar/fields.js'
import { type Charge, charge } from './money.js'
import { type Description, description, type Name, name } from './text.js'

/** `Segment`: the older form of an accounting segment, which Coupa sends. The DTD requires all three. */
export interface Segment {
  /** `Cost Center`, `Account` and the like. */
  readonly type?: string
  /** The code. */
  readonly id?: string
  /** For people. */
  readonly description?: string
}

/** `AccountingSegment`: one part of an account. */
export interface AccountingSegment {
  /** The code. The DTD requires it. */
  readonly id?: string
  /** `Cost Center`, `Account` and the like, in a language. The DTD requires it. */
  readonly name?: Name
  /** For people. The DTD requires it. */
  readonly description?: Description
}

/** `Accounting`: what is charged, by `Segment`s or by `AccountingSegment`s. */
export interface Accounting {
  /** For people. The DTD requires it. */
  readonly name?: string
  readonly segments: readonly Segment[]
  readonly accountingSegments: readonly AccountingSegment[]
}

/** `Distribution`: a part of a line's cost, and what is charged with it. */
export interface Distribution {
  /** The DTD requires it. */
  readonly accounting?: Accounting
  /** The DTD requires it. */
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
