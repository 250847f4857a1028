import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { addDecimals, compareDecimals, subtractDecimals } from '@punchloop/sdk/cxml'
import { converted } from '../accounting/exchange.js'
import { percentOf } from '../accounting/taxes.js'
import { migrations } from './migrations.js'
import type { Parameters, Row } from './row.js'
import { Transactions } from './transactions.js'

/** As SQLite keeps it where it is no BLOB. */
export type StoredValue = string | number | null

/** What grows: requisitions, orders, transmissions, messages. One connection, one writer. */
export interface Database {
  run(sql: string, parameters?: Parameters): { readonly changes: number; readonly lastId: number }
  get(sql: string, parameters?: Parameters): Row | undefined
  all(sql: string, parameters?: Parameters): Row[]
  /** The same, each row as the values of its columns in their order: half the time where there are many. */
  rows(sql: string, parameters?: Parameters): StoredValue[][]
  /** Commits what `work` did, or undoes it when it throws. Inside another transaction it is part of that one. */
  transaction<T>(work: () => T): T
  /**
   * Runs `work`, with its transactions, together with what others ask for in this turn. Resolves when it is committed:
   * one wait for the disk is enough for all. A transaction that fails undoes nothing of the others.
   */
  grouped<T>(work: () => T): Promise<Awaited<T>>
  /** Runs something once after the transaction under way was committed; at once where none is. */
  afterCommit(run: () => void): void
  close(): void
}

/**
 * Opens (and where it is new or old, migrates) the database. `:memory:` for tests.
 * WAL with `synchronous = FULL`: what was answered survives a power cut.
 */
export function openDatabase(file: string): Database {
  const connection = new DatabaseSync(file)
  // SQLite has no exact decimals of its own.
  connection.function('decimal_compare', { deterministic: true }, (one, other) =>
    compareDecimals(String(one), String(other)),
  )
  connection.function('decimal_convert', { deterministic: true }, (amount, rate) =>
    amount === null || rate === null ? null : converted(String(amount), String(rate)),
  )
  connection.function('decimal_with_percent', { deterministic: true }, (amount, percent) =>
    addDecimals(String(amount), percentOf(String(amount), String(percent))),
  )
  connection.function('decimal_subtract', { deterministic: true }, (whole, part) =>
    whole === null || part === null ? null : subtractDecimals(String(whole), String(part)),
  )
  connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
  const prepare = preparing(connection)
  const prepareRows = preparing(connection, statement => statement.setReturnArrays(true))
  const transactions = new Transactions(connection)
  migrate(connection, transactions, file)
  return {
    run(sql, parameters = {}) {
      const { changes, lastInsertRowid } = prepare(sql).run(bound(parameters))
      return { changes: Number(changes), lastId: Number(lastInsertRowid) }
    },
    get: (sql, parameters = {}) => prepare(sql).get(bound(parameters)),
    all: (sql, parameters = {}) => prepare(sql).all(bound(parameters)),
    // Node's types do not know that rows are arrays now.
    rows: (sql, parameters = {}) => prepareRows(sql).all(bound(parameters)) as unknown as StoredValue[][],
    transaction: work => transactions.run(work),
    grouped: work => transactions.grouped(work),
    afterCommit: run => transactions.afterCommit(run),
    close: () => connection.close(),
  }
}

/** Filters of the API make new statements without end. */
const mostStatements = 1_000

/** Prepares each statement once. */
function preparing(connection: DatabaseSync, set: (statement: StatementSync) => void = () => {}) {
  const statements = new Map<string, StatementSync>()
  return (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    if (statements.size === mostStatements) statements.clear()
    const statement = connection.prepare(sql)
    set(statement)
    statements.set(sql, statement)
    return statement
  }
}

function bound(parameters: Parameters): Record<string, string | number | Uint8Array | null> {
  const values: Record<string, string | number | Uint8Array | null> = {}
  for (const name in parameters) values[name] = parameters[name] ?? null
  return values
}

function migrate(connection: DatabaseSync, transactions: Transactions, file: string): void {
  const version = Number(connection.prepare('PRAGMA user_version').get()?.user_version ?? 0)
  if (version > migrations.length) {
    throw new Error(
      `${file} was written by a newer mock-coupa (schema ${version}, this one knows ${migrations.length}): update it, or start with another data directory`,
    )
  }
  transactions.run(() => {
    for (const sql of migrations.slice(version)) connection.exec(sql)
    connection.exec(`PRAGMA user_version = ${migrations.length}`)
  })
}
