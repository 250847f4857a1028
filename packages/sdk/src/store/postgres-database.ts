import { escapeLiteral, type Pool, type PoolClient } from 'pg'
import { migrations } from './postgres-migrations.js'
import type { Row, Sql, Value } from './sql.js'
import type { Scope } from './store.js'

/**
 * One connection, in one transaction. That begins with the first statement that needs it: a document that comes a second
 * time is answered with a single one, and each way to the server and back is most of what a short transaction takes.
 */
export class PostgresConnection implements Sql {
  readonly hold: Sql['hold']
  readonly skipTaken: Sql['skipTaken']
  readonly greatest = 'greatest'
  // An `in` is planned as a join, and that with a look at the whole table.
  readonly amongFew = (select: string) => `= any (array(${select}))`
  readonly #client: PoolClient
  readonly #beginning: string
  #hasBegun = false

  /** `writes`: what is read by its key is kept from changing. */
  constructor(
    client: PoolClient,
    { writes, scope }: { readonly writes: boolean; readonly scope?: Scope | undefined },
  ) {
    this.#client = client
    this.hold = writes ? ' for update' : ''
    this.skipTaken = writes ? ' for update skip locked' : ''
    const begin = writes ? 'begin' : 'begin isolation level repeatable read read only'
    const narrow = scope === undefined ? '' : `; set local punchloop.buyer = ${escapeLiteral(scope.buyerId)}`
    this.#beginning = begin + narrow
  }

  get hasBegun(): boolean {
    return this.#hasBegun
  }

  async run(text: string, ...values: readonly Value[]): Promise<number> {
    return (await this.#query(text, values)).rowCount ?? 0
  }

  async get(text: string, ...values: readonly Value[]): Promise<Row | undefined> {
    return (await this.#query(text, values)).rows[0]
  }

  async find(text: string, ...values: readonly Value[]): Promise<Row | undefined> {
    return (await this.#send(text, values)).rows[0]
  }

  async all(text: string, ...values: readonly Value[]): Promise<readonly Row[]> {
    return (await this.#query(text, values)).rows
  }

  async #query(text: string, values: readonly Value[]) {
    if (!this.#hasBegun) {
      this.#hasBegun = true
      await this.#client.query(this.#beginning)
    }
    return this.#send(text, values)
  }

  /** Prepared once a connection, under a name of its text. */
  #send(text: string, values: readonly Value[]) {
    const statement = statementOf(text)
    return this.#client.query<Row>({ ...statement, values: [...values] })
  }
}

interface Statement {
  readonly name: string
  readonly text: string
}

/** All statements are ours, and few. */
const statements = new Map<string, Statement>()

/** PostgreSQL's placeholders have numbers. */
function statementOf(text: string): Statement {
  const known = statements.get(text)
  if (known !== undefined) return known
  let count = 0
  const numbered = text.replace(/\?(\d*)/g, (_, number: string) => {
    count += 1
    return `$${number === '' ? count : number}`
  })
  const statement = { name: `punchloop ${statements.size + 1}`, text: numbered }
  statements.set(text, statement)
  return statement
}

/** Two processes that start at once: the second waits, and finds nothing left to do. */
const migrationLock = 7_264_105_331

/**
 * Brings the schema up to date; where it is, nothing but its version is looked at, so a role that may change nothing will
 * do. Throws where a newer release has written it.
 */
export async function migrate(pool: Pool, schema: string): Promise<void> {
  const client = await pool.connect()
  try {
    if ((await versionOf(client, schema)) === migrations.length) return
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
    const version = await versionOf(client, schema)
    if (version === 0) await client.query(`create schema if not exists ${quoted(schema)}`)
    for (const step of migrations.slice(version)) await client.query(step)
    await client.query('create table if not exists schema_version (version integer not null)')
    await client.query('delete from schema_version')
    await client.query('insert into schema_version values ($1)', [migrations.length])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** 0 where there is nothing yet. */
async function versionOf(client: PoolClient, schema: string): Promise<number> {
  const table = `${quoted(schema)}.schema_version`
  const { rowCount } = await client.query(
    "select from pg_tables where schemaname = $1 and tablename = 'schema_version'",
    [schema],
  )
  if (rowCount === 0) return 0
  const { rows } = await client.query<{ version: number }>(`select version from ${table}`)
  const version = rows[0]?.version ?? 0
  if (version <= migrations.length) return version
  throw new Error(
    `The database is at schema version ${version}, newer than the ${migrations.length} that this release knows: install the release that wrote it`,
  )
}

/** An identifier is no value: it cannot be a parameter. */
export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`
}
