import { compareDecimals } from '@punchloop/sdk/cxml'
import { converted } from '../accounting/exchange.js'
import type { Approvable } from '../approvals/approvable.js'
import { askBuyers, assertNotBlocked, type ChainPlan, hasChains, planChain } from '../approvals/chain-plan.js'
import { openChain } from '../approvals/open-approvals.js'
import type { Company } from '../company/company.js'
import { findPerson } from '../company/people.js'
import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import type { Database } from '../store/database.js'
import type { ChangeOrder, ChangeOrderStatus } from './change-order.js'
import { moveChange, readChange } from './change-records.js'
import { changedLines } from './changed-lines.js'

/** A change of an order as its approvers see it. */
export function changeApprovable(db: Database, id: number): Approvable {
  const change = readChange(db, id)
  const order = readPurchaseOrder(db, change.purchaseOrder)
  return {
    type: 'OrderHeaderChange',
    id,
    name: `Change ${id} of purchase order ${order.number}`,
    title: change.justification ?? (change.pendingCancel ? 'Cancels the order' : order.supplier.name),
    requestedBy: change.requestedBy,
    total: change.total,
    currency: order.currency,
    status: change.status,
    stage: stageOf(change.status),
  }
}

function stageOf(status: ChangeOrderStatus): Approvable['stage'] {
  if (status === 'draft') return 'draft'
  return status === 'pending_approval' ? 'pending' : 'over'
}

/**
 * By the company's chains for changes of orders. Without any: where the total rises, whoever would approve a requisition
 * of the new total; else a buyer, and nobody where a buyer asks.
 * Unverified: Coupa documents chains for this type of document, not what goes without any.
 */
export function changePlan(
  { db, company }: { readonly db: Database; readonly company: Company },
  id: number,
): ChainPlan {
  const change = readChange(db, id)
  const order = readPurchaseOrder(db, change.purchaseOrder)
  const subject = { ...subjectOf(company, change, order), login: change.requestedBy.login }
  const own = planChain(company, { ...subject, documentType: 'purchase_order_change' })
  if (hasChains(company, 'purchase_order_change')) return own
  if (!change.pendingCancel && compareDecimals(change.total, order.total) > 0) {
    const asRequisition = planChain(company, { ...subject, documentType: 'requisition' })
    return { ...own, demands: asRequisition.demands, watchers: asRequisition.watchers }
  }
  if (findPerson(company, subject.login).administrator) return own
  return { ...own, demands: [askBuyers(company, { office: 'Buyer', requesterMayApprove: false })] }
}

/** What chains look at: the order as it would be. */
function subjectOf(company: Company, change: ChangeOrder, order: PurchaseOrder) {
  const { kept, added } =
    change.pendingCancel || change.lines.length === 0
      ? { kept: order.lines, added: [] }
      : changedLines(order, change.lines, company)
  return {
    // Limits are in the company's currency.
    total: converted(change.total, order.exchangeRate ?? '1'),
    lines: [...kept, ...added].map(line => ({
      ...(line.commodity === undefined ? {} : { commodity: line.commodity }),
      ...(line.allocations[0] === undefined ? {} : { account: line.allocations[0].account.name }),
      supplier: order.supplier,
    })),
  }
}

/** The first approvers are asked. Where there is none the change is approved at once. */
export function openChangeApprovals(
  { change }: LifecycleEvents['purchase order change submitted'],
  work: Work,
): void {
  const plan = changePlan(work, change)
  assertNotBlocked(plan)
  openChain(work, changeApprovable(work.db, change), plan)
}

/** `pending_approval` → `approved`. */
export function markChangeApproved({ on }: LifecycleEvents['approval chain completed'], work: Work): void {
  moveChange(work, readChange(work.db, on.id), { from: ['pending_approval'], to: 'approved' })
}

/** `pending_approval` → `rejected`, with the reason. */
export function markChangeRejected({ on, comment }: LifecycleEvents['approval refused'], work: Work): void {
  moveChange(work, readChange(work.db, on.id), {
    from: ['pending_approval'],
    to: 'rejected',
    rejectReason: comment,
  })
}
