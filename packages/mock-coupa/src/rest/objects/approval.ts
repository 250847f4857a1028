import { readApproval } from '../../approvals/approval-records.js'
import { approve, reject } from '../../approvals/decide.js'
import type { Work } from '../../control/work.js'
import { CoupaError } from '../../errors.js'
import { belongsTo, boolean, datetime, emptyList, integer, string } from '../schema/field.js'
import { type Action, defineObject, type ObjectDefinition } from '../schema/object.js'

/** The client decides in the approver's name, as Coupa's API users do. */
function decide(
  path: string,
  summary: string,
  transition: (
    work: Work,
    of: { readonly login: string; readonly requisition: number },
    reason: string,
  ) => void,
): Action {
  return {
    method: 'PUT',
    path: `:id/${path}`,
    summary,
    query: ['reason'],
    scope: 'write',
    perform(call, id) {
      call.transaction(work => {
        const { approver, requisition, status } = readApproval(work.db, id)
        if (status !== 'pending_approval') {
          throw new CoupaError(
            'ERR_COUPA_CONFLICT',
            `Approval ${id} cannot be decided: it is ${status ?? 'not asked for yet'}, and that is possible only while it is pending_approval`,
          )
        }
        transition(work, { login: approver.login, requisition }, call.query.get('reason') ?? '')
      })
      return id
    },
  }
}

export const approval: ObjectDefinition = defineObject({
  name: 'approval',
  path: 'approvals',
  title: 'Approvals',
  scope: 'approval',
  table: 'approvals',
  namedBy: ['id'],
  fields: {
    id: integer({ direction: 'out' }),
    'created-at': datetime({ sql: 't.opened_at', direction: 'out' }),
    'updated-at': datetime({ sql: 'coalesce(t.decided_at, t.opened_at)', direction: 'out' }),
    position: integer({ direction: 'out' }),
    'approval-chain-id': integer({ sql: 'NULL', direction: 'out' }),
    status: string({ direction: 'out' }),
    'approval-date': datetime({ sql: 't.decided_at', direction: 'out' }),
    note: string({ sql: 't.comment', direction: 'out' }),
    type: string({ direction: 'out' }),
    'approvable-type': string({ sql: `'RequisitionHeader'`, direction: 'out' }),
    'approver-type': string({ sql: `'User'`, direction: 'out' }),
    'approvable-id': integer({ sql: 't.requisition', direction: 'out' }),
    'approver-id': integer({
      sql: '(SELECT id FROM users WHERE users.login = t.approver)',
      direction: 'out',
    }),
    'delegate-id': integer({ sql: 'NULL', direction: 'out' }),
    'parallel-group-name': string({ sql: 'NULL', direction: 'out' }),
    holdable: boolean({ sql: '1', direction: 'out' }),
    approver: belongsTo('user', { of: 'login', direction: 'out' }),
    'approved-by': belongsTo('user', {
      of: 'login',
      sql: `CASE WHEN t.status = 'approved' THEN t.approver END`,
      direction: 'out',
    }),
    delegates: emptyList(),
    reasons: emptyList(),
  },
  actions: [
    decide('approve', 'Approves', (work, { login, requisition }, comment) =>
      approve(work, login, { requisition, comment }),
    ),
    decide(
      'reject',
      'Rejects: the requisition becomes a draft again',
      (work, { login, requisition }, comment) =>
        // Unverified: that Coupa takes a rejection without a reason.
        reject(work, login, { requisition, comment: comment || 'Rejected by the API' }),
    ),
  ],
})
