import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { readRequisition } from '../requisitions/requisition-records.js'
import { approvalChain } from './approval-chain.js'
import { insertChain, markApproval, readChain } from './approval-records.js'

/** Builds the chain by the rules as they are now, and asks the first approver. */
export function openApprovals({ requisition }: LifecycleEvents['requisition submitted'], work: Work): void {
  const { requestedBy, total } = readRequisition(work.db, requisition)
  insertChain(work, requisition, approvalChain(work.company, { login: requestedBy.login, total }))
  openNextApproval({ requisition }, work)
}

/** Asks the next approver; without one the chain is complete. */
export function openNextApproval({ requisition }: LifecycleEvents['approval given'], work: Work): void {
  const next = readChain(work.db, requisition).find(approval => approval.status === null)
  if (next === undefined) {
    work.emit('approval chain completed', { requisition })
    return
  }
  markApproval(work, next.id, { status: 'pending_approval' })
  work.emit('approval opened', { approval: next.id })
}

/** Nobody has to decide any more. */
export function closeApprovals({ requisition }: LifecycleEvents['requisition withdrawn'], work: Work): void {
  work.db.run(
    `UPDATE approvals SET status = NULL WHERE requisition = $requisition AND status = 'pending_approval'`,
    { requisition },
  )
}
