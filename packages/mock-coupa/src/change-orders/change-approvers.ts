import { compareDecimals } from '@punchloop/sdk/cxml'
import { converted } from '../accounting/exchange.js'
import { approvalChain } from '../approvals/approval-chain.js'
import { findPerson } from '../company/people.js'
import type { Work } from '../control/work.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import type { ChangeApproval, ChangeOrder } from './change-order.js'

export type ChangeApprover = Pick<ChangeApproval, 'type' | 'rule' | 'approver'>

/** Who has to approve a change, in order: the one place where chains of purchase order changes come in. */
export type ChangeApprovers = (
  work: Work,
  change: ChangeOrder,
  order: PurchaseOrder,
) => readonly ChangeApprover[]

/**
 * Where the total rises, whoever would approve a requisition of the new total; else a buyer, and nobody where a buyer
 * asks.
 * Unverified: Coupa documents chains for this type of document, not what goes without any.
 */
export const changeApprovers: ChangeApprovers = (work, change, order) => {
  const { login } = change.requestedBy
  if (!change.pendingCancel && compareDecimals(change.total, order.total) > 0) {
    // Limits are in the company's currency.
    const total = converted(change.total, order.exchangeRate ?? '1')
    return approvalChain(work.company, { login, total }).map(({ type, rule, approver }) => ({
      type,
      rule,
      // A group has no login: a buyer decides in its place.
      approver: { ...(approver.login === '' ? {} : { login: approver.login }), fullName: approver.fullName },
    }))
  }
  if (findPerson(work.company, login).administrator) return []
  return [{ type: 'BuyerApproval', rule: 'Buyer', approver: { fullName: 'Buyer' } }]
}
