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
  const record: unknown = JSON.parse(textOf(row, 'record'))
  revive(record, instants)
  // The row was written by `writeRecord` from a value of this very type.
  return record as Record
}

/** In place: `JSON.parse` with a function of its own takes four times as long. */
function revive(value: unknown, instants: readonly string[]): void {
  if (Array.isArray(value)) for (const each of value) revive(each, instants)
  else if (typeof value === 'object' && value !== null) {
    const record = value as { [field: string]: unknown }
    for (const field of Object.keys(record)) {
      const held = record[field]
      if (typeof held === 'object') revive(held, instants)
      else if (typeof held === 'string' && instants.includes(field)) record[field] = new Date(held)
    }
  }
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
