import type { ApprovableKey } from './approvable-key.js'

/** What can happen at the mock, and what each event carries. What follows from it stands in `lifecycle.ts`. */
export interface LifecycleEvents {
  'cart refused': {
    readonly trip: number
    readonly login: string
    readonly supplier: string
    readonly error: string
    readonly item: string
  }
  'requisition submitted': { readonly requisition: number }
  'requisition needs a buyer': { readonly requisition: number }
  'approval opened': { readonly approval: number }
  'approval held': { readonly approval: number; readonly comment?: string }
  /** A round has begun, and nobody is asked yet. */
  'approvals opened': { readonly on: ApprovableKey }
  'approval escalated': { readonly on: ApprovableKey; readonly approval: number }
  'delegate appointed': {
    /** Full name. */
    readonly delegator: string
    readonly delegate: string
    readonly startDate: Date
    readonly endDate: Date
  }
  'approval given': { readonly on: ApprovableKey }
  'approval chain completed': { readonly on: ApprovableKey }
  'approval refused': { readonly on: ApprovableKey; readonly approval: number; readonly comment: string }
  /** Approved before, and its orders were to wait until now. */
  'issuance due': { readonly requisition: number }
  'requisition approved': { readonly requisition: number }
  'requisition withdrawn': { readonly requisition: number; readonly reason?: string }
  'purchase order issued': {
    readonly purchaseOrder: number
    /** Somebody has told the supplier already. */
    readonly withoutSending?: boolean
  }
  'purchase orders issued': { readonly requisition: number }
  'purchase order sent': { readonly purchaseOrder: number }
  /** An issued order has changed in what the supplier is to see. */
  'purchase order changed': { readonly purchaseOrder: number }
  /** One that had been issued. */
  'purchase order cancelled': { readonly purchaseOrder: number }
  /** It goes to the supplier as this mail. */
  'purchase order mailed': {
    readonly purchaseOrder: number
    readonly to: readonly string[]
    readonly subject: string
    readonly text: string
  }
  'purchase order change submitted': { readonly change: number }
  'purchase order change approved': { readonly change: number }
  'transmission attempt failed': {
    readonly purchaseOrder: number
    readonly failure: string
    /** Absent: it was the last attempt. */
    readonly nextAttemptAt?: Date
  }
  'receipt recorded': { readonly purchaseOrder: number; readonly orderLine: number }
  /** It agrees with order and receipts, or has none, and people have to approve it. */
  'invoice needs approval': { readonly invoice: number }
  'contract submitted': { readonly contract: number }
  'invoice changed': { readonly invoice: number; readonly action: string }
  'order confirmed': { readonly confirmation: number }
  'order acknowledged': { readonly purchaseOrder: number }
  'comment added': { readonly comment: number }
}

export type LifecycleEventKind = keyof LifecycleEvents
