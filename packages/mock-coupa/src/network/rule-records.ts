import type { Database } from '../store/database.js'
import { textOf } from '../store/row.js'
import type { NetworkDirectory } from './account.js'
import type { TransactionRules } from './transaction-rules.js'

/** What a buyer's administrator has chosen on the network goes before what its account began with. */
export function withChosenRules(db: Database, directory: NetworkDirectory): NetworkDirectory {
  const chosen = new Map(
    db
      .all('SELECT * FROM network_rules')
      // Written by chooseRules.
      .map((row): [string, TransactionRules] => [textOf(row, 'buyer'), JSON.parse(textOf(row, 'rules'))]),
  )
  if (chosen.size === 0) return directory
  return {
    ...directory,
    accounts: directory.accounts.map(account => {
      const rules = chosen.get(account.anid)
      return account.role === 'buyer' && rules !== undefined ? { ...account, rules } : account
    }),
  }
}

export function chooseRules(db: Database, buyer: string, rules: TransactionRules): void {
  db.run(
    `INSERT INTO network_rules (buyer, rules) VALUES ($buyer, $rules)
     ON CONFLICT DO UPDATE SET rules = excluded.rules`,
    { buyer, rules: JSON.stringify(rules) },
  )
}
