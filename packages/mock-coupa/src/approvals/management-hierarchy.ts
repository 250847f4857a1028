import { compareDecimals } from '@punchloop/sdk/cxml'
import type { ApprovalDocumentType } from '../company/approval-rule.js'
import type { Company, User } from '../company/company.js'
import { findPerson, fullName } from '../company/people.js'
import { CoupaError } from '../errors.js'
import { limitsOf } from './approval-limits.js'

/**
 * Walks up until somebody's approval limit reaches the total; everybody on the way approves too.
 * `ERR_COUPA_NO_APPROVER` where the hierarchy ends before.
 */
export function managersUpToLimit(
  company: Company,
  requester: User,
  { documentType, total }: { readonly documentType: ApprovalDocumentType; readonly total: string },
): User[] {
  const managers: User[] = []
  for (let login = requester.manager; login !== undefined; ) {
    const manager = findPerson(company, login)
    if (managers.includes(manager)) break
    managers.push(manager)
    const { approval } = limitsOf(manager, documentType)
    if (approval !== undefined && compareDecimals(approval, total) >= 0) return managers
    login = manager.manager
  }
  const last = managers.at(-1)
  throw new CoupaError(
    'ERR_COUPA_NO_APPROVER',
    last === undefined
      ? `Nobody can approve ${total} ${company.currency} for ${fullName(requester)}, who has no manager; an administrator can set one`
      : `Nobody above ${fullName(requester)} may approve ${total} ${company.currency}: the hierarchy ends with ${fullName(last)}, whose ${words[documentType]} is ${limitsOf(last, documentType).approval ?? 'not set'}`,
  )
}

const words: Readonly<Record<ApprovalDocumentType, string>> = {
  requisition: 'approval limit',
  purchase_order_change: 'approval limit',
  invoice: 'invoice approval limit',
  contract: 'contract approval limit',
}
