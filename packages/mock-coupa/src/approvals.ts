import type { Approvable } from './approvals/approvable.js'
import type { AdHocPlace, Approval } from './approvals/approval.js'
import type { NewDelegation } from './approvals/delegate.js'
import type { Delegation } from './approvals/delegation.js'
import type { MailDecision } from './approvals/mail-links.js'
import type { Decision } from './approvals/own-approval.js'
import type { PlannedApprover } from './approvals/planned-approvers.js'
import type { Watcher } from './approvals/watchers.js'
import type { ApprovableKey } from './control/approvable-key.js'

/** An approval, and who else may decide it while it is open. */
export interface ApprovalView extends Approval {
  /** Full names of the delegates of now. */
  readonly delegates: readonly string[]
}

/** Who approves one document, as somebody sees it: a part of every view of a requisition, order change, invoice, contract. */
export interface ApprovalsView {
  readonly on: ApprovableKey
  /** The approvers in order; a preview while nobody was asked yet. */
  readonly chain: readonly ApprovalView[]
  /** Why it could not be submitted now: nobody may approve it, or a chain stands in the way. */
  readonly chainProblem?: string
  /** What chains say to whoever submits it. */
  readonly warnings: readonly string[]
  readonly watchers: readonly Watcher[]
  /** Added by the requester before it is submitted. */
  readonly plannedApprovers: readonly (PlannedApprover & { readonly fullName: string })[]
  /** Whom this person may add to the chain now. Empty: nobody. */
  readonly approverChoices: readonly { readonly login: string; readonly fullName: string }[]
  readonly may: {
    readonly approve: boolean
    /** An approval of this person is on hold. */
    readonly goOn: boolean
  }
}

/** Something that waits for this person's approval. */
export interface ToDo {
  readonly approval: number
  readonly approvable: Approvable
  readonly rule: string
  readonly status: 'pending_approval' | 'on_hold'
  /** The approver, or member of a group, for whom this person decides as a delegate. */
  readonly onBehalfOf?: { readonly login: string; readonly fullName: string }
  readonly since?: Date
}

/**
 * Everything that is approved, whatever it is: who decides, who stands in for whom, who comes into a chain by hand, and
 * what is decided without signing in.
 */
export interface Approvals {
  /** In the own name, or as the delegate of whoever is asked. */
  approve(login: string, decision: Decision): ApprovalsView
  /** The comment is required: it is what the requester is told. */
  reject(login: string, decision: Decision & { readonly comment: string }): ApprovalsView
  /** Takes time to think: nobody else is asked, and nothing escalates. */
  hold(login: string, decision: Decision): ApprovalsView
  /** Off hold: it can be decided again. */
  goOn(login: string, decision: Decision): ApprovalsView
  /** Longest waiting first. */
  toDo(login: string): readonly ToDo[]
  /** After the current approver, at the end, or as a watcher: before it is submitted, or while it waits for approval. */
  addApprover(
    login: string,
    addition: { readonly on: ApprovableKey; readonly approver: string; readonly place: AdHocPlace },
  ): ApprovalsView
  /** Only ad-hoc approvers who have not decided. */
  removeApprover(
    login: string,
    removal: { readonly on: ApprovableKey; readonly approval: number },
  ): ApprovalsView
  /** Before it is submitted. */
  removePlannedApprover(
    login: string,
    removal: { readonly on: ApprovableKey; readonly planned: number },
  ): ApprovalsView
  removeWatcher(
    login: string,
    removal: { readonly on: ApprovableKey; readonly watcher: number },
  ): ApprovalsView
  /** By and for this person, those that have not ended. */
  delegations(login: string): readonly Delegation[]
  delegate(login: string, delegation: NewDelegation): Delegation
  endDelegation(login: string, id: number): void
  /** What a link in a mail leads to. Looking changes nothing. `token` is the link's own secret. */
  mailLink(token: string): MailLinkView
  /** Uses the link up. */
  decideByMail(token: string, decision: MailDecision): MailLinkView
}

/** What whoever has the link may see without signing in. */
export interface MailLinkView {
  readonly person: { readonly login: string; readonly fullName: string }
  readonly approvable: Approvable
}
