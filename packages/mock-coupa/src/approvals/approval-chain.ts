import { compareDecimals } from '@punchloop/sdk/cxml'
import { activeMembers, approversOfRule, findApprovalGroup } from '../company/approval-groups.js'
import type { ApprovalRule, Company, GroupApprover, User, UserApprover } from '../company/company.js'
import { findPerson, fullName } from '../company/people.js'
import { CoupaError } from '../errors.js'
import type { ApprovalDemand, Approver } from './approval.js'
import { type Approvable, appliesTo } from './conditions.js'
import { managersUpToLimit, mayApproveThemselves } from './management-hierarchy.js'
import { inParallel, withoutRepetition } from './order-of-chain.js'

/** What is to be approved, and whose it is. */
export type ChainSubject = Approvable & { readonly login: string }

/**
 * Rules → approvers, in order. Chains of priority 1–49 come before the management hierarchy (50), those of 51–99
 * after it; parallel groups stand together at the place of their first rule; unless a rule says otherwise nobody is
 * asked twice, and nobody approves an own requisition, except within the self-approval limit, which stands in for the
 * management hierarchy.
 *
 * `ERR_COUPA_NO_APPROVER` where the hierarchy ends before anybody's limit reaches the total, or where only the
 * requester could approve.
 */
export function approvalChain(company: Company, subject: ChainSubject): readonly ApprovalDemand[] {
  const requester = findPerson(company, subject.login)
  const selfApproves = mayApproveThemselves(requester, subject.total)
  const question = { company, requester, selfApproves, total: subject.total }
  const asked = rulesFor(company, subject).flatMap(rule => demandsOf(rule, question))
  const others = asked.filter(demand => demand.requesterMayApprove || !isOnly(demand, question))
  if (asked.length > 0 && others.length === 0 && !selfApproves) throw onlyRequester(requester, subject.total)
  return withoutRepetition(inParallel(others))
}

/** Logins of the watchers of every rule that applies, each once, and the rule that names them first. */
export function watchersOf(
  company: Company,
  subject: ChainSubject,
): readonly { readonly login: string; readonly rule: string }[] {
  const byLogin = new Map<string, { readonly login: string; readonly rule: string }>()
  for (const rule of rulesFor(company, subject)) {
    for (const login of rule.watchers ?? []) {
      if (!byLogin.has(login)) byLogin.set(login, { login, rule: rule.name })
    }
  }
  return [...byLogin.values()]
}

/** In order of priority. */
function rulesFor(company: Company, subject: ChainSubject): ApprovalRule[] {
  const defaults = findPerson(company, subject.login)
  return company.approvalRules
    .filter(rule => (rule.documentType ?? 'requisition') === 'requisition')
    .filter(rule => appliesTo(rule, subject, defaults))
    .toSorted((one, other) => one.priority - other.priority || one.id - other.id)
}

interface ChainQuestion {
  readonly company: Company
  readonly requester: User
  readonly selfApproves: boolean
  readonly total: string
}

function demandsOf(rule: ApprovalRule, question: ChainQuestion): ApprovalDemand[] {
  const { company, requester, total } = question
  const shared = {
    rule: rule.name,
    ruleId: rule.id,
    skipIfApproved: rule.skipIfApproved ?? true,
    requesterMayApprove: rule.skipIfRequester === false,
    ...(rule.parallelGroup === undefined ? {} : { parallelGroup: rule.parallelGroup }),
    ...(rule.parallelRequired === undefined ? {} : { parallelRequired: rule.parallelRequired }),
    ...(rule.escalateAfterHours === undefined ? {} : { escalateAfterHours: rule.escalateAfterHours }),
  }
  if (rule.kind === 'approval_chain') {
    return approversOfRule(rule)
      .filter(({ upTo }) => upTo === undefined || compareDecimals(total, upTo) <= 0)
      .map(approver => ({ type: 'ApprovalChainApproval', ...shared, ...whom(approver, question) }))
  }
  if (question.selfApproves) return []
  return managersUpToLimit(company, requester, total).map(manager => ({
    type: 'ManagementHierarchyApproval',
    ...shared,
    approver: approverOf(manager),
    required: 1,
  }))
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
  if (demand.group === undefined) return demand.approver.login === requester.login
  return activeMembers(company, demand.group).every(member => member.login === requester.login)
}

function onlyRequester(requester: User, total: string): CoupaError {
  return new CoupaError(
    'ERR_COUPA_NO_APPROVER',
    `${fullName(requester)} would be the only approver of this own requisition over ${total}, beyond the self-approval limit`,
  )
}
