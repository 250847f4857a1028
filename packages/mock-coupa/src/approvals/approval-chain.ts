import { compareDecimals } from '@punchloop/sdk/cxml'
import { activeMembers, approversOfRule, findApprovalGroup } from '../company/approval-groups.js'
import type {
  ApprovalDocumentType,
  ApprovalRule,
  GroupApprover,
  UserApprover,
} from '../company/approval-rule.js'
import type { Company, User } from '../company/company.js'
import { findPerson, fullName } from '../company/people.js'
import { CoupaError } from '../errors.js'
import type { ApprovalDemand, Approver } from './approval.js'
import { mayApproveThemselves } from './approval-limits.js'
import { appliesTo, type RuleSubject } from './conditions.js'
import { managersUpToLimit } from './management-hierarchy.js'
import { inParallel, withoutRepetition } from './order-of-chain.js'

/** What is to be approved, by which chains, and whose it is. */
export type ChainSubject = RuleSubject & {
  readonly documentType: ApprovalDocumentType
  /** Of the requester. Absent: nobody of the company asks. */
  readonly login?: string
}

/**
 * Rules → approvers, in order. Chains of priority 1–49 come before the management hierarchy (50), those of 51–99
 * after it; parallel groups stand together at the place of their first rule; unless a rule says otherwise nobody is
 * asked twice, and nobody approves an own request, except within the self-approval limit, which stands in for the
 * management hierarchy.
 *
 * `ERR_COUPA_NO_APPROVER` where the hierarchy ends before anybody's limit reaches the total, or where only the
 * requester could approve.
 */
export function approvalChain(company: Company, subject: ChainSubject): readonly ApprovalDemand[] {
  const requester = subject.login === undefined ? undefined : findPerson(company, subject.login)
  const selfApproves = requester !== undefined && mayApproveThemselves(requester, subject)
  const question = { company, requester, selfApproves, subject }
  const asked = rulesFor(company, subject).flatMap(rule => demandsOf(rule, question))
  const others = asked.filter(demand => demand.requesterMayApprove || !isOnly(demand, question))
  if (asked.length > 0 && others.length === 0 && requester !== undefined && !selfApproves) {
    throw onlyRequester(requester, subject.total)
  }
  return withoutRepetition(inParallel(others))
}

/** Those that apply, in order of priority. */
export function rulesFor(company: Company, subject: ChainSubject): ApprovalRule[] {
  const defaults =
    subject.login === undefined ? { department: '', account: '' } : findPerson(company, subject.login)
  return company.approvalRules
    .filter(rule => isFor(rule, subject.documentType) && appliesTo(rule, subject, defaults))
    .toSorted((one, other) => one.priority - other.priority || one.id - other.id)
}

export function isFor(rule: ApprovalRule, documentType: ApprovalDocumentType): boolean {
  return (rule.documentType ?? 'requisition') === documentType
}

interface ChainQuestion {
  readonly company: Company
  readonly requester: User | undefined
  readonly selfApproves: boolean
  readonly subject: ChainSubject
}

function demandsOf(rule: ApprovalRule, question: ChainQuestion): ApprovalDemand[] {
  const shared = {
    rule: rule.name,
    ruleId: rule.id,
    skipIfApproved: rule.skipIfApproved ?? true,
    requesterMayApprove: rule.skipIfRequester === false,
    ...(rule.parallelGroup === undefined ? {} : { parallelGroup: rule.parallelGroup }),
    ...(rule.parallelRequired === undefined ? {} : { parallelRequired: rule.parallelRequired }),
    ...(rule.escalateAfterHours === undefined ? {} : { escalateAfterHours: rule.escalateAfterHours }),
  }
  const { total } = question.subject
  switch (rule.kind) {
    case 'approval_chain':
      return approversOfRule(rule)
        .filter(({ upTo }) => upTo === undefined || compareDecimals(total, upTo) <= 0)
        .map(approver => ({ type: 'ApprovalChainApproval', ...shared, ...whom(approver, question) }))
    case 'management_hierarchy':
      return managersFor(question).map(manager => ({
        type: 'ManagementHierarchyApproval',
        ...shared,
        approver: approverOf(manager),
        required: 1,
      }))
    case 'blocking':
    case 'warning':
      return []
  }
}

function managersFor({ company, requester, selfApproves, subject }: ChainQuestion): User[] {
  if (selfApproves) return []
  if (requester !== undefined) return managersUpToLimit(company, requester, subject)
  throw new CoupaError(
    'ERR_COUPA_NO_APPROVER',
    'Nobody of the company asks for this, so there is no management hierarchy that could approve it',
  )
}

export function approverOf(person: User): Approver {
  return { login: person.login, fullName: fullName(person), title: person.title }
}

function whom(
  approver: UserApprover | GroupApprover,
  { company }: ChainQuestion,
): Pick<ApprovalDemand, 'approver' | 'group' | 'required'> {
  if ('login' in approver) return { approver: approverOf(findPerson(company, approver.login)), required: 1 }
  const members = activeMembers(company, approver.group)
  const name = findApprovalGroup(company, approver.group)?.name ?? `Approval group ${approver.group}`
  const required = approver.required === 'all' ? members.length : (approver.required ?? 1)
  const needed = required === members.length ? 'All' : required === 1 ? 'Any' : String(required)
  const title = `${needed} of ${members.map(fullName).join(', ')}`
  return { approver: { login: '', fullName: name, title }, group: approver.group, required }
}

/** Nobody but the requester could decide it. */
function isOnly(demand: ApprovalDemand, { company, requester }: ChainQuestion): boolean {
  if (demand.group === undefined) return demand.approver.login === requester?.login
  return activeMembers(company, demand.group).every(member => member.login === requester?.login)
}

function onlyRequester(requester: User, total: string): CoupaError {
  return new CoupaError(
    'ERR_COUPA_NO_APPROVER',
    `${fullName(requester)} would be the only approver of this own request over ${total}, beyond the self-approval limit`,
  )
}
