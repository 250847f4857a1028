import type { ApprovalGroup, ApprovalRule, GroupApprover, UserApprover } from './approval-rule.js'
import type { Company, User } from './company.js'
import { activePerson, administrators } from './people.js'

/** The approvers of a rule, a plain login written out. */
export function approversOfRule(rule: Pick<ApprovalRule, 'approvers'>): (UserApprover | GroupApprover)[] {
  return rule.approvers.map(approver => (typeof approver === 'string' ? { login: approver } : approver))
}

/** Id of the group that nobody has to set up: the company's buyers, who are its administrators here. */
export const buyers = 0

export function findApprovalGroup(company: Company, id: number): ApprovalGroup | undefined {
  if (id === buyers) {
    return { id, name: 'Buyers', members: administrators(company).map(({ login }) => login) }
  }
  return company.approvalGroups?.find(group => group.id === id)
}

/** Members who are still there, in the order of the group. Nobody where the group is gone. */
export function activeMembers(company: Company, id: number): User[] {
  const logins = findApprovalGroup(company, id)?.members ?? []
  return logins.flatMap(login => activePerson(company, login) ?? [])
}

/** Ids of the groups that any of these people belongs to. */
export function groupsWith(company: Company, logins: readonly string[]): number[] {
  return [buyers, ...(company.approvalGroups ?? []).map(({ id }) => id)].filter(id =>
    logins.some(login => isMemberOf(company, id, login)),
  )
}

export function isMemberOf(company: Company, id: number, login: string): boolean {
  return activeMembers(company, id).some(member => member.login === login)
}
