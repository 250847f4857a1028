import { actsFor, decidersOf } from '../../approvals/acting.js'
import { readApproval } from '../../approvals/approval-records.js'
import { askInstead, noteOnApproval } from '../../approvals/change-approval.js'
import { approve, hold, reject } from '../../approvals/decide.js'
import type { Decision } from '../../approvals/own-approval.js'
import type { Work } from '../../control/work.js'
import { CoupaError } from '../../errors.js'
import { belongsTo, boolean, datetime, emptyList, integer, string } from '../schema/field.js'
import { keyGiven, textGiven } from '../schema/given.js'
import { type Action, defineObject, type ObjectDefinition } from '../schema/object.js'
import { identity } from './dated.js'

/**
 * In the name of the person that the client acts as, where that one may decide; else in the approver's (or the first
 * member's of a group), as Coupa's API users do.
 */
function decide(
  path: string,
  summary: string,
  transition: (work: Work, login: string, decision: Decision & { readonly comment: string }) => void,
): Action {
  return {
    method: 'PUT',
    path: `:id/${path}`,
    summary,
    query: ['reason'],
    scope: 'write',
    perform(call, id) {
      call.transaction(work => {
        const approval = readApproval(work.db, id)
        const { on, status } = approval
        if (status !== 'pending_approval') {
          throw new CoupaError(
            'ERR_COUPA_CONFLICT',
            `Approval ${id} cannot be decided: it is ${status ?? 'not asked for yet'}, and that is possible only while it is pending_approval`,
          )
        }
        const isOwn = actsFor(work, call.login, approval) !== undefined
        const login = isOwn ? call.login : (decidersOf(work, approval)[0] ?? call.login)
        transition(work, login, { on, approval: id, comment: call.query.get('reason') ?? '' })
      })
      return id
    },
  }
}

/**
 * What is known of Coupa's approvals is where its fields were seen; `delegates` is always empty here.
 * Unverified: that `PUT /api/approvals/:id` takes the note and another approver, and the word `ApprovalGroup`.
 */
export const approval: ObjectDefinition = defineObject({
  name: 'approval',
  path: 'approvals',
  title: 'Approvals',
  scope: 'approval',
  table: 'approvals',
  namedBy: ['id'],
  fields: {
    ...identity,
    position: integer({ direction: 'out' }),
    'approval-chain-id': integer({ sql: 't.rule_id', direction: 'out' }),
    status: string({ direction: 'out' }),
    'approval-date': datetime({ sql: 't.decided_at', direction: 'out' }),
    note: string({ sql: 't.comment' }),
    type: string({ direction: 'out' }),
    'approvable-type': string({ direction: 'out' }),
    'approver-type': string({
      sql: `CASE WHEN t.approval_group IS NULL THEN 'User' ELSE 'ApprovalGroup' END`,
      direction: 'out',
    }),
    'approvable-id': integer({ direction: 'out' }),
    'approver-id': integer({
      sql: 'coalesce(nullif(t.approval_group, 0), (SELECT id FROM users WHERE users.login = t.approver))',
      direction: 'out',
    }),
    'delegate-id': integer({
      sql: `(SELECT id FROM users WHERE t.approval_group IS NULL AND users.login = t.decided_by
        AND t.decided_by <> t.approver)`,
      direction: 'out',
    }),
    'parallel-group-name': string({ sql: 't.parallel_group', direction: 'out' }),
    holdable: boolean({ sql: `t.status = 'pending_approval'`, direction: 'out' }),
    approver: belongsTo('user', { of: 'login' }),
    'approved-by': belongsTo('user', {
      of: 'login',
      sql: `CASE WHEN t.status = 'approved' THEN t.decided_by END`,
      direction: 'out',
    }),
    delegates: emptyList(),
    reasons: emptyList(),
  },
  update(call, id, given) {
    call.transaction(work => {
      const note = textGiven(given, 'note')
      if (note !== undefined) noteOnApproval(work, id, note)
      const approver = keyGiven(given, 'approver')
      if (approver) askInstead(work, call.login, { approval: id, approver })
    })
  },
  actions: [
    decide('approve', 'Approves', approve),
    decide('reject', 'Rejects: a requisition becomes a draft again', (work, login, decision) =>
      // Unverified: that Coupa takes a rejection without a reason.
      reject(work, login, { ...decision, comment: decision.comment || 'Rejected by the API' }),
    ),
    decide('hold', 'Puts on hold', hold),
  ],
})
