import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

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

/** The shop's own tables: `market.sqlite` in the data directory, or memory without one. */
export function openDatabase(dataDir: string | undefined): DatabaseSync {
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true })
  const database = new DatabaseSync(dataDir === undefined ? ':memory:' : join(dataDir, 'market.sqlite'))
  // FULL: what was answered is on the disk before it is answered.
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;')
  database.exec('pragma busy_timeout = 5000')
  database.exec(schema)
  return database
}

/** Runs the work in one transaction; whatever it throws undoes it. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('begin immediate')
  try {
    const result = work()
    database.exec('commit')
    return result
  } catch (error) {
    database.exec('rollback')
    throw error
  }
}

/** A random key that is made once and then stays, so that cookies outlive a restart. */
export function keepKey(database: DatabaseSync, name: string, create: () => Uint8Array): Uint8Array {
  return inTransaction(database, () => {
    const known = database.prepare('select value from setting where name = ?').get(name)
    if (known?.value instanceof Uint8Array) return known.value
    const key = create()
    database.prepare('insert into setting (name, value) values (?, ?)').run(name, key)
    return key
  })
}
