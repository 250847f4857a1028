import { join } from 'node:path'
import type { Store } from '@punchloop/sdk'
import { memoryStore } from '@punchloop/sdk/memory'
import { postgresStore } from '@punchloop/sdk/postgres'
import { sqliteStore } from '@punchloop/sdk/sqlite'

export interface StoreOptions {
  /** Everything is kept here; without it, in memory. */
  readonly dataDir?: string
  /** `postgres://…`: what the SDK keeps is kept there instead, for several processes. */
  readonly databaseUrl?: string
}

/** Where the SDK keeps sessions, requests, orders and what is to be done. */
export function openStore({ dataDir, databaseUrl }: StoreOptions): Store {
  if (databaseUrl !== undefined) return postgresStore({ connectionString: databaseUrl })
  return dataDir === undefined ? memoryStore() : sqliteStore({ file: join(dataDir, 'punchloop.sqlite') })
}
