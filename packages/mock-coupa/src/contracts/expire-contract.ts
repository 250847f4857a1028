import type { Work } from '../control/work.js'
import { recordHistory } from '../journal/history.js'
import type { Database } from '../store/database.js'
import { dateOf, numberOf } from '../store/row.js'
import { moveContract } from './contract-records.js'

/** Published contracts whose end date has passed, as a duty sees them. */
export function endedContracts(db: Database) {
  return {
    due: (now: Date) =>
      db
        .all(
          `SELECT id FROM contracts WHERE status = 'published' AND end_date <= $now ORDER BY id LIMIT 16`,
          {
            now: now.toISOString(),
          },
        )
        .map(row => numberOf(row, 'id')),
    next(now: Date) {
      const row = db.get(
        `SELECT end_date FROM contracts WHERE status = 'published' AND end_date > $now ORDER BY end_date LIMIT 1`,
        { now: now.toISOString() },
      )
      return row && dateOf(row, 'end_date')
    },
  }
}

/** `published` → `expired`. Unverified: that Coupa does so by itself. */
export function expireContract(work: Work, id: number): void {
  moveContract(work, id, { from: ['published'], to: 'expired', doing: 'ended' })
  recordHistory(work, { on: { type: 'Contract', id }, by: work.system.title, text: 'Expired' })
}
