import type { DatabaseSync } from 'node:sqlite'
import { type Account, accountKey } from './account.js'

/** The people the shop has met. */
export interface AccountStore {
  /** Keeps who somebody is; the latest name wins. */
  remember(account: Account, seenAt: Date): void
  find(email: string): Account | undefined
  /** Latest first. */
  recent(limit: number): Account[]
}

export function createAccountStore(database: DatabaseSync): AccountStore {
  const upsert = database.prepare(`
    insert into account (email, name, company, seen_at) values (?, ?, ?, ?)
    on conflict (email) do update set name = excluded.name, company = coalesce(excluded.company, company),
      seen_at = excluded.seen_at`)
  const byEmail = database.prepare('select email, name, company from account where email = ?')
  const latest = database.prepare(
    'select email, name, company from account order by seen_at desc, email limit ?',
  )
  return {
    remember: ({ email, name, company }, seenAt) => {
      upsert.run(accountKey(email), name, company ?? null, seenAt.toISOString())
    },
    find: email => read(byEmail.get(accountKey(email))),
    recent: limit => latest.all(limit).flatMap(row => read(row) ?? []),
  }
}

function read(row: Readonly<Record<string, unknown>> | undefined): Account | undefined {
  if (typeof row?.email !== 'string' || typeof row.name !== 'string') return undefined
  const account = { email: row.email, name: row.name }
  return typeof row.company === 'string' ? { ...account, company: row.company } : account
}
