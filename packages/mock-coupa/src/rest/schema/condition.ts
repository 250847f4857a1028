import type { ScalarType } from './field.js'

/** Operators of a filter: `total[gt_or_eq]=100`. Documented: Query Filters of the Core API. */
export const operators = [
  'eq',
  'not_eq',
  'gt',
  'lt',
  'gt_or_eq',
  'lt_or_eq',
  'contains',
  'starts_with',
  'ends_with',
  'in',
  'not_in',
  'blank',
] as const

export type Operator = (typeof operators)[number]

export interface Condition {
  /** What is looked at, in SQL; the row is `t`. */
  readonly sql: string
  readonly type: ScalarType
  readonly operator: Operator
  /** As SQLite compares them. One but for `in` and `not_in`. */
  readonly values: readonly (string | number)[]
}
