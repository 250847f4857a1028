import type { User } from '../company/company.js'
import { activePerson, fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { recordHistory } from '../journal/history.js'
import type { Database } from '../store/database.js'
import { dateOf, numberOf, presentText } from '../store/row.js'
import { type Approval, isOpen } from './approval.js'
import { approverOf } from './approval-chain.js'
import { insertApproval, markApproval, readApproval } from './approval-records.js'

/** Not decided in time, or the approver has left the company. */
const overdue = `SELECT id FROM approvals a WHERE status IN ('pending_approval', 'on_hold') AND cannot_escalate = 0
  AND (due_at <= $now OR (approval_group IS NULL AND NOT EXISTS (
    SELECT 1 FROM users u WHERE u.login = a.approver AND u.active = 1 AND u.removed_at IS NULL)))`

/** What is to be escalated, as a duty sees it. */
export function overdueApprovals(db: Database) {
  return {
    due: (now: Date) =>
      db.all(`${overdue} ORDER BY id LIMIT 16`, { now: now.toISOString() }).map(row => numberOf(row, 'id')),
    next(now: Date) {
      const row = db.get('SELECT due_at FROM approvals WHERE due_at > $now ORDER BY due_at LIMIT 1', {
        now: now.toISOString(),
      })
      return row && dateOf(row, 'due_at')
    },
  }
}

/**
 * An approval goes to the approver's manager: the old one becomes `escalated`, and a new one stands beside it. Nobody's
 * manager is the requester: the walk goes on. Where it ends, an administrator is asked.
 *
 * Unverified: when Coupa escalates a second time, and whom it asks where there is no manager.
 */
export function escalate(work: Work, id: number): void {
  const approval = readApproval(work.db, id)
  if (!isOpen(approval)) return
  const hasLeft =
    approval.group === undefined && activePerson(work.company, approval.approver.login) === undefined
  const manager = managerOf(work, approval, hasLeft)
  if (manager === undefined) {
    work.db.run('UPDATE approvals SET due_at = NULL, cannot_escalate = 1 WHERE id = $id', { id })
    return
  }
  markApproval(work, id, { status: 'escalated' })
  insertApproval(
    work,
    { ...approval, approver: approverOf(manager) },
    { on: approval.on, position: approval.position + 1 },
  )
  recordHistory(work, {
    on: approval.on,
    by: work.system.title,
    text: `Escalated from ${approval.approver.fullName}, who ${hasLeft ? 'has left' : 'did not decide in time'}, to ${fullName(manager)}`,
  })
  work.emit('approval escalated', { on: approval.on, approval: id })
}

/** The next above who is there. For those who have left, else an administrator. */
function managerOf(work: Work, approval: Approval, hasLeft: boolean): User | undefined {
  const passed = new Set([approval.approver.login])
  for (let login = bossOf(work, approval.approver.login); login !== undefined && !passed.has(login); ) {
    passed.add(login)
    const boss = activePerson(work.company, login)
    if (boss !== undefined && login !== approval.requester) return boss
    login = bossOf(work, login)
  }
  return hasLeft
    ? work.company.people.find(
        ({ active, administrator, login }) => active && administrator && login !== approval.requester,
      )
    : undefined
}

/** Those who were removed are still known to the directory. */
function bossOf({ db }: Work, login: string): string | undefined {
  const row = db.get('SELECT manager FROM users WHERE login = $login', { login })
  return row && presentText(row, { manager: 'manager' }).manager
}
