import type { InvoiceStatus } from './invoice.js'

export const invoiceActions = [
  'submit',
  'dispute',
  'withdraw_dispute',
  'bypass_approvals',
  'bypass_current_approval',
  'restart_approvals',
  'revalidate_tolerances',
  'abandon',
  'void',
] as const

export type InvoiceAction = (typeof invoiceActions)[number]

const open: readonly InvoiceStatus[] = [
  'pending_approval',
  'pending_receipt',
  'ap_hold',
  'on_hold',
  'booking_hold',
]

interface Transition {
  readonly from: readonly InvoiceStatus[]
  /**
   * `matching`: where the match with order and receipts leads. `approvals`: it stays, and its chain goes on or begins
   * again; what comes of that is the chain's.
   */
  readonly to: InvoiceStatus | 'matching' | 'approvals'
  readonly done: string
}

/**
 * READ THIS FIRST. Every status an invoice can go to by what somebody does with it, and from where. Besides, its
 * approvers lead it from `pending_approval` to `approved` or `rejected`, and receipts out of `pending_receipt`.
 * Unverified: Coupa documents statuses and actions, not which action is possible in which status.
 */
// biome-ignore format: the columns are the documentation
export const transitions: Readonly<Record<InvoiceAction, Transition>> = {
  submit:                  { from: ['new', 'draft', 'ap_hold'],    to: 'matching',  done: 'submitted' },
  dispute:                 { from: open,                           to: 'disputed',  done: 'disputed' },
  withdraw_dispute:        { from: ['disputed'],                   to: 'matching',  done: 'taken out of dispute' },
  bypass_approvals:        { from: open,                           to: 'approved',  done: 'approved by bypass' },
  bypass_current_approval: { from: ['pending_approval'],           to: 'approvals', done: 'sent past its current approver' },
  restart_approvals:       { from: ['pending_approval'],           to: 'approvals', done: 'sent to its approvers again' },
  revalidate_tolerances:   { from: ['pending_receipt', 'ap_hold'], to: 'matching',  done: 'checked again' },
  abandon:                 { from: ['new', 'draft', ...open, 'disputed', 'rejected'], to: 'abandoned', done: 'abandoned' },
  void:                    { from: ['approved'],                   to: 'voided',    done: 'voided' },
}

/** While an invoice is in one of these, what it says of an order's line counts as invoiced. */
export const counted: readonly InvoiceStatus[] = [...open, 'disputed', 'approved']
