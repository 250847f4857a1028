import type { ApprovalsView } from './approvals.js'
import type { Attachment } from './comments/attachment.js'
import type { Comment } from './comments/comment.js'
import type { Invoice } from './invoicing/invoice.js'
import type { InvoiceAction } from './invoicing/transitions.js'
import type { HistoryEntry } from './journal/history.js'

/** An invoice with everything its page shows. */
export interface InvoiceView extends Invoice, ApprovalsView {
  /** The orders it asks money for. */
  readonly orders: readonly { readonly id: number; readonly number: string }[]
  readonly conversation: readonly Comment[]
  readonly attachments: readonly Attachment[]
  readonly history: readonly HistoryEntry[]
  /** What this person may do with it now. */
  readonly may: ApprovalsView['may'] & { readonly act: readonly InvoiceAction[]; readonly pay: boolean }
}

/** Requesters see invoices of their orders, approvers those that they are asked about; administrators, who stand for accounts payable, see and decide on all. */
export interface Invoices {
  invoice(login: string, id: number): InvoiceView
  /** `dispute` needs a reason. Whether it is approved is said to its approvals. */
  actOnInvoice(
    login: string,
    act: { readonly invoice: number; readonly action: InvoiceAction; readonly reason?: string },
  ): InvoiceView
  payInvoice(
    login: string,
    payment: { readonly invoice: number; readonly paid: boolean; readonly notes?: string },
  ): InvoiceView
}
