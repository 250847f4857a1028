/** One row as SQLite gave it. */
export type Row = Record<string, unknown>

/** What may be bound. `undefined` becomes NULL. */
export type Parameters = Record<string, string | number | Uint8Array | null | undefined>

export function textOf(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string')
    throw new TypeError(`Column ${column} should hold text, found ${typeof value}`)
  return value
}

export function numberOf(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') {
    throw new TypeError(`Column ${column} should hold a number, found ${typeof value}`)
  }
  return value
}

export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[column]
  if (!(value instanceof Uint8Array)) {
    throw new TypeError(`Column ${column} should hold bytes, found ${typeof value}`)
  }
  return value
}

/** A column that holds one of a few words. */
export function memberOf<T extends string>(row: Row, column: string, members: readonly T[]): T {
  const text = textOf(row, column)
  const member = members.find(candidate => candidate === text)
  if (member === undefined)
    throw new TypeError(`Column ${column} should hold ${members.join('|')}, found ${text}`)
  return member
}

export function dateOf(row: Row, column: string): Date {
  return new Date(textOf(row, column))
}

/**
 * The columns of a row that are not NULL, as properties that exist only then: with `exactOptionalPropertyTypes`
 * an absent value is an absent property.
 */
export function presentText<K extends string>(row: Row, columns: Record<K, string>): { [P in K]?: string } {
  const present: { [P in K]?: string } = {}
  for (const property in columns) {
    const value = row[columns[property]]
    if (typeof value === 'string') present[property] = value
  }
  return present
}

export function presentNumber<K extends string>(row: Row, columns: Record<K, string>): { [P in K]?: number } {
  const present: { [P in K]?: number } = {}
  for (const property in columns) {
    const value = row[columns[property]]
    if (typeof value === 'number') present[property] = value
  }
  return present
}

export function presentDate<K extends string>(row: Row, columns: Record<K, string>): { [P in K]?: Date } {
  const present: { [P in K]?: Date } = {}
  for (const property in columns) {
    const value = row[columns[property]]
    if (typeof value === 'string') present[property] = new Date(value)
  }
  return present
}
