import { readApprovable } from '../../approvables.js'
import { addApprover, removeApprover } from '../../approvals/ad-hoc.js'
import { type Approvable, nounOf } from '../../approvals/approvable.js'
import type { AdHocPlace } from '../../approvals/approval.js'
import { readChain } from '../../approvals/approval-records.js'
import { inPresentRound } from '../../approvals/rounds.js'
import { findPerson } from '../../company/people.js'
import type { ApprovableType } from '../../control/approvable-key.js'
import type { Work } from '../../control/work.js'
import { CoupaError } from '../../errors.js'
import { textOf } from '../../store/row.js'
import type { Call } from '../schema/call.js'
import { belongsTo, type FieldMaker, hasMany } from '../schema/field.js'
import { type Given, idGiven, keyGiven } from '../schema/given.js'
import type { Action } from '../schema/object.js'

/** Who approves a document, as the document shows it. `id` is its id in SQL. */
export function approvalFields(type: ApprovableType, id = 't.id'): Readonly<Record<string, FieldMaker>> {
  const open = `t.status IN ('pending_approval', 'on_hold')`
  const ofDocument = `t.approvable_type = '${type}' AND ${inPresentRound}`
  const shared = { sql: id, foreign: 't.approvable_id', order: 't.position' } as const
  return {
    'current-approval': belongsTo('approval', {
      sql: `(SELECT c.id FROM approvals c JOIN approvables d
        ON d.type = c.approvable_type AND d.id = c.approvable_id AND d.round = c.round
        WHERE c.approvable_type = '${type}' AND c.approvable_id = ${id}
          AND c.status IN ('pending_approval', 'on_hold') ORDER BY c.position LIMIT 1)`,
      direction: 'out',
    }),
    'current-parallel-approvals': hasMany('approval', {
      ...shared,
      where: `t.parallel_group IS NOT NULL AND ${open} AND ${ofDocument}`,
    }),
    approvals: hasMany('approval', { ...shared, where: ofDocument }),
    // Whom add_approver and remove_approval are about.
    approver: belongsTo('user', { of: 'login', sql: 'NULL', direction: 'in' }),
    approval: belongsTo('approval', { sql: 'NULL', direction: 'in' }),
  }
}

/**
 * Approvers that a program adds to a document, or takes back.
 * Unverified: how the two actions name the person, the place and the approval. We take `approver` of the body, which
 * Coupa's field tables have, or `approver_id` or `approver_login` of the query; `place` (`after_current`, `at_end`,
 * `as_watcher`) and `approval_id` of the query, or `approval` of the body.
 */
export function chainActions(type: ApprovableType): readonly Action[] {
  return [
    {
      method: 'PUT',
      path: ':id/add_approver',
      summary: 'Adds an approver or a watcher before it is submitted, or while it waits for approval',
      query: ['approver_id', 'approver_login', 'place'],
      scope: 'write',
      takesBody: true,
      perform(call, id, given) {
        const addition = { approver: approverOf(call, given), place: placeOf(call) }
        call.transaction(work => {
          const approvable = readApprovable(work, { type, id })
          addApprover(work, actingLogin(work, call.login, approvable), approvable, addition)
        })
        return id
      },
    },
    {
      method: 'PUT',
      path: ':id/remove_approval',
      summary: 'Removes an approver who was added and has not decided yet',
      query: ['approval_id'],
      scope: 'write',
      takesBody: true,
      perform(call, id, given) {
        const approval = Number(call.query.get('approval_id') ?? idGiven(given, 'approval') ?? Number.NaN)
        call.transaction(work => {
          if (!readChain(work.db, { type, id }).some(one => one.id === approval)) {
            throw new CoupaError(
              'ERR_COUPA_INVALID',
              `approval_id must be an approval of this ${nounOf({ type })}`,
            )
          }
          removeApprover(work, call.login, readApprovable(work, { type, id }), approval)
        })
        return id
      },
    },
  ]
}

/** Before anybody is asked, an administrator's program speaks for the requester. */
function actingLogin(work: Work, login: string, approvable: Approvable): string {
  const { stage, requestedBy } = approvable
  if (stage !== 'draft' || requestedBy.login === '') return login
  return findPerson(work.company, login).administrator ? requestedBy.login : login
}

function approverOf(call: Call, given: Given): string {
  const login = call.query.get('approver_login') ?? keyGiven(given, 'approver')
  if (login) return login
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
