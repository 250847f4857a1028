import { isInvolvedIn } from '../approvals/acting.js'
import { isReceivingDelegate } from '../approvals/delegation.js'
import { listChanges } from '../change-orders/change-records.js'
import { findPerson } from '../company/people.js'
import { CoupaError } from '../errors.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import type { Reading } from './reading.js'
import { assertMaySee } from './requisition-view.js'

/** For whoever may see its requisition; an external order for its requester and administrators. */
export function assertMaySeeOrder(reading: Reading, login: string, order: PurchaseOrder): void {
  const { administrator } = findPerson(reading.company, login)
  if (administrator || order.requestedBy.login === login) return
  // Whoever has to approve a change of it sees what is changed.
  const changes = listChanges(reading.db, { purchaseOrder: order.id })
  if (changes.some(({ id }) => isInvolvedIn(reading, { type: 'OrderHeaderChange', id }, login))) return
  if (isReceivingDelegate(reading, { delegate: login, delegator: order.requestedBy.login })) return
  if (order.requisition !== undefined) {
    assertMaySee(reading, login, { number: order.requisition, requestedBy: order.requestedBy })
  } else {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no purchase order ${order.number}`)
  }
}
