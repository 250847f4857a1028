import type { ApprovalDocumentType } from '../../../company/approval-rule.js'

/** Coupa's document types, in people's words. */
export const documentTypeWords: Readonly<Record<ApprovalDocumentType, string>> = {
  requisition: 'Requisition',
  purchase_order_change: 'Purchase order change',
  invoice: 'Invoice',
  contract: 'Contract',
}
