import type { ApprovableKey } from '../control/approvable-key.js'
import type { Work } from '../control/work.js'
import { isOpen } from './approval.js'
import { markApproval, readChain } from './approval-records.js'

/** Whoever is asked now need not decide: the next are asked. */
export function bypassCurrentApproval(work: Work, on: ApprovableKey): void {
  for (const { id } of readChain(work.db, on).filter(isOpen)) markApproval(work, id, { status: 'skipped' })
  work.emit('approval given', { on })
}

/** Nobody who is asked or would be has to decide. What becomes of the document is the caller's. */
export function bypassApprovals(work: Work, on: ApprovableKey): void {
  for (const approval of readChain(work.db, on)) {
    if (approval.status === null || isOpen(approval)) markApproval(work, approval.id, { status: 'skipped' })
  }
}
