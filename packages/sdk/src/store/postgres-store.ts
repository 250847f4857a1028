import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseError, Pool, type PoolClient } from 'pg'
import { migrate, PostgresConnection, quoted } from './postgres-database.js'
import { sqlTransaction } from './sql-transaction.js'
import type { Scope, Store, StoreReader, StoreTransaction } from './store.js'
import { StoreError } from './store-error.js'

/** Where the database is, and how it is used. */
export interface PostgresOptions {
  /** `postgres://user:password@host:5432/database`. */
  readonly connectionString: string
  /** Where the tables are. Made where it is missing. Default `punchloop`. */
  readonly schema?: string
  /** Connections of this process. Default 10. */
  readonly connections?: number
}

/**
 * Another transaction came in between, and how often the work is then run: a serialization failure or a deadlock passes; a
 * unique violation that comes again is a mistake of the work itself.
 */
const mostRuns: ReadonlyMap<string | undefined, number> = new Map([
  ['40001', 20],
  ['40P01', 20],
  ['23505', 5],
])

/**
 * A store in PostgreSQL, for several processes on several machines: durable when a transaction resolves
 * (`synchronous_commit`). The schema is brought up to date before the first transaction; several processes may start at
 * once. Needs `pg`.
 *
 * @example
 * ```ts
 * const store = postgresStore({ connectionString: process.env.DATABASE_URL })
 * ```
 */
export function postgresStore({
  connectionString,
  schema = 'punchloop',
  connections = 10,
}: PostgresOptions): Store {
  const pool = newPool({ connectionString, schema, connections })
  let migrated: Promise<void> | undefined
  const ready = () => {
    migrated ??= migrate(pool, schema).catch(error => {
      migrated = undefined
      throw error
    })
    return migrated
  }
  const running = new Set<Promise<unknown>>()
  const track = <Result>(work: Promise<Result>): Promise<Result> => {
    running.add(work)
    return work.finally(() => running.delete(work))
  }
  return {
    transaction: (work, scope) => track(ready().then(() => repeat(() => runOnce(pool, work, scope)))),
    read: (work, scope) => track(ready().then(() => look(pool, work, scope))),
    close: async () => {
      await Promise.allSettled(running)
      await pool.end()
    },
  }
}

function newPool({ connectionString, schema, connections }: Required<PostgresOptions>): Pool {
  const pool = new Pool({
    connectionString,
    max: connections,
    // Words of a command line, in which a backslash stands before a space that is meant.
    options: `-c search_path=${quoted(schema).replace(/[\\\s]/g, '\\$&')} -c synchronous_commit=on`,
  })
  // A connection that breaks while nobody uses it: the next transaction takes another.
  pool.on('error', () => undefined)
  // One that breaks while a transaction has it: its next statement says so, and an event without a listener ends the process.
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}

/**
 * Brings the schema up to date and ends: for a step of one's own when a release goes out, run by a role that may change
 * tables, so that the role of the marketplace need not. Harmless where it is up to date, and where several run it at once.
 */
export async function migratePostgres({
  connectionString,
  schema = 'punchloop',
}: PostgresOptions): Promise<void> {
  const pool = newPool({ connectionString, schema, connections: 1 })
  try {
    await migrate(pool, schema)
  } finally {
    await pool.end()
  }
}

/** What was tried while another came in between is tried again from the beginning. */
async function repeat<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let runs = 1; ; runs++) {
    try {
      return await run()
    } catch (error) {
      const most = error instanceof DatabaseError ? (mostRuns.get(error.code) ?? 1) : 1
      if (runs >= most) throw error
      // Those that met part: the same two would meet again.
      await wait(Math.random() * Math.min(2 ** runs, 100))
    }
  }
}

async function runOnce<Result>(
  pool: Pool,
  work: (tx: StoreTransaction) => Promise<Result>,
  scope: Scope | undefined,
): Promise<Result> {
  const client = await pool.connect()
  const connection = new PostgresConnection(client, { writes: true, scope })
  let broken: Error | undefined
  try {
    const result = await work(sqlTransaction(connection))
    if (connection.hasBegun) await commit(client)
    return result
  } catch (error) {
    broken = await rollback(client)
    throw error
  } finally {
    client.release(broken)
  }
}

/** Everything is seen as it was when the first was looked at. */
async function look<Result>(
  pool: Pool,
  work: (tx: StoreReader) => Promise<Result>,
  scope: Scope | undefined,
): Promise<Result> {
  const client = await pool.connect()
  const connection = new PostgresConnection(client, { writes: false, scope })
  let broken: Error | undefined
  try {
    return await work(sqlTransaction(connection))
  } finally {
    if (connection.hasBegun) broken = await rollback(client)
    client.release(broken)
  }
}

/** A connection that breaks here leaves open what has happened: nobody may say that nothing was written. */
async function commit(client: PoolClient): Promise<void> {
  try {
    await client.query('commit')
  } catch (cause) {
    if (cause instanceof DatabaseError && cause.severity === 'ERROR') throw cause
    const message = 'The connection broke while the transaction was committed: it may have been, or not'
    throw new StoreError(message, { cause })
  }
}

/** Undefined where the connection can be used again. */
async function rollback(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
