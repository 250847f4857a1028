import { compareDecimals } from '@punchloop/sdk/cxml'
import type { Company, User } from '../company/company.js'
import { findPerson, fullName } from '../company/people.js'
import { CoupaError } from '../errors.js'

/**
 * Walks up until somebody's approval limit reaches the total; everybody on the way approves too.
 * `ERR_COUPA_NO_APPROVER` where the hierarchy ends before.
 */
export function managersUpToLimit(company: Company, requester: User, total: string): User[] {
  const managers: User[] = []
  for (let login = requester.manager; login !== undefined; ) {
    const manager = findPerson(company, login)
    if (managers.includes(manager)) break
    managers.push(manager)
    if (manager.approvalLimit !== undefined && compareDecimals(manager.approvalLimit, total) >= 0)
      return managers
    login = manager.manager
  }
  const last = managers.at(-1)
  throw new CoupaError(
    'ERR_COUPA_NO_APPROVER',
    last === undefined
      ? `Nobody can approve ${total} ${company.currency} for ${fullName(requester)}, who has no manager; an administrator can set one`
      : `Nobody above ${fullName(requester)} may approve ${total} ${company.currency}: the hierarchy ends with ${fullName(last)}, whose approval limit is ${last.approvalLimit ?? 'not set'}`,
  )
}

/** The requester's own limit stands in for the management hierarchy. */
export function mayApproveThemselves({ selfApprovalLimit }: User, total: string): boolean {
  return selfApprovalLimit !== undefined && compareDecimals(total, selfApprovalLimit) <= 0
}
