import type { Row, Tables } from '../store/tables.js'
import { type Account, accountKey } from './account.js'

/** The people the shop has met. */
export interface AccountStore {
  /** Keeps who somebody is; the latest name wins. */
  remember(account: Account, seenAt: Date): Promise<void>
  find(email: string): Promise<Account | undefined>
  /** Latest first. */
  recent(limit: number): Promise<Account[]>
}

export function createAccountStore(tables: Tables): AccountStore {
  const account = 'select email, name, company from account'
  return {
    remember: ({ email, name, company }, seenAt) =>
      tables.run(
        `insert into account (email, name, company, seen_at) values (?, ?, ?, ?)
         on conflict (email) do update set name = excluded.name, company = coalesce(excluded.company, account.company),
           seen_at = excluded.seen_at`,
        accountKey(email),
        name,
        company ?? null,
        seenAt.toISOString(),
      ),
    find: async email => read(await tables.get(`${account} where email = ?`, accountKey(email))),
    recent: async limit =>
      (await tables.all(`${account} order by seen_at desc, email limit ?`, limit)).flatMap(
        row => read(row) ?? [],
      ),
  }
}

function read(row: Row | undefined): Account | undefined {
  if (typeof row?.email !== 'string' || typeof row.name !== 'string') return undefined
  const account = { email: row.email, name: row.name }
  return typeof row.company === 'string' ? { ...account, company: row.company } : account
}
