import type { ApprovalGroup, ApprovalRule, Company, GroupApprover, User, UserApprover } from './company.js'

/** The approvers of a rule, a plain login written out. */
export function approversOfRule(rule: Pick<ApprovalRule, 'approvers'>): (UserApprover | GroupApprover)[] {
  return rule.approvers.map(approver => (typeof approver === 'string' ? { login: approver } : approver))
}

export function findApprovalGroup(company: Company, id: number): ApprovalGroup | undefined {
  return company.approvalGroups?.find(group => group.id === id)
}

/** Members who are still there, in the order of the group. Nobody where the group is gone. */
export function activeMembers(company: Company, id: number): User[] {
  const logins = findApprovalGroup(company, id)?.members ?? []
  return logins.flatMap(login => company.people.filter(person => person.active && person.login === login))
}

export function isMemberOf(company: Company, id: number, login: string): boolean {
  return activeMembers(company, id).some(member => member.login === login)
}
