import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { GroupCommit } from './group-commit.js'
import { OneAtATime } from './one-at-a-time.js'
import { sqlTransaction } from './sql-transaction.js'
import { SqliteDatabase } from './sqlite-database.js'
import type { Store, StoreReader } from './store.js'

/**
 * A store in one SQLite file (`node:sqlite`, nothing to install): durable when a transaction resolves, safe for
 * several processes on one machine. `file` may be `:memory:`; its folder is made where it is missing.
 *
 * @example
 * ```ts
 * const store = sqliteStore({ file: 'data/punchloop.sqlite' })
 * ```
 */
export function sqliteStore({ file }: { readonly file: string }): Store {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const database = new SqliteDatabase(file)
  const tx = sqlTransaction(database)
  const queue = new GroupCommit(database)
  // What is looked up is a committed state, and keeps nobody from writing: in a file that takes a connection of its own.
  const reader = file === ':memory:' ? undefined : new SqliteReader(file)
  return {
    read: work => (reader === undefined ? queue.run(() => work(tx)) : reader.read(work)),
    transaction: work => queue.run(() => work(tx)),
    close: async () => {
      await queue.idle()
      await reader?.close()
      database.close()
    },
  }
}

/** A second connection, on which nothing is written. */
class SqliteReader {
  readonly #database: SqliteDatabase
  readonly #tx: StoreReader
  readonly #queue = new OneAtATime()

  constructor(file: string) {
    this.#database = new SqliteDatabase(file)
    this.#tx = sqlTransaction(this.#database)
  }

  read<Result>(work: (tx: StoreReader) => Promise<Result>): Promise<Result> {
    return this.#queue.run(async () => {
      this.#database.look()
      try {
        return await work(this.#tx)
      } finally {
        this.#database.rollback()
      }
    })
  }

  async close(): Promise<void> {
    await this.#queue.idle()
    this.#database.close()
  }
}
