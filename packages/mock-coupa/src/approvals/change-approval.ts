import { findPerson, fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import { isOpen } from './approval.js'
import { approverOf } from './approval-chain.js'
import { readApproval } from './approval-records.js'

/** What stands beside an approval; null takes it away. */
export function noteOnApproval(work: Work, id: number, note: string | null): void {
  work.db.run('UPDATE approvals SET comment = $note, updated_at = $now WHERE id = $id', {
    id,
    note: note?.trim() || null,
    now: work.now.toISOString(),
  })
}

/**
 * Somebody else is asked, in the same place. By administrators. `ERR_COUPA_CONFLICT` for what is decided,
 * `ERR_COUPA_INVALID` for the requester.
 */
export function askInstead(
  work: Work,
  login: string,
  wanted: { readonly approval: number; readonly approver: string },
): void {
  const by = findPerson(work.company, login)
  const approval = readApproval(work.db, wanted.approval)
  const person = findPerson(work.company, wanted.approver)
  if (!by.administrator) {
    throw new CoupaError('ERR_COUPA_FORBIDDEN', `Approvers of ${approval.name} are not yours to change`)
  }
  if (approval.status !== null && !isOpen(approval)) {
    throw new CoupaError('ERR_COUPA_CONFLICT', `Approval ${approval.id} is ${approval.status} already`)
  }
  if (person.login === approval.requester && !approval.requesterMayApprove) {
    const message = 'nobody approves an own request'
    throw new CoupaError('ERR_COUPA_INVALID', `This approver cannot be asked: ${message}`, {
      fields: [{ field: 'approver', message }],
    })
  }
  const { login: approver, fullName: name, title } = approverOf(person)
  work.db.run('DELETE FROM approval_links WHERE approval = $id', { id: approval.id })
  work.db.run(
    `UPDATE approvals SET approver = $approver, approver_name = $name, approver_title = $title, approval_group = NULL,
       required = 1, cannot_escalate = 0, updated_at = $now WHERE id = $id`,
    { id: approval.id, approver, name, title, now: work.now.toISOString() },
  )
  recordHistory(work, {
    on: approval.on,
    by: fullName(by),
    text: `Asked ${name} instead of ${approval.approver.fullName}`,
  })
  if (isOpen(approval)) work.emit('approval opened', { approval: approval.id })
}
