import type { Child } from 'hono/jsx'
import type { AnyStatus } from '../elements/status-pill.js'
import type { Column } from '../elements/table.js'
import type { TableRoom } from '../style/tables.js'

export interface ListColumn<T> extends Column<T> {
  /** Name by which the application orders the list. Absent: the list cannot be ordered by this column. */
  readonly sort?: string
}

/** One kind of list: everything about it that is not its rows. */
export interface List<T> {
  readonly path: string
  /** What its columns are read under, and the name of an exported file. */
  readonly caption: string
  /** Singular and plural: `request`, `requests`. */
  readonly unit: readonly [one: string, many: string]
  readonly columns: readonly ListColumn<T>[]
  /** Those to choose from, in the order of a document's life. */
  readonly statuses: readonly AnyStatus[]
  /** How much the table takes. Default: by the number of its columns. */
  readonly room?: TableRoom
  readonly attributes: (row: T) => Record<string, string>
  /** Shown where there is nothing at all yet. */
  readonly empty: Child
  /** Columns of the export: exact values, not words for people. */
  readonly exported: readonly (readonly [heading: string, text: (row: T) => string])[]
}
