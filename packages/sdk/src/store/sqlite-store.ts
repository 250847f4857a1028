import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { OneAtATime } from './one-at-a-time.js'
import { SqliteDatabase } from './sqlite-database.js'
import { SqliteTransaction } from './sqlite-transaction.js'
import type { Store } from './store.js'

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
  const tx = new SqliteTransaction(database)
  const queue = new OneAtATime()
  return {
    read: work =>
      queue.run(async () => {
        database.begin('read')
        try {
          return await work(tx)
        } finally {
          database.rollback()
        }
      }),
    transaction: work =>
      queue.run(async () => {
        database.begin('write')
        try {
          const result = await work(tx)
          database.commit()
          return result
        } catch (error) {
          database.rollback()
          throw error
        }
      }),
    close: async () => {
      await queue.idle()
      database.close()
    },
  }
}
