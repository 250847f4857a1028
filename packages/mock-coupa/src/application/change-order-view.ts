import type { ChangeOrder } from '../change-orders/change-order.js'
import { findPerson } from '../company/people.js'
import type { ChangeOrderView } from '../order-changes.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { approvalsView } from './approvals-view.js'
import type { Reading } from './reading.js'

/** For whoever may see its order. */
export function changeOrderView(
  reading: Reading,
  login: string,
  change: ChangeOrder,
  order: PurchaseOrder,
): ChangeOrderView {
  const person = findPerson(reading.company, login)
  const isOwn = person.administrator || change.requestedBy.login === login
  const approvals = approvalsView(reading, login, { type: 'OrderHeaderChange', id: change.id })
  return {
    ...change,
    ...approvals,
    number: order.number,
    currency: order.currency,
    may: {
      ...approvals.may,
      submit: isOwn && change.status === 'draft',
      cancel: isOwn && (change.status === 'draft' || change.status === 'pending_approval'),
    },
  }
}
