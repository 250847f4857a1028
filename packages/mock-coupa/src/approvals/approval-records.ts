import { fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { memberOf, numberOf, presentDate, presentText, type Row, textOf } from '../store/row.js'
import type { Approval, ApprovalStatus } from './approval.js'
import type { ChainStep } from './approval-chain.js'

/** A submission starts a new round; what earlier rounds decided stays on record. */
export function insertChain(work: Work, requisition: number, chain: readonly ChainStep[]): void {
  for (const [index, step] of chain.entries()) {
    work.db.run(
      `INSERT INTO approvals (requisition, round, position, type, rule, approver, approver_name, approver_title)
       SELECT $requisition, round, $position, $type, $rule, $approver, $name, $title
       FROM requisitions WHERE number = $requisition`,
      {
        requisition,
        position: index + 1,
        type: step.type,
        rule: step.rule,
        approver: step.approver.login,
        name: fullName(step.approver),
        title: step.approver.title,
      },
    )
  }
}

/** What the chain of a cart would be. */
export function previewOf(requisition: number, chain: readonly ChainStep[]): Approval[] {
  return chain.map((step, index) => ({
    id: 0,
    requisition,
    position: index + 1,
    type: step.type,
    rule: step.rule,
    approver: { login: step.approver.login, fullName: fullName(step.approver), title: step.approver.title },
    status: null,
  }))
}

/** The chain of the latest submission. */
export function readChain(db: Database, requisition: number): Approval[] {
  return db
    .all(
      `SELECT a.* FROM approvals a JOIN requisitions r ON r.number = a.requisition AND r.round = a.round
       WHERE a.requisition = $requisition ORDER BY a.position`,
      { requisition },
    )
    .map(approvalOf)
}

export function readApproval(db: Database, id: number): Approval {
  const row = db.get('SELECT * FROM approvals WHERE id = $id', { id })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no approval ${id}`)
  return approvalOf(row)
}

/** Whether a person is, or ever was, among the approvers. */
export function isApproverOf(db: Database, requisition: number, login: string): boolean {
  return (
    db.get('SELECT 1 FROM approvals WHERE requisition = $requisition AND approver = $login LIMIT 1', {
      requisition,
      login,
    }) !== undefined
  )
}

/** What waits for a person, longest first. */
export function waitingFor(db: Database, login: string): Approval[] {
  return db
    .all(
      `SELECT * FROM approvals WHERE approver = $login AND status = 'pending_approval' ORDER BY opened_at, id`,
      {
        login,
      },
    )
    .map(approvalOf)
}

export function markApproval(
  work: Work,
  id: number,
  decision: { readonly status: ApprovalStatus; readonly comment?: string },
): void {
  const column = decision.status === 'pending_approval' ? 'opened_at' : 'decided_at'
  work.db.run(`UPDATE approvals SET status = $status, comment = $comment, ${column} = $now WHERE id = $id`, {
    id,
    status: decision.status,
    comment: decision.comment,
    now: work.now.toISOString(),
  })
}

const statuses = ['pending_approval', 'approved', 'rejected'] as const satisfies readonly ApprovalStatus[]

function approvalOf(row: Row): Approval {
  return {
    id: numberOf(row, 'id'),
    requisition: numberOf(row, 'requisition'),
    position: numberOf(row, 'position'),
    type: memberOf(row, 'type', ['ManagementHierarchyApproval', 'ApprovalChainApproval']),
    rule: textOf(row, 'rule'),
    approver: {
      login: textOf(row, 'approver'),
      fullName: textOf(row, 'approver_name'),
      title: textOf(row, 'approver_title'),
    },
    status: row.status === null ? null : memberOf(row, 'status', statuses),
    ...presentText(row, { comment: 'comment' }),
    ...presentDate(row, { openedAt: 'opened_at', decidedAt: 'decided_at' }),
  }
}
