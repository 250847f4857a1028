import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { recordHistory } from '../journal/history.js'
import { changeStatus } from './requisition-records.js'

/** `pending_approval` → `approved`. */
export function markApproved({ on }: LifecycleEvents['approval chain completed'], work: Work): void {
  changeStatus(work, on.id, { from: ['pending_approval'], to: 'approved', doing: 'approved' })
  recordHistory(work, { on, by: work.system.title, text: 'Approved' })
}

/** `approved` → `ordered`; a large one by way of `backgrounded`. */
export function markOrdered({ requisition }: LifecycleEvents['purchase orders issued'], work: Work): void {
  changeStatus(work, requisition, {
    from: ['approved', 'backgrounded'],
    to: 'ordered',
    doing: 'ordered',
  })
}

/** Coupa gives a rejected requisition back to its requester as a draft that carries the reason. */
export function returnToDraft(
  { on: { id: requisition }, comment }: LifecycleEvents['approval refused'],
  work: Work,
): void {
  changeStatus(work, requisition, { from: ['pending_approval'], to: 'draft', doing: 'rejected' })
  work.db.run('UPDATE requisitions SET reject_reason = $comment WHERE number = $requisition', {
    requisition,
    comment,
  })
}
