import { compareDecimals } from '@punchloop/sdk/cxml'
import type { ApprovalRule, Company, User } from '../company/company.js'
import { findPerson, fullName } from '../company/people.js'
import { CoupaError } from '../errors.js'
import type { ApprovalType } from './approval.js'

/** One approver that the rules ask for. */
export interface ChainStep {
  readonly type: ApprovalType
  /** Names of all rules that led to this person. */
  readonly rule: string
  readonly approver: User
}

/**
 * Rules → approvers, in order. Chains of priority 1–49 come before the management hierarchy (50), those of 51–99
 * after it; nobody is asked twice; nobody approves an own requisition, except within the self-approval limit, which
 * stands in for the management hierarchy.
 *
 * `ERR_COUPA_NO_APPROVER` where the hierarchy ends before anybody's limit reaches the total, or where only the
 * requester could approve.
 */
export function approvalChain(
  company: Company,
  requisition: { readonly login: string; readonly total: string },
): readonly ChainStep[] {
  const requester = findPerson(company, requisition.login)
  const selfApproves =
    requester.selfApprovalLimit !== undefined &&
    compareDecimals(requisition.total, requester.selfApprovalLimit) <= 0
  const rules = company.approvalRules
    .filter(rule => rule.active && appliesTo(rule, requisition.total))
    .toSorted((one, other) => one.priority - other.priority || one.id - other.id)
  const asked = rules.flatMap(rule =>
    approversOf(rule, { company, requester, selfApproves, total: requisition.total }),
  )
  const others = asked.filter(step => step.approver.login !== requester.login)
  if (asked.length > 0 && others.length === 0 && !selfApproves)
    throw onlyRequester(requester, requisition.total)
  return withoutRepetition(others)
}

/** From `minTotal` on, below `maxTotal`. */
function appliesTo(rule: ApprovalRule, total: string): boolean {
  return (
    (rule.minTotal === undefined || compareDecimals(total, rule.minTotal) >= 0) &&
    (rule.maxTotal === undefined || compareDecimals(total, rule.maxTotal) < 0)
  )
}

interface ChainQuestion {
  readonly company: Company
  readonly requester: User
  readonly selfApproves: boolean
  readonly total: string
}

function approversOf(rule: ApprovalRule, question: ChainQuestion): ChainStep[] {
  if (rule.kind === 'approval_chain') {
    return rule.approvers.map(login => ({
      type: 'ApprovalChainApproval',
      rule: rule.name,
      approver: findPerson(question.company, login),
    }))
  }
  if (question.selfApproves) return []
  return managersUpToLimit(question).map(approver => ({
    type: 'ManagementHierarchyApproval',
    rule: rule.name,
    approver,
  }))
}

/** Walks up until somebody's approval limit reaches the total; everybody on the way approves too. */
function managersUpToLimit({ company, requester, total }: ChainQuestion): User[] {
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

function onlyRequester(requester: User, total: string): CoupaError {
  return new CoupaError(
    'ERR_COUPA_NO_APPROVER',
    `${fullName(requester)} would be the only approver of this own requisition over ${total}, beyond the self-approval limit`,
  )
}

/** The first place in the chain counts; the rules that ask for the same person again are named there. */
function withoutRepetition(steps: readonly ChainStep[]): ChainStep[] {
  const byApprover = new Map<string, ChainStep>()
  for (const step of steps) {
    const earlier = byApprover.get(step.approver.login)
    byApprover.set(
      step.approver.login,
      earlier === undefined ? step : { ...earlier, rule: `${earlier.rule}, ${step.rule}` },
    )
  }
  return [...byApprover.values()]
}
