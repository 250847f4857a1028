import type { ApprovalsView } from './approvals.js'
import type { Contract } from './contracts/contract.js'
import type { HistoryEntry } from './journal/history.js'

/** A contract with everything its page shows. */
export interface ContractView extends Contract, ApprovalsView {
  /** Its own, or the company's. */
  readonly currency: string
  readonly owner?: { readonly login: string; readonly fullName: string }
  readonly history: readonly HistoryEntry[]
  readonly may: ApprovalsView['may'] & { readonly submit: boolean; readonly complete: boolean }
}

/** Owners see their contracts, approvers those that they are asked about, administrators all. */
export interface Contracts {
  contract(login: string, id: number): ContractView
  /** By its owner or an administrator. */
  submitContract(login: string, id: number): ContractView
  completeContract(login: string, id: number): ContractView
}
