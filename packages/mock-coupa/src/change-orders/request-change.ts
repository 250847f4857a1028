import { addDecimals } from '@punchloop/sdk/cxml'
import { closeApprovals } from '../approvals/open-approvals.js'
import { findPerson, fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import type { ChangeOrder, ChangeRequest } from './change-order.js'
import { insertChange, listChanges, moveChange, readChange, rewriteChange } from './change-records.js'
import { changedLines } from './changed-lines.js'

/**
 * Writes down, as a draft, what the requester or a buyer wants changed. Returns its id.
 * Unverified: that only an issued order can be changed, and that there is one change at a time.
 */
export function requestChange(work: Work, login: string, request: ChangeRequest): number {
  const order = readPurchaseOrder(work.db, request.purchaseOrder)
  const person = findPerson(work.company, login)
  if (!person.administrator && order.requestedBy.login !== login) {
    throw new CoupaError('ERR_COUPA_FORBIDDEN', 'Only the requester and buyers may ask for a change')
  }
  assertMayChange(work, order)
  const id = insertChange(work, {
    ...request,
    lines: request.cancel === true ? [] : request.lines,
    requestedBy: { login, fullName: fullName(person) },
    version: order.version,
    total: request.cancel === true ? '0' : totalAfter(work, order, request),
  })
  recordHistory(work, {
    purchaseOrder: order.id,
    by: fullName(person),
    text: request.cancel === true ? `Asked to cancel the order (change ${id})` : `Requested change ${id}`,
    ...(request.justification === undefined ? {} : { comment: request.justification }),
  })
  return id
}

/** Other content of a draft. What is absent stays as it is. */
export function updateChange(
  work: Work,
  login: string,
  id: number,
  update: Partial<Omit<ChangeRequest, 'purchaseOrder'>>,
): void {
  const change = ownChange(work, login, id)
  if (change.status !== 'draft') {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Change ${id} cannot be changed any more: it is ${change.status}`,
    )
  }
  const cancel = update.cancel ?? change.pendingCancel
  const request = {
    purchaseOrder: change.purchaseOrder,
    ...(change.justification === undefined ? {} : { justification: change.justification }),
    ...update,
    cancel,
    lines: cancel ? [] : (update.lines ?? change.lines),
    // A draft that changes no line and is no cancellation changes the header.
    changesHeader: update.changesHeader === true || (change.lines.length === 0 && !change.pendingCancel),
  }
  const order = readPurchaseOrder(work.db, change.purchaseOrder)
  rewriteChange(work, id, { ...request, total: cancel ? '0' : totalAfter(work, order, request) })
}

function assertMayChange(work: Work, order: PurchaseOrder): void {
  const open = listChanges(work.db, { purchaseOrder: order.id }).find(isOpen)
  if (order.status !== 'issued' || open !== undefined) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      open === undefined
        ? `Purchase order ${order.number} cannot be changed: it is ${order.status}, and would have to be issued`
        : `Purchase order ${order.number} is being changed already: change ${open.id} is ${open.status}`,
    )
  }
}

function isOpen({ status }: ChangeOrder): boolean {
  return status === 'draft' || status === 'pending_approval'
}

function totalAfter(work: Work, order: PurchaseOrder, request: ChangeRequest): string {
  if (request.changesHeader === true && request.lines.length === 0) return order.total
  const { kept, added } = changedLines(order, request.lines, work.company)
  return addDecimals(...[...kept, ...added].map(({ total }) => total))
}

/** `draft` → `pending_approval`, or further, where nobody has to approve. */
export function submitChange(work: Work, login: string, id: number): void {
  const change = ownChange(work, login, id)
  moveChange(work, change, { from: ['draft'], to: 'pending_approval' })
  work.emit('purchase order change submitted', { change: id })
}

/** Whoever asked for it, or a buyer, does not want it any more. */
export function cancelChange(work: Work, login: string, id: number): void {
  const change = ownChange(work, login, id)
  moveChange(work, change, { from: ['draft', 'pending_approval'], to: 'cancelled' })
  closeApprovals({ on: { type: 'OrderHeaderChange', id } }, work)
  recordHistory(work, {
    purchaseOrder: change.purchaseOrder,
    by: fullName(findPerson(work.company, login)),
    text: `Change ${id} was taken back`,
  })
}

function ownChange(work: Work, login: string, id: number): ChangeOrder {
  const change = readChange(work.db, id)
  if (!findPerson(work.company, login).administrator && change.requestedBy.login !== login) {
    throw new CoupaError('ERR_COUPA_FORBIDDEN', 'Only who asked for a change, and buyers, may do this')
  }
  return change
}
