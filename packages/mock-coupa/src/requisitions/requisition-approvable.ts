import type { Approvable } from '../approvals/approvable.js'
import { assertNotBlocked, type ChainPlan, nothingAsked, planChain } from '../approvals/chain-plan.js'
import { openChain } from '../approvals/open-approvals.js'
import type { Company } from '../company/company.js'
import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import type { Database } from '../store/database.js'
import type { RequisitionStatus } from './requisition.js'
import { readRequisition, readSummary } from './requisition-records.js'

/** A requisition as its approvers see it. */
export function requisitionApprovable(db: Database, number: number): Approvable {
  const { title, lineCount, requestedBy, preparedBy, total, currency, status } = readSummary(db, number)
  return {
    type: 'RequisitionHeader',
    id: number,
    name: `Requisition ${number}`,
    title: lineCount > 1 ? `${title} and ${lineCount - 1} more` : title,
    requestedBy,
    ...(preparedBy === undefined ? {} : { preparedBy }),
    total,
    currency,
    status,
    stage: stageOf(status),
  }
}

function stageOf(status: RequisitionStatus): Approvable['stage'] {
  if (status === 'cart' || status === 'draft') return 'draft'
  return status === 'pending_approval' ? 'pending' : 'over'
}

export function requisitionPlan(
  { db, company }: { readonly db: Database; readonly company: Company },
  number: number,
): ChainPlan {
  const { requestedBy, ...subject } = readRequisition(db, number)
  // Of an empty cart nobody can say who would have to approve it.
  if (subject.lines.length === 0) return nothingAsked
  return planChain(company, { ...subject, documentType: 'requisition', login: requestedBy.login })
}

/** Builds the chain by the rules as they are now, and asks the first approvers. */
export function openRequisitionApprovals(
  { requisition }: LifecycleEvents['requisition submitted'],
  work: Work,
): void {
  const plan = requisitionPlan(work, requisition)
  assertNotBlocked(plan)
  openChain(work, requisitionApprovable(work.db, requisition), plan)
}
