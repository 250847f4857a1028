import type { Company } from '../company/company.js'
import type { Database } from '../store/database.js'
import type { Row } from '../store/row.js'
import { directoryKinds, type Kind, type Values } from './kinds.js'

/**
 * Gives everything that the configuration names an id and a row, and keeps both when it changes: the configuration is
 * the truth, the rows are what can be looked for. What the API knows beyond it stands in other columns of the same row.
 */
export function mirrorCompany(db: Database, company: Readonly<Company>, now: Date): void {
  db.transaction(() => {
    for (const kind of directoryKinds)
      mirrorKind(db, kind, { rows: kind.rows(company), now: now.toISOString() })
  })
}

function mirrorKind(
  db: Database,
  kind: Kind,
  given: { readonly rows: readonly Values[]; readonly now: string },
): void {
  const { table, key } = kind
  const known = new Map(db.all(`SELECT * FROM ${table}`).map(row => [row[key], row]))
  for (const values of given.rows) {
    const row = known.get(values[key])
    known.delete(values[key])
    if (row === undefined) insert(db, table, { ...values, created_at: given.now, updated_at: given.now })
    else if (row.removed_at !== null || isChanged(row, values)) {
      update(db, kind, { ...values, removed_at: null, updated_at: given.now })
    }
  }
  for (const [value, row] of known) {
    if (row.removed_at !== null) continue
    db.run(`UPDATE ${table} SET removed_at = $now WHERE ${key} = $value`, {
      now: given.now,
      value: value as string | number,
    })
  }
}

function isChanged(row: Row, values: Values): boolean {
  return Object.entries(values).some(([column, value]) => row[column] !== value)
}

function insert(db: Database, table: string, values: Values): void {
  const columns = Object.keys(values)
  db.run(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(column => `$${column}`).join(', ')})`,
    values,
  )
}

function update(db: Database, { table, key }: Kind, values: Values): void {
  const assignments = Object.keys(values).map(column => `${column} = $${column}`)
  db.run(`UPDATE ${table} SET ${assignments.join(', ')} WHERE ${key} = $${key}`, values)
}
