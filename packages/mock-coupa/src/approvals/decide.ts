import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import { readRequisition } from '../requisitions/requisition-records.js'
import type { Approval } from './approval.js'
import { isApproverOf, markApproval, readChain } from './approval-records.js'

export function approve(
  work: Work,
  login: string,
  decision: { readonly requisition: number; readonly comment?: string },
): void {
  const approval = waitingApproval(work, login, decision.requisition)
  const comment = decision.comment?.trim() || undefined
  const given = comment === undefined ? {} : { comment }
  markApproval(work, approval.id, { status: 'approved', ...given })
  recordHistory(work, {
    requisition: decision.requisition,
    by: approval.approver.fullName,
    text: `Approved (${approval.rule})`,
    ...given,
  })
  work.emit('approval given', { requisition: decision.requisition })
}

/** The comment is required: it is what the requester is told. */
export function reject(
  work: Work,
  login: string,
  decision: { readonly requisition: number; readonly comment: string },
): void {
  const approval = waitingApproval(work, login, decision.requisition)
  const comment = decision.comment.trim()
  if (comment === '') {
    const message = 'say why, so that the requester knows what to change'
    throw new CoupaError('ERR_COUPA_INVALID', `A rejection needs a comment: ${message}`, {
      fields: [{ field: 'comment', message }],
    })
  }
  markApproval(work, approval.id, { status: 'rejected', comment })
  recordHistory(work, {
    requisition: decision.requisition,
    by: approval.approver.fullName,
    text: `Rejected (${approval.rule})`,
    comment,
  })
  work.emit('approval refused', { requisition: decision.requisition, approval: approval.id, comment })
}

/** This person's approval, which must be the one that is waited for. */
function waitingApproval(work: Work, login: string, requisition: number): Approval {
  const waiting = readChain(work.db, requisition).find(approval => approval.status === 'pending_approval')
  if (waiting?.approver.login === login) return waiting
  if (!isApproverOf(work.db, requisition, login)) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `No requisition ${requisition} waits for your approval`)
  }
  const { status } = readRequisition(work.db, requisition)
  throw new CoupaError(
    'ERR_COUPA_CONFLICT',
    waiting === undefined
      ? `Requisition ${requisition} waits for nobody's approval: it is ${status}`
      : `Requisition ${requisition} waits for ${waiting.approver.fullName}, not for you`,
  )
}
