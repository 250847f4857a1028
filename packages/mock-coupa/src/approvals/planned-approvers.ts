import { activePerson, findPerson, fullName } from '../company/people.js'
import type { ApprovableKey } from '../control/approvable-key.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { memberOf, numberOf, textOf } from '../store/row.js'
import type { AdHocPlace, ApprovalDemand } from './approval.js'
import { approverOf } from './approval-chain.js'

/** Somebody whom the requester wants asked, or told, as soon as the document is submitted. */
export interface PlannedApprover {
  readonly id: number
  readonly login: string
  readonly place: AdHocPlace
  readonly addedBy: string
}

const places: readonly AdHocPlace[] = ['after_current', 'at_end', 'as_watcher']

/** While nobody is asked yet, `after_current` is before everybody. */
export function planApprover(
  work: Work,
  login: string,
  addition: { readonly on: ApprovableKey; readonly approver: string; readonly place: AdHocPlace },
): void {
  const { on, approver, place } = addition
  const { changes } = work.db.run(
    `INSERT INTO planned_approvers (approvable_type, approvable_id, login, place, added_by, created_at)
     VALUES ($type, $id, $approver, $place, $login, $now) ON CONFLICT DO NOTHING`,
    { type: on.type, id: on.id, approver, place, login, now: work.now.toISOString() },
  )
  if (changes > 0) return
  const message = 'this person was added already'
  throw new CoupaError('ERR_COUPA_INVALID', `This approver cannot be added: ${message}`, {
    fields: [{ field: 'approver', message }],
  })
}

export function removePlannedApprover(
  work: Work,
  { on, planned }: { readonly on: ApprovableKey; readonly planned: number },
): void {
  const { changes } = work.db.run(
    'DELETE FROM planned_approvers WHERE approvable_type = $type AND approvable_id = $id AND id = $planned',
    { type: on.type, id: on.id, planned },
  )
  if (changes === 0) throw new CoupaError('ERR_COUPA_NOT_FOUND', 'Nobody added such an approver to it')
}

export function readPlannedApprovers(db: Database, { type, id }: ApprovableKey): PlannedApprover[] {
  return db
    .all(
      'SELECT * FROM planned_approvers WHERE approvable_type = $type AND approvable_id = $id ORDER BY id',
      { type, id },
    )
    .map(row => ({
      id: numberOf(row, 'id'),
      login: textOf(row, 'login'),
      place: memberOf(row, 'place', places),
      addedBy: textOf(row, 'added_by'),
    }))
}

/** They are part of the chain from now on. */
export function forgetPlannedApprovers(work: Work, { type, id }: ApprovableKey): void {
  work.db.run('DELETE FROM planned_approvers WHERE approvable_type = $type AND approvable_id = $id', {
    type,
    id,
  })
}

/** Somebody whose own document it is now. */
export function forgetPlannedApprover(work: Work, { type, id }: ApprovableKey, login: string): void {
  work.db.run(
    'DELETE FROM planned_approvers WHERE approvable_type = $type AND approvable_id = $id AND login = $login',
    { type, id, login },
  )
}

/** The chain that the rules ask for, with those whom somebody added. Whom the rules ask anyway is asked once. */
export function withPlanned(
  company: Work['company'],
  chain: readonly ApprovalDemand[],
  planned: readonly PlannedApprover[],
): ApprovalDemand[] {
  const others = planned.filter(
    ({ login }) =>
      activePerson(company, login) !== undefined && !chain.some(({ approver }) => approver.login === login),
  )
  const demandsAt = (wanted: AdHocPlace) =>
    others
      .filter(({ place }) => place === wanted)
      .map(({ login, addedBy }) => adHocDemand(company, login, addedBy))
  return [...demandsAt('after_current'), ...chain, ...demandsAt('at_end')]
}

/** What is asked of somebody whom a person, and no rule, brought into a chain. */
export function adHocDemand(company: Work['company'], approver: string, addedBy: string): ApprovalDemand {
  return {
    type: 'AdHocApproval',
    rule: `Added by ${fullName(findPerson(company, addedBy))}`,
    approver: approverOf(findPerson(company, approver)),
    required: 1,
    skipIfApproved: false,
    requesterMayApprove: false,
  }
}
