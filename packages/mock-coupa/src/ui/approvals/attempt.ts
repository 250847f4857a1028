import type { FieldProblem } from '../../errors.js'

/** What was sent and refused, so that nobody types it again. */
export interface Attempt {
  readonly values: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
}
