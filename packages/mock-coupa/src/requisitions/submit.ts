import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import { ownRequisition } from './edit-cart.js'
import { changeStatus } from './requisition-records.js'

/** Cart or draft → `pending_approval`, in a new round of approvals. */
export function submit(
  work: Work,
  login: string,
  submission: { readonly requisition: number; readonly justification?: string },
): void {
  const requisition = ownRequisition(work, login, submission.requisition)
  if (requisition.lines.length === 0) {
    throw new CoupaError(
      'ERR_COUPA_INVALID',
      `Requisition ${requisition.number} has no lines: add an item before submitting it`,
      { fields: [{ field: 'lines', message: 'at least one line is needed' }] },
    )
  }
  changeStatus(work, requisition.number, {
    from: ['cart', 'draft'],
    to: 'pending_approval',
    doing: 'submitted',
  })
  work.db.run(
    `UPDATE requisitions SET round = round + 1, submitted_at = $now, reject_reason = NULL,
       justification = coalesce($justification, justification) WHERE number = $number`,
    {
      number: requisition.number,
      now: work.now.toISOString(),
      justification: submission.justification?.trim() || undefined,
    },
  )
  recordHistory(work, {
    requisition: requisition.number,
    by: requisition.requestedBy.fullName,
    text: 'Submitted for approval',
    ...(submission.justification?.trim() ? { comment: submission.justification.trim() } : {}),
  })
  work.emit('requisition submitted', { requisition: requisition.number })
}
