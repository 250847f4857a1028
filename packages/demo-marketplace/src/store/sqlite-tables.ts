import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Row, Tables, Value } from './tables.js'

const schema = `
  create table if not exists setting (
    name text primary key,
    value blob not null
  ) strict;
  create table if not exists account (
    email text primary key,
    name text not null,
    company text,
    seen_at text not null
  ) strict;
  create table if not exists subscription (
    id text primary key,
    email text not null,
    buyer_id text,
    order_id text,
    line_number integer,
    -- The rest is only ever read as a whole.
    content text not null,
    sequence integer not null,
    unique (buyer_id, order_id, line_number)
  ) strict;
  create index if not exists subscription_by_email on subscription (email);
  create table if not exists provision (
    idempotency_key text primary key,
    subscription_id text not null references subscription (id)
  ) strict;
`

/** `market.sqlite` in the data directory, or memory without one. */
export function sqliteTables(dataDir: string | undefined): Tables {
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true })
  const database = new DatabaseSync(dataDir === undefined ? ':memory:' : join(dataDir, 'market.sqlite'))
  // FULL: what was answered is on the disk before it is answered.
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;')
  database.exec('pragma busy_timeout = 5000')
  database.exec(schema)
  return new SqliteTables(database)
}

class SqliteTables implements Tables {
  readonly #database: DatabaseSync
  // There is one connection: whoever comes while a transaction is open waits for its end.
  #last: Promise<unknown> = Promise.resolve()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  run(sql: string, ...values: readonly Value[]): Promise<void> {
    return this.#inTurn(within => within.run(sql, ...values))
  }

  get(sql: string, ...values: readonly Value[]): Promise<Row | undefined> {
    return this.#inTurn(within => within.get(sql, ...values))
  }

  all(sql: string, ...values: readonly Value[]): Promise<readonly Row[]> {
    return this.#inTurn(within => within.all(sql, ...values))
  }

  transaction<Result>(work: (tables: Tables) => Promise<Result>): Promise<Result> {
    return this.#inTurn(async within => {
      this.#database.exec('begin immediate')
      try {
        const result = await work(within)
        this.#database.exec('commit')
        return result
      } catch (error) {
        this.#database.exec('rollback')
        throw error
      }
    })
  }

  async close(): Promise<void> {
    await this.#last
    this.#database.close()
  }

  #inTurn<Result>(work: (within: Tables) => Promise<Result>): Promise<Result> {
    const database = this.#database
    const within: Tables = {
      run: async (sql, ...values) => void database.prepare(sql).run(...values),
      get: async (sql, ...values) => database.prepare(sql).get(...values),
      all: async (sql, ...values) => database.prepare(sql).all(...values),
      transaction: () => Promise.reject(new Error('A transaction is open already')),
      close: () => Promise.reject(new Error('A transaction is open')),
    }
    const result = this.#last.then(() => work(within))
    this.#last = result.catch(() => undefined)
    return result
  }
}
