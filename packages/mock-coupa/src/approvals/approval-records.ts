import { type ApprovableKey, approvableTypes } from '../control/approvable-key.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import {
  dateOf,
  memberOf,
  numberOf,
  presentDate,
  presentNumber,
  presentText,
  type Row,
  textOf,
} from '../store/row.js'
import type { Approvable } from './approvable.js'
import type { Approval, ApprovalDemand, ApprovalStatus, ApprovalType, GivenApproval } from './approval.js'

export function insertChain(work: Work, on: ApprovableKey, chain: readonly ApprovalDemand[]): void {
  for (const [index, demand] of chain.entries()) insertApproval(work, demand, { on, position: index + 1 })
}

/** Appends to the present round, or pushes in: whatever stands at the position or after it moves on. */
export function insertApproval(
  work: Work,
  demand: ApprovalDemand,
  at: { readonly on: ApprovableKey; readonly position: number; readonly addedBy?: string },
): number {
  moveOn(work, at)
  const { lastId } = work.db.run(
    `INSERT INTO approvals (approvable_type, approvable_id, round, position, type, rule, rule_id, approver, approver_name,
       approver_title, approval_group, required, parallel_group, parallel_required, skip_if_approved,
       requester_may_approve, escalate_after_hours, added_by, created_at, updated_at)
     SELECT type, id, round, $position, $demandType, $rule, $ruleId, $approver, $name, $title, $group, $required,
       $parallelGroup, $parallelRequired, $skipIfApproved, $requesterMayApprove, $escalateAfterHours, $addedBy, $now, $now
     FROM approvables WHERE type = $type AND id = $id`,
    {
      ...keyOf(at.on),
      position: at.position,
      demandType: demand.type,
      rule: demand.rule,
      ruleId: demand.ruleId,
      approver: demand.approver.login,
      name: demand.approver.fullName,
      title: demand.approver.title,
      group: demand.group,
      required: demand.required,
      parallelGroup: demand.parallelGroup,
      parallelRequired: demand.parallelRequired,
      skipIfApproved: demand.skipIfApproved ? 1 : 0,
      requesterMayApprove: demand.requesterMayApprove ? 1 : 0,
      escalateAfterHours: demand.escalateAfterHours,
      addedBy: at.addedBy,
      now: work.now.toISOString(),
    },
  )
  return lastId
}

const ofPresentRound = `approvable_type = $type AND approvable_id = $id
  AND round = (SELECT round FROM approvables WHERE type = $type AND id = $id)`

function moveOn(
  work: Work,
  { on, position }: { readonly on: ApprovableKey; readonly position: number },
): void {
  work.db.run(
    `UPDATE approvals SET position = position + 1 WHERE position >= $position AND ${ofPresentRound}`,
    { ...keyOf(on), position },
  )
}

/** What stands after it moves up. */
export function deleteApproval(work: Work, { id, on, position }: Approval): void {
  work.db.run('DELETE FROM approval_links WHERE approval = $id', { id })
  work.db.run('DELETE FROM approvals WHERE id = $id', { id })
  work.db.run(
    `UPDATE approvals SET position = position - 1 WHERE position > $position AND ${ofPresentRound}`,
    { ...keyOf(on), position },
  )
}

/** What the chain of a document would be if it were submitted now. */
export function previewOf(
  { type, id, name, requestedBy }: Approvable,
  chain: readonly ApprovalDemand[],
): Approval[] {
  return chain.map((demand, index) => ({
    ...demand,
    id: 0,
    on: { type, id },
    name,
    requester: requestedBy.login,
    position: index + 1,
    status: null,
    given: [],
  }))
}

const selectApprovals = `SELECT a.*, d.name AS approvable_name, d.requester FROM approvals a
  JOIN approvables d ON d.type = a.approvable_type AND d.id = a.approvable_id`

/** The chain of the latest submission. */
export function readChain(db: Database, on: ApprovableKey): Approval[] {
  return db
    .all(
      `${selectApprovals} WHERE d.type = $type AND d.id = $id AND a.round = d.round ORDER BY a.position`,
      keyOf(on),
    )
    .map(row => approvalOf(db, row))
}

export function readApproval(db: Database, id: number): Approval {
  const row = db.get(`${selectApprovals} WHERE a.id = $id`, { id })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no approval ${id}`)
  return approvalOf(db, row)
}

/** What waits for any of these people or groups, longest first. */
export function openApprovalsOf(
  db: Database,
  by: { readonly logins: readonly string[]; readonly groups: readonly number[] },
): Approval[] {
  return db
    .all(
      `${selectApprovals} WHERE a.status IN ('pending_approval', 'on_hold')
         AND (a.approver IN (SELECT value FROM json_each($logins))
           OR a.approval_group IN (SELECT value FROM json_each($groups)))
       ORDER BY a.opened_at, a.id`,
      { logins: JSON.stringify(by.logins), groups: JSON.stringify(by.groups) },
    )
    .map(row => approvalOf(db, row))
}

export function markApproval(
  work: Work,
  id: number,
  change: {
    readonly status: ApprovalStatus
    readonly comment?: string
    readonly by?: { readonly login: string; readonly fullName: string }
    readonly dueAt?: Date
  },
): void {
  const isDecided = change.status === 'approved' || change.status === 'rejected'
  work.db.run(
    `UPDATE approvals SET status = $status, comment = coalesce($comment, comment), due_at = $dueAt, updated_at = $now,
       opened_at = CASE WHEN $status = 'pending_approval' THEN $now ELSE opened_at END,
       decided_at = CASE WHEN $isDecided THEN $now ELSE decided_at END, decided_by = $by, decided_by_name = $byName
     WHERE id = $id`,
    {
      id,
      status: change.status,
      comment: change.comment,
      dueAt: change.dueAt?.toISOString(),
      isDecided: isDecided ? 1 : 0,
      by: change.by?.login,
      byName: change.by?.fullName,
      now: work.now.toISOString(),
    },
  )
}

/** Without whatever else a document is. */
function keyOf({ type, id }: ApprovableKey) {
  return { type, id }
}

const types = [
  'ManagementHierarchyApproval',
  'ApprovalChainApproval',
  'AdHocApproval',
] as const satisfies readonly ApprovalType[]

const statuses = [
  'pending_approval',
  'on_hold',
  'approved',
  'rejected',
  'escalated',
  'skipped',
] as const satisfies readonly ApprovalStatus[]

function approvalOf(db: Database, row: Row): Approval {
  const decidedBy = presentText(row, { login: 'decided_by', fullName: 'decided_by_name' })
  const group = presentNumber(row, { group: 'approval_group' })
  return {
    id: numberOf(row, 'id'),
    on: { type: memberOf(row, 'approvable_type', approvableTypes), id: numberOf(row, 'approvable_id') },
    name: textOf(row, 'approvable_name'),
    requester: textOf(row, 'requester'),
    position: numberOf(row, 'position'),
    type: memberOf(row, 'type', types),
    rule: textOf(row, 'rule'),
    approver: {
      login: textOf(row, 'approver'),
      fullName: textOf(row, 'approver_name'),
      title: textOf(row, 'approver_title'),
    },
    required: numberOf(row, 'required'),
    skipIfApproved: numberOf(row, 'skip_if_approved') === 1,
    requesterMayApprove: numberOf(row, 'requester_may_approve') === 1,
    status: row.status === null ? null : memberOf(row, 'status', statuses),
    given: group.group === undefined ? [] : readGiven(db, numberOf(row, 'id')),
    ...group,
    ...presentNumber(row, {
      ruleId: 'rule_id',
      parallelRequired: 'parallel_required',
      escalateAfterHours: 'escalate_after_hours',
    }),
    ...presentText(row, { comment: 'comment', parallelGroup: 'parallel_group', addedBy: 'added_by' }),
    ...presentDate(row, { openedAt: 'opened_at', decidedAt: 'decided_at' }),
    ...(decidedBy.login === undefined
      ? {}
      : { decidedBy: { login: decidedBy.login, fullName: decidedBy.fullName ?? decidedBy.login } }),
  }
}

function readGiven(db: Database, approval: number): GivenApproval[] {
  return db
    .all('SELECT * FROM given_approvals WHERE approval = $approval ORDER BY id', { approval })
    .map(row => ({
      member: textOf(row, 'member'),
      memberName: textOf(row, 'member_name'),
      by: textOf(row, 'given_by'),
      byName: textOf(row, 'given_by_name'),
      at: dateOf(row, 'created_at'),
    }))
}

/** Whoever calls has looked who gave already: the keys of the table only back that up. */
export function insertGiven(work: Work, approval: number, given: Omit<GivenApproval, 'at'>): void {
  work.db.run(
    `INSERT INTO given_approvals (approval, member, member_name, given_by, given_by_name, created_at)
     VALUES ($approval, $member, $memberName, $by, $byName, $now)`,
    { approval, ...given, now: work.now.toISOString() },
  )
}
