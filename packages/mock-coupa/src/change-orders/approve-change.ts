import { findPerson, fullName } from '../company/people.js'
import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import type { ChangeApprovers } from './change-approvers.js'
import type { ChangeApproval, ChangeOrder } from './change-order.js'
import { insertApproval, moveChange, readChange, settleApproval } from './change-records.js'

/** The first approver is asked. Where there is none the change is approved at once. */
export function openChangeApprovals(approversOf: ChangeApprovers) {
  return (event: LifecycleEvents['purchase order change submitted'], work: Work): void => {
    const change = readChange(work.db, event.change)
    const approvers = approversOf(work, change, readPurchaseOrder(work.db, change.purchaseOrder))
    for (const [index, approver] of approvers.entries()) {
      const status = index === 0 ? 'pending_approval' : null
      insertApproval(work, change.id, { ...approver, position: index + 1, status })
    }
    if (approvers.length === 0) approved(work, change)
    else work.emit('purchase order change needs approval', { change: change.id })
  }
}

/** The approval of a change that waits for this person. */
export function awaitedApproval(
  change: ChangeOrder,
  person: { readonly login: string; readonly administrator: boolean },
): ChangeApproval | undefined {
  if (change.status !== 'pending_approval') return undefined
  return change.approvals.find(
    ({ status, approver }) =>
      status === 'pending_approval' &&
      (approver.login === undefined ? person.administrator : approver.login === person.login),
  )
}

/** `ERR_COUPA_FORBIDDEN` for whoever is not asked now. A rejection needs a comment. */
export function decideChange(
  work: Work,
  login: string,
  decision: { readonly change: number; readonly status: 'approved' | 'rejected'; readonly comment?: string },
): void {
  const change = readChange(work.db, decision.change)
  const person = findPerson(work.company, login)
  const approval = awaitedApproval(change, person)
  if (approval === undefined) {
    throw new CoupaError('ERR_COUPA_FORBIDDEN', `Change ${change.id} does not wait for your approval`)
  }
  const comment = decision.comment?.trim() || undefined
  if (decision.status === 'rejected' && comment === undefined) {
    throw new CoupaError('ERR_COUPA_INVALID', 'A rejection needs a comment', {
      fields: [{ field: 'comment', message: 'must say why' }],
    })
  }
  const said = comment === undefined ? {} : { comment }
  settleApproval(work, approval.id, { status: decision.status, ...said, decidedBy: fullName(person) })
  recordHistory(work, {
    purchaseOrder: change.purchaseOrder,
    by: fullName(person),
    text: `Change ${change.id} ${decision.status}`,
    ...said,
  })
  if (decision.status === 'rejected') {
    moveChange(work, change, {
      from: ['pending_approval'],
      to: 'rejected',
      ...(comment === undefined ? {} : { rejectReason: comment }),
    })
    return
  }
  const next = change.approvals.find(({ position }) => position === approval.position + 1)
  if (next === undefined) {
    approved(work, change)
    return
  }
  settleApproval(work, next.id, { status: 'pending_approval' })
  work.emit('purchase order change needs approval', { change: change.id })
}

function approved(work: Work, change: ChangeOrder): void {
  moveChange(work, change, { from: ['pending_approval'], to: 'approved' })
  work.emit('purchase order change approved', { change: change.id })
}
