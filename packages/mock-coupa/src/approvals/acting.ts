import { activeMembers, groupsWith, isMemberOf } from '../company/approval-groups.js'
import type { Company, User } from '../company/company.js'
import { activePerson } from '../company/people.js'
import type { ApprovableKey } from '../control/approvable-key.js'
import type { Database } from '../store/database.js'
import { type Approval, isOpen } from './approval.js'
import { openApprovalsOf } from './approval-records.js'
import { delegatesOf, delegatorsOf } from './delegation.js'

/** Where and when it is asked who may decide. */
export interface Standing {
  readonly db: Database
  readonly company: Readonly<Company>
  readonly now: Date
}

/**
 * In whose place a person may decide an open approval now: the own name where there is a choice. Undefined: not at all.
 * Nobody decides an own request (also not as a delegate, unless the rule lets the requester), and nobody gives two
 * of the approvals that a group owes.
 */
export function actsFor(standing: Standing, login: string, approval: Approval): string | undefined {
  if (!isOpen(approval)) return undefined
  return placeOf(standing.company, [login, ...delegatorsOf(standing, login)], approval)
}

/** `logins`: whoever decides, and then those in whose place. */
function placeOf(
  company: Readonly<Company>,
  logins: readonly string[],
  approval: Approval,
): string | undefined {
  const [login = ''] = logins
  if (login === approval.requester && !approval.requesterMayApprove) return undefined
  if (approval.given.some(({ by }) => by === login)) return undefined
  if (activePerson(company, login) === undefined) return undefined
  return logins.find(name => isAsked(company, name, approval))
}

function isAsked(company: Readonly<Company>, login: string, approval: Approval): boolean {
  if (login === approval.requester && !approval.requesterMayApprove) return false
  if (activePerson(company, login) === undefined) return false
  if (approval.group === undefined) return approval.approver.login === login
  return isMemberOf(company, approval.group, login) && !approval.given.some(given => given.member === login)
}

/** Members of the group who still can approve. */
export function eligibleMembers(company: Readonly<Company>, approval: Approval): User[] {
  if (approval.group === undefined) return []
  return activeMembers(company, approval.group).filter(member => isAsked(company, member.login, approval))
}

/** Everybody who may decide it now, delegates last. */
export function decidersOf(standing: Standing, approval: Approval): string[] {
  const asked =
    approval.group === undefined
      ? [approval.approver.login]
      : eligibleMembers(standing.company, approval).map(({ login }) => login)
  const all = [...asked, ...asked.flatMap(login => delegatesOf(standing, login))]
  return [...new Set(all)].filter(login => actsFor(standing, login, approval) !== undefined)
}

/** What a person may decide now, in the own name or as a delegate, longest waiting first. */
export function waitingFor(standing: Standing, login: string): (Approval & { readonly actsFor: string })[] {
  const logins = [login, ...delegatorsOf(standing, login)]
  const groups = groupsWith(standing.company, logins)
  return openApprovalsOf(standing.db, { logins, groups }).flatMap(approval => {
    const name = placeOf(standing.company, logins, approval)
    return name === undefined ? [] : [{ ...approval, actsFor: name }]
  })
}

/** Whether a person is, or ever was, among those who approve or watch. */
export function isInvolvedIn(standing: Standing, { type, id }: ApprovableKey, login: string): boolean {
  const logins = [login, ...delegatorsOf(standing, login)]
  const groups = groupsWith(standing.company, logins)
  return (
    standing.db.get(
      `SELECT 1 FROM approvals WHERE approvable_type = $type AND approvable_id = $id
         AND (approver IN (SELECT value FROM json_each($logins)) OR decided_by = $login
           OR approval_group IN (SELECT value FROM json_each($groups)))
       UNION ALL SELECT 1 FROM approval_watchers
         WHERE approvable_type = $type AND approvable_id = $id AND login = $login
       UNION ALL SELECT 1 FROM given_approvals g JOIN approvals a ON a.id = g.approval
         WHERE a.approvable_type = $type AND a.approvable_id = $id AND g.given_by = $login
       LIMIT 1`,
      { type, id, login, logins: JSON.stringify(logins), groups: JSON.stringify(groups) },
    ) !== undefined
  )
}
