import { fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import type { Database } from '../store/database.js'
import { numberOf, presentText, textOf } from '../store/row.js'

/** Somebody who is told what becomes of a requisition, and decides nothing. */
export interface Watcher {
  readonly id: number
  readonly login: string
  readonly fullName: string
  /** Name of the rule that asks for it. Absent: somebody added this watcher. */
  readonly rule?: string
  readonly addedBy?: string
}

/** Of the present round. Whoever watches already goes on doing so. */
export function insertWatchers(
  work: Work,
  requisition: number,
  watchers: readonly { readonly login: string; readonly rule?: string; readonly addedBy?: string }[],
): void {
  for (const { login, rule, addedBy } of watchers) {
    const person = work.company.people.find(candidate => candidate.login === login)
    work.db.run(
      `INSERT INTO approval_watchers (requisition, round, login, full_name, rule, added_by, created_at)
       SELECT $requisition, round, $login, $fullName, $rule, $addedBy, $now FROM requisitions WHERE number = $requisition
       ON CONFLICT DO NOTHING`,
      {
        requisition,
        login,
        fullName: person === undefined ? login : fullName(person),
        rule,
        addedBy,
        now: work.now.toISOString(),
      },
    )
  }
}

export function removeWatcher(work: Work, id: number): void {
  work.db.run('DELETE FROM approval_watchers WHERE id = $id', { id })
}

export function readWatchers(db: Database, requisition: number): Watcher[] {
  return db
    .all(
      `SELECT w.* FROM approval_watchers w JOIN requisitions r ON r.number = w.requisition AND r.round = w.round
       WHERE w.requisition = $requisition ORDER BY w.id`,
      { requisition },
    )
    .map(row => ({
      id: numberOf(row, 'id'),
      login: textOf(row, 'login'),
      fullName: textOf(row, 'full_name'),
      ...presentText(row, { rule: 'rule', addedBy: 'added_by' }),
    }))
}
