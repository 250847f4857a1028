import type { ApprovableKey } from '../control/approvable-key.js'

/**
 * Coupa's approval statuses. `pending_approval`, `approved`, `rejected`, `escalated` and holding are documented.
 * Unverified: the spelling of `on_hold`, and `skipped`.
 */
export type ApprovalStatus =
  | 'pending_approval'
  | 'on_hold'
  | 'approved'
  | 'rejected'
  /** Not decided in time, or the approver has left: the manager is asked instead. */
  | 'escalated'
  /** Not needed: given earlier by the same person, or enough others of the parallel group have approved. */
  | 'skipped'

/**
 * Coupa's `type` of an approval. Unverified: `AdHocApproval`, an approver whom somebody added to this document.
 */
export type ApprovalType = 'ManagementHierarchyApproval' | 'ApprovalChainApproval' | 'AdHocApproval'

/** Whom an approval is asked of. */
export interface Approver {
  /** Empty for an approval group. */
  readonly login: string
  /** Of a person, or the name of the group. */
  readonly fullName: string
  /** Of a person, or how many of whom are needed. */
  readonly title: string
}

/** What the rules ask for, before and after anybody was asked. */
export interface ApprovalDemand {
  readonly type: ApprovalType
  /** Names of the rules that ask for this approver. */
  readonly rule: string
  /** Id of the first of them. Absent for ad-hoc approvers. */
  readonly ruleId?: number
  readonly approver: Approver
  /** Id of the approval group, where any member may decide. */
  readonly group?: number
  /** How many members of the group must approve. 1 for a person. */
  readonly required: number
  /** Approvals of one parallel group are open at the same time. */
  readonly parallelGroup?: string
  /** How many of the parallel group are needed. Absent: all. */
  readonly parallelRequired?: number
  readonly skipIfApproved: boolean
  /** The requester may decide it, too. */
  readonly requesterMayApprove: boolean
  readonly escalateAfterHours?: number
}

/** One step of an approval chain. */
export interface Approval extends ApprovalDemand {
  /** 0 while the chain is only a preview. */
  readonly id: number
  readonly on: ApprovableKey
  /** Of the document: `Requisition 1001`. */
  readonly name: string
  /** Login of whoever asks for approval. */
  readonly requester: string
  /** 1 for the first approver. */
  readonly position: number
  /** Null: not asked yet. Unverified: what Coupa shows for approvals whose turn has not come. */
  readonly status: ApprovalStatus | null
  readonly comment?: string
  /** Login of whoever added this approver by hand. */
  readonly addedBy?: string
  readonly openedAt?: Date
  readonly decidedAt?: Date
  /** Who decided: the approver, a delegate, or the last member of a group that was needed. */
  readonly decidedBy?: { readonly login: string; readonly fullName: string }
  /** Members of the group who have approved. Empty for a person. */
  readonly given: readonly GivenApproval[]
}

/** What one member of a group has approved, or a delegate on the member's behalf. */
export interface GivenApproval {
  readonly member: string
  readonly memberName: string
  readonly by: string
  readonly byName: string
  readonly at: Date
}

/** Somebody waits for a decision on it. */
export function isOpen({ status }: Pick<Approval, 'status'>): boolean {
  return status === 'pending_approval' || status === 'on_hold'
}

/** Where somebody comes into a chain by hand. Coupa's three choices. */
export type AdHocPlace = 'after_current' | 'at_end' | 'as_watcher'
