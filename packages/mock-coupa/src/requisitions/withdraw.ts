import { findPerson, fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { recordHistory } from '../journal/history.js'
import { ownRequisition } from './edit-cart.js'
import { changeStatus } from './requisition-records.js'

/** The requester no longer wants it. Possible until the last approval is given. */
export function withdraw(
  work: Work,
  login: string,
  withdrawal: { readonly requisition: number; readonly reason?: string },
): void {
  const requisition = ownRequisition(work, login, withdrawal.requisition)
  const reason = withdrawal.reason?.trim() || undefined
  changeStatus(work, requisition.number, {
    from: ['pending_approval', 'pending_buyer_action', 'draft'],
    to: 'withdrawn',
    doing: 'withdrawn',
  })
  work.db.run('UPDATE requisitions SET withdraw_reason = $reason WHERE number = $number', {
    number: requisition.number,
    reason,
  })
  recordHistory(work, {
    requisition: requisition.number,
    by: fullName(findPerson(work.company, login)),
    text: 'Withdrawn',
    ...(reason === undefined ? {} : { comment: reason }),
  })
  work.emit('requisition withdrawn', {
    requisition: requisition.number,
    ...(reason === undefined ? {} : { reason }),
  })
}
