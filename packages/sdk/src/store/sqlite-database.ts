import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { GroupDatabase } from './group-commit.js'
import type { Row, Sql, Value } from './sql.js'
import { migrations } from './sqlite-migrations.js'

/** One connection with its prepared statements. */
export class SqliteDatabase implements GroupDatabase, Sql {
  // One connection writes at a time, so nothing has to be held.
  readonly hold = ''
  readonly skipTaken = ''
  readonly greatest = 'max'
  readonly amongFew = (select: string) => `in (${select})`

  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(file: string) {
    this.#database = new DatabaseSync(file)
    // FULL: in WAL mode anything less may lose the last commits when the machine loses power.
    this.#database.exec(`
      pragma journal_mode = wal;
      pragma synchronous = full;
      pragma foreign_keys = on;
      pragma busy_timeout = 10000;
    `)
    this.#migrate()
  }

  /** `immediate`: of two processes that write, the second waits at the start instead of failing in the middle. */
  begin(): void {
    this.#prepare('begin immediate').run()
  }

  /** One state for all that is read until {@link SqliteDatabase.rollback}. */
  look(): void {
    this.#prepare('begin').run()
  }

  commit(): void {
    this.#prepare('commit').run()
  }

  rollback(): void {
    if (this.#database.isTransaction) this.#prepare('rollback').run()
  }

  save(): void {
    this.#prepare('savepoint member').run()
  }

  release(): void {
    this.#prepare('release member').run()
  }

  restore(): void {
    // SQLite itself takes everything back where the disk is full or broken.
    if (!this.#database.isTransaction) throw new Error('SQLite has given up the transaction')
    this.#prepare('rollback to member').run()
    this.release()
  }

  /** How many rows it changed. */
  run(sql: string, ...values: readonly Value[]): number {
    return Number(this.#prepare(sql).run(...values).changes)
  }

  get(sql: string, ...values: readonly Value[]): Row | undefined {
    return this.#prepare(sql).get(...values)
  }

  find(sql: string, ...values: readonly Value[]): Row | undefined {
    return this.get(sql, ...values)
  }

  all(sql: string, ...values: readonly Value[]): Row[] {
    return this.#prepare(sql).all(...values)
  }

  close(): void {
    this.#statements.clear()
    this.#database.close()
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  /** Safe when several processes open the file at once: the version is read under the write lock. */
  #migrate(): void {
    this.begin()
    try {
      const version = Number(this.#database.prepare('pragma user_version').get()?.user_version)
      if (version > migrations.length) {
        throw new Error(
          `The database is at schema version ${version}, newer than the ${migrations.length} that this release knows: install the release that wrote it`,
        )
      }
      for (const step of migrations.slice(version)) this.#database.exec(step)
      this.#database.exec(`pragma user_version = ${migrations.length}`)
      this.commit()
    } catch (error) {
      this.rollback()
      throw error
    }
  }
}
