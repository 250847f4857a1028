import { compareDecimals } from '@punchloop/sdk/cxml'
import type { ApprovalDocumentType } from '../company/approval-rule.js'
import type { User } from '../company/company.js'

/** How far one person decides on one kind of document. Absent: not at all. */
export interface ApprovalLimits {
  readonly approval: string | undefined
  readonly selfApproval: string | undefined
}

/** Unverified: that changes of orders go by the limits of requisitions. Coupa's users have none for them. */
export function limitsOf(person: User, documentType: ApprovalDocumentType): ApprovalLimits {
  switch (documentType) {
    case 'requisition':
    case 'purchase_order_change':
      return { approval: person.approvalLimit, selfApproval: person.selfApprovalLimit }
    case 'invoice':
      return { approval: person.invoiceApprovalLimit, selfApproval: person.invoiceSelfApprovalLimit }
    case 'contract':
      return { approval: person.contractApprovalLimit, selfApproval: person.contractSelfApprovalLimit }
  }
}

/** The requester's own limit stands in for the management hierarchy. */
export function mayApproveThemselves(
  person: User,
  { documentType, total }: { readonly documentType: ApprovalDocumentType; readonly total: string },
): boolean {
  const { selfApproval } = limitsOf(person, documentType)
  return selfApproval !== undefined && compareDecimals(total, selfApproval) <= 0
}
