import { addApprover, removeApprover } from '../../approvals/ad-hoc.js'
import type { AdHocPlace } from '../../approvals/approval.js'
import { readChain } from '../../approvals/approval-records.js'
import { CoupaError } from '../../errors.js'
import { textOf } from '../../store/row.js'
import type { Call } from '../schema/call.js'
import type { Action } from '../schema/object.js'

/**
 * Approvers that a program adds to a requisition, or takes back.
 * Unverified: how the two actions name the person, the place and the approval. We take `approver_id` (or
 * `approver_login`), `place` (`after_current`, `at_end`, `as_watcher`) and `approval_id`.
 */
export const chainActions: readonly Action[] = [
  {
    method: 'PUT',
    path: ':id/add_approver',
    summary:
      'Adds an approver or a watcher before the requisition is submitted, or while it waits for approval',
    query: ['approver_id', 'approver_login', 'place'],
    scope: 'write',
    perform(call, id) {
      const approver = approverOf(call)
      call.transaction(work =>
        addApprover(work, call.login, { requisition: id, approver, place: placeOf(call) }),
      )
      return id
    },
  },
  {
    method: 'PUT',
    path: ':id/remove_approval',
    summary: 'Removes an approver who was added and has not decided yet',
    query: ['approval_id'],
    scope: 'write',
    perform(call, id) {
      call.transaction(work => {
        const approval = Number(call.query.get('approval_id') ?? Number.NaN)
        if (!readChain(work.db, id).some(one => one.id === approval)) {
          throw new CoupaError('ERR_COUPA_INVALID', `approval_id must be an approval of requisition ${id}`)
        }
        removeApprover(work, call.login, { requisition: id, approval })
      })
      return id
    },
  },
]

function approverOf(call: Call): string {
  const login = call.query.get('approver_login')
  if (login !== null) return login
  const row = call.db.get('SELECT login FROM users WHERE id = $id AND removed_at IS NULL', {
    id: Number(call.query.get('approver_id') ?? 0),
  })
  if (row === undefined) {
    throw new CoupaError(
      'ERR_COUPA_INVALID',
      'approver_id must be the id of a user, or approver_login a login',
    )
  }
  return textOf(row, 'login')
}

function placeOf({ query }: Call): AdHocPlace {
  const place = query.get('place')
  if (place === null || place === 'after_current') return 'after_current'
  if (place === 'at_end' || place === 'as_watcher') return place
  throw new CoupaError('ERR_COUPA_INVALID', 'place must be after_current, at_end or as_watcher')
}
