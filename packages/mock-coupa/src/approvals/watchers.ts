import { fullName } from '../company/people.js'
import type { ApprovableKey } from '../control/approvable-key.js'
import type { Work } from '../control/work.js'
import type { Database } from '../store/database.js'
import { numberOf, presentText, textOf } from '../store/row.js'
import { inPresentRound } from './rounds.js'

/** Somebody who is told what becomes of a document, and decides nothing. */
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
  { type, id }: ApprovableKey,
  watchers: readonly { readonly login: string; readonly rule?: string; readonly addedBy?: string }[],
): void {
  for (const { login, rule, addedBy } of watchers) {
    const person = work.company.people.find(candidate => candidate.login === login)
    work.db.run(
      `INSERT INTO approval_watchers (approvable_type, approvable_id, round, login, full_name, rule, added_by, created_at)
       SELECT type, id, round, $login, $fullName, $rule, $addedBy, $now FROM approvables WHERE type = $type AND id = $id
       ON CONFLICT DO NOTHING`,
      {
        type,
        id,
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

export function readWatchers(db: Database, { type, id }: ApprovableKey): Watcher[] {
  return db
    .all(
      `SELECT t.* FROM approval_watchers t WHERE t.approvable_type = $type AND t.approvable_id = $id AND ${inPresentRound}
       ORDER BY t.id`,
      { type, id },
    )
    .map(row => ({
      id: numberOf(row, 'id'),
      login: textOf(row, 'login'),
      fullName: textOf(row, 'full_name'),
      ...presentText(row, { rule: 'rule', addedBy: 'added_by' }),
    }))
}
