export type Value = string | number | Uint8Array | null
/** A row as the database gives it. */
export type Row = Readonly<Record<string, unknown>>
type Awaitable<Result> = Result | Promise<Result>

/**
 * A transaction on a connection, and the few words in which SQLite and PostgreSQL differ. Values stand for `?`, in their
 * order, or for `?1`, `?2` and so on.
 */
export interface Sql {
  /** How many rows it changed. */
  run(text: string, ...values: readonly Value[]): Awaitable<number>
  get(text: string, ...values: readonly Value[]): Awaitable<Row | undefined>
  /** {@link Sql.get} of a row that never changes once it is there: it may be looked up before the transaction begins. */
  find(text: string, ...values: readonly Value[]): Awaitable<Row | undefined>
  all(text: string, ...values: readonly Value[]): Awaitable<readonly Row[]>
  /** Behind what is read by its key: nobody else changes it before the transaction ends. */
  readonly hold: '' | ' for update'
  /** Behind what is looked for to be taken: what others are about to take is left to them. */
  readonly skipTaken: '' | ' for update skip locked'
  /** Behind a column: that it is one of what a select of few rows gives, which is looked up by the column's index. */
  amongFew(select: string): string
  /** The larger of two values. */
  readonly greatest: 'max' | 'greatest'
}

/** Column names are ours; only values come from outside. */
export function conditions(wanted: Readonly<Record<string, string | undefined>>): {
  readonly sql: string
  readonly values: readonly string[]
} {
  const asked = Object.entries(wanted).flatMap(([column, value]) =>
    value === undefined ? [] : [{ column, value }],
  )
  return {
    sql: asked.length === 0 ? '' : `where ${asked.map(({ column }) => `${column} = ?`).join(' and ')}`,
    values: asked.map(({ value }) => value),
  }
}

/** Behind a select; nothing where all are wanted. */
export function atMost(limit: number | undefined): string {
  return limit === undefined ? '' : ` limit ${Math.max(0, Math.floor(limit))}`
}

export function assertChanged(changed: number, what: string): void {
  if (changed !== 1) throw new Error(`There is no ${what} to update`)
}
