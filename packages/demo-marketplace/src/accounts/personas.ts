import { type Account, accountKey, operator, ordinaryVisitor } from './account.js'
import type { AccountStore } from './account-store.js'

const most = 6

/** Whom the demo offers to become: people it was told of, people it has met, a private person, the operator. */
export async function listPersonas(accounts: AccountStore, people: readonly Account[]): Promise<Account[]> {
  const always = [ordinaryVisitor, operator]
  const met = [...people, ...(await accounts.recent(most))].filter(
    ({ email }) => !always.some(account => account.email === accountKey(email)),
  )
  const unique = new Map(met.map(account => [accountKey(account.email), account] as const))
  return [...unique.values()].slice(0, most - always.length).concat(always)
}
