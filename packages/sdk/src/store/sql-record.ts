import type { Row } from './sql.js'

/** A record as JSON. */
export function writeRecord(record: object): string {
  return JSON.stringify(record)
}

/**
 * A record from JSON, with its instants. The fields are named rather than guessed: a text that looks like an instant
 * stays a text.
 */
export function readRecord<Record>(row: Row | undefined, instants: readonly string[]): Record | undefined {
  if (row === undefined) return undefined
  // The row was written by `writeRecord` from a value of this very type.
  return JSON.parse(textOf(row, 'record'), (key, value: unknown) =>
    typeof value === 'string' && instants.some(instant => instant === key) ? new Date(value) : value,
  ) as Record
}

export function textOf(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new TypeError(`Column ${column} holds ${typeof value}, not text`)
  return value
}

export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[column]
  if (!(value instanceof Uint8Array)) throw new TypeError(`Column ${column} holds ${typeof value}, not bytes`)
  // A Buffer may show a part of something larger.
  return new Uint8Array(value)
}

export function instantOf(row: Row, column: string): Date {
  return new Date(textOf(row, column))
}
