import { activeMembers, buyers } from '../company/approval-groups.js'
import type { ApprovalDocumentType, ApprovalRule } from '../company/approval-rule.js'
import type { Company } from '../company/company.js'
import { fullName } from '../company/people.js'
import { CoupaError } from '../errors.js'
import type { ApprovalDemand } from './approval.js'
import { approvalChain, type ChainSubject, isFor, rulesFor } from './approval-chain.js'

/** Everything that a company's chains say about one document. */
export interface ChainPlan {
  readonly demands: readonly ApprovalDemand[]
  /** Each once, and the rule that names them first. */
  readonly watchers: readonly { readonly login: string; readonly rule: string }[]
  /** What chains of the kind `warning` say. Unverified: that submitting is all that it takes to go on. */
  readonly warnings: readonly string[]
  /** What chains of the kind `blocking` say: while one of them applies nobody of the company submits it. */
  readonly blocked: readonly string[]
}

export const nothingAsked: ChainPlan = { demands: [], watchers: [], warnings: [], blocked: [] }

/** `ERR_COUPA_NO_APPROVER` as {@link approvalChain}. */
export function planChain(company: Company, subject: ChainSubject): ChainPlan {
  return { ...planWithoutApprovers(company, subject), demands: approvalChain(company, subject) }
}

/** Whatever chains say besides. */
export function planWithoutApprovers(company: Company, subject: ChainSubject): ChainPlan {
  const rules = rulesFor(company, subject)
  const saidBy = (kind: 'blocking' | 'warning') =>
    rules.flatMap(rule => (rule.kind === kind ? [rule.message ?? rule.name] : []))
  return {
    demands: [],
    watchers: watchersOf(rules),
    warnings: saidBy('warning'),
    blocked: saidBy('blocking'),
  }
}

/** `ERR_COUPA_INVALID` with what the blocking chains say. */
export function assertNotBlocked({ blocked }: ChainPlan): void {
  if (blocked.length === 0) return
  throw new CoupaError('ERR_COUPA_INVALID', `This cannot be submitted: ${blocked.join('; ')}`, {
    fields: blocked.map(message => ({ field: 'lines', message })),
  })
}

/** Whether a company says itself who approves documents of this type. */
export function hasChains(company: Company, documentType: ApprovalDocumentType): boolean {
  return company.approvalRules.some(
    rule =>
      rule.active &&
      isFor(rule, documentType) &&
      (rule.kind === 'approval_chain' || rule.kind === 'management_hierarchy'),
  )
}

/** Any buyer, under the name of their office: `Buyer`, `Accounts payable`. */
export function askBuyers(
  company: Company,
  { office, requesterMayApprove }: { readonly office: string; readonly requesterMayApprove: boolean },
): ApprovalDemand {
  const members = activeMembers(company, buyers)
  return {
    type: 'ApprovalChainApproval',
    rule: office,
    approver: { login: '', fullName: office, title: `Any of ${members.map(fullName).join(', ')}` },
    group: buyers,
    required: 1,
    skipIfApproved: true,
    requesterMayApprove,
  }
}

function watchersOf(rules: readonly ApprovalRule[]): ChainPlan['watchers'] {
  const byLogin = new Map<string, { readonly login: string; readonly rule: string }>()
  for (const rule of rules) {
    for (const login of rule.watchers ?? []) {
      if (!byLogin.has(login)) byLogin.set(login, { login, rule: rule.name })
    }
  }
  return [...byLogin.values()]
}
