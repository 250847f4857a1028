import type { Charge } from './money.js'
import type { Description, Name } from './text.js'

/** `Segment`: the older form of an accounting segment, which Coupa sends. */
export interface Segment {
  readonly type: string
  readonly id: string
  readonly description: string
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
  readonly accounting: Accounting
  readonly charge?: Charge
}
