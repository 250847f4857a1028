import pg from 'pg'
import type { Row, Tables } from './tables.js'

/** Processes that start at once: one makes the tables, the others find them. */
const lock = 5_261_907_774

const schema = `
  create schema if not exists market;
  create table if not exists market.setting (
    name text primary key,
    value bytea not null
  );
  create table if not exists market.account (
    email text primary key,
    name text not null,
    company text,
    seen_at text not null
  );
  create table if not exists market.subscription (
    id text primary key,
    email text not null,
    buyer_id text,
    order_id text,
    line_number integer,
    content text not null,
    sequence integer not null,
    unique (buyer_id, order_id, line_number)
  );
  create index if not exists subscription_by_email on market.subscription (email);
  create table if not exists market.provision (
    idempotency_key text primary key,
    subscription_id text not null references market.subscription (id)
  );
`

/** The schema `market` of a database that several processes share. */
export async function postgresTables(connectionString: string): Promise<Tables> {
  const pool = new pg.Pool({ connectionString, max: 4, options: '-c search_path=market' })
  // A connection that breaks: its next statement says so, and an event without a listener would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  await pool.query(`begin; select pg_advisory_xact_lock(${lock}); ${schema} commit`)
  const connected = (client: pg.Pool | pg.PoolClient): Omit<Tables, 'transaction' | 'close'> => ({
    run: async (sql, ...values) => void (await client.query(numbered(sql), [...values])),
    get: async (sql, ...values) => (await client.query<Row>(numbered(sql), [...values])).rows[0],
    all: async (sql, ...values) => (await client.query<Row>(numbered(sql), [...values])).rows,
  })
  return {
    ...connected(pool),
    transaction: async work => {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const within = { ...connected(client), transaction: refuse, close: refuse }
        const result = await work(within)
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback').catch(() => undefined)
        throw error
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  }
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('A transaction is open'))
}

/** PostgreSQL's placeholders have numbers. */
function numbered(sql: string): string {
  let count = 0
  return sql.replaceAll('?', () => `$${++count}`)
}
