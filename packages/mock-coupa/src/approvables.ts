import type { Approvable } from './approvals/approvable.js'
import type { ChainPlan } from './approvals/chain-plan.js'
import { changeApprovable, changePlan } from './change-orders/change-approvable.js'
import type { Company } from './company/company.js'
import { contractApprovable, contractPlan } from './contracts/contract-approvable.js'
import type { ApprovableKey, ApprovableType } from './control/approvable-key.js'
import { invoiceApprovable, invoicePlan } from './invoicing/invoice-approvable.js'
import { requisitionApprovable, requisitionPlan } from './requisitions/requisition-approvable.js'
import type { Database } from './store/database.js'

/** Where documents and the company are looked up. */
interface Where {
  readonly db: Database
  readonly company: Company
}

interface ApprovableKind {
  readonly read: (where: Where, id: number) => Approvable
  /** Who would be asked if it were submitted now. `ERR_COUPA_NO_APPROVER` where nobody could approve it. */
  readonly plan: (where: Where, id: number) => ChainPlan
}

/** READ THIS FIRST. Everything that is approved: approvals know no more of a document than this. */
const kinds: Readonly<Record<ApprovableType, ApprovableKind>> = {
  RequisitionHeader: { read: ({ db }, id) => requisitionApprovable(db, id), plan: requisitionPlan },
  OrderHeaderChange: { read: ({ db }, id) => changeApprovable(db, id), plan: changePlan },
  InvoiceHeader: { read: invoiceApprovable, plan: invoicePlan },
  Contract: { read: contractApprovable, plan: contractPlan },
}

/** `ERR_COUPA_NOT_FOUND` where there is none. */
export function readApprovable(where: Where, { type, id }: ApprovableKey): Approvable {
  return kinds[type].read(where, id)
}

export function planOf(where: Where, { type, id }: ApprovableKey): ChainPlan {
  return kinds[type].plan(where, id)
}
