/**
 * Who has to approve a document. Coupa runs chains of priority 1–49 before the management hierarchy (50) and
 * those of 51–99 after it.
 */
export interface ApprovalRule {
  id: number
  name: string
  /** A `blocking` chain keeps what it applies to from being submitted, a `warning` says its message to whoever submits. */
  kind: ApprovalRuleKind
  /** What `blocking` and `warning` say. */
  message?: string
  /** What kind of document it is for. Default `requisition`. */
  documentType?: ApprovalDocumentType
  priority: number
  /** Applies from this total on (inclusive). */
  minTotal?: string
  /** Applies below this total (exclusive), so that two rules can meet without overlapping. */
  maxTotal?: string
  /** All of them must hold. Default: none. */
  conditions?: ApprovalCondition[]
  /** Asked one after the other; a plain string is a login. Empty but for `approval_chain`. */
  approvers: RuleApprover[]
  /** Logins. They are told what happens and decide nothing. */
  watchers?: string[]
  /** Approvals of the rules that name the same group are open at the same time. */
  parallelGroup?: string
  /** How many approvals of the parallel group are needed; the others are skipped then. Default: all. */
  parallelRequired?: number
  /** Nobody is asked who has approved earlier in the same chain. Default true. */
  skipIfApproved?: boolean
  /** An approver who is the requester is left out. Default true. */
  skipIfRequester?: boolean
  /** An approval that is not decided so many hours after it was asked for goes to the approver's manager. */
  escalateAfterHours?: number
  active: boolean
}

export const approvalRuleKinds = ['approval_chain', 'management_hierarchy', 'blocking', 'warning'] as const

export type ApprovalRuleKind = (typeof approvalRuleKinds)[number]

export const approvalDocumentTypes = ['requisition', 'purchase_order_change', 'invoice', 'contract'] as const

export type ApprovalDocumentType = (typeof approvalDocumentTypes)[number]

export type RuleApprover = string | UserApprover | GroupApprover

export interface UserApprover {
  login: string
  /** Asked only for totals up to this one (inclusive). */
  upTo?: string
}

export interface GroupApprover {
  /** Id of an approval group. Any member may decide. */
  group: number
  /** How many members must approve. Default 1. */
  required?: number | 'all'
  upTo?: string
}

/** People of whom any may approve, or so many as a rule asks for. */
export interface ApprovalGroup {
  id: number
  name: string
  /** Logins. */
  members: string[]
}

/**
 * `is` and `in` hold where the document or one of its lines has one of the values; `is_not` where none has.
 * Unverified: how Coupa takes a document whose lines differ.
 */
export interface ApprovalCondition {
  field: 'department' | 'commodity' | 'supplier' | 'account' | 'custom_field'
  /** Its name, where `field` is `custom_field`. */
  customField?: string
  operator: 'is' | 'is_not' | 'in'
  /** Names; one value except for `in`. */
  values: string[]
}
