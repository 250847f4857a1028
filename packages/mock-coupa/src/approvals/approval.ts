/** Coupa's approval statuses that the mock reaches. */
export type ApprovalStatus = 'pending_approval' | 'approved' | 'rejected'

/** Coupa's `type` of an approval. */
export type ApprovalType = 'ManagementHierarchyApproval' | 'ApprovalChainApproval'

/** One step of an approval chain. */
export interface Approval {
  /** 0 while the chain is only a preview of a cart. */
  readonly id: number
  readonly requisition: number
  /** 1 for the first approver. */
  readonly position: number
  readonly type: ApprovalType
  /** Names of the rules that ask for this approver. */
  readonly rule: string
  readonly approver: { readonly login: string; readonly fullName: string; readonly title: string }
  /** Null: not asked yet. Unverified: what Coupa shows for approvals whose turn has not come. */
  readonly status: ApprovalStatus | null
  readonly comment?: string
  readonly openedAt?: Date
  readonly decidedAt?: Date
}
