import { awaitedApproval, decideChange } from '../change-orders/approve-change.js'
import type { ChangeOrder } from '../change-orders/change-order.js'
import { listChanges, readChange } from '../change-orders/change-records.js'
import { cancelChange, requestChange, submitChange } from '../change-orders/request-change.js'
import { findPerson } from '../company/people.js'
import type { Work } from '../control/work.js'
import type { ChangeOrders, ChangeOrderView } from '../order-changes.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import type { Ground } from './ground.js'
import { assertMaySeeOrder } from './purchase-order-view.js'
import type { Reading } from './requisition-view.js'

/** What people see and do with changes of purchase orders. */
export function changeOrders(ground: Ground, reading: () => Reading): ChangeOrders {
  const view = (login: string, id: number) => changeOrderView(reading(), login, readChange(ground.db, id))
  /** Whoever may not see a change does not learn that there is one. */
  const change = (login: string, id: number, act: (work: Work) => void) => {
    view(login, id)
    ground.transaction(act)
    return view(login, id)
  }
  return {
    requestChange(login, { draft = false, ...request }) {
      const { id: purchaseOrder, ...order } = readPurchaseOrder(ground.db, request.purchaseOrder)
      assertMaySeeOrder(reading(), login, { id: purchaseOrder, ...order })
      const id = ground.transaction(work => {
        const requested = requestChange(work, login, { ...request, purchaseOrder })
        if (!draft) submitChange(work, login, requested)
        return requested
      })
      return view(login, id)
    },
    submitChange: (login, id) => change(login, id, work => submitChange(work, login, id)),
    approveChange: (login, decision) =>
      change(login, decision.change, work => decideChange(work, login, { ...decision, status: 'approved' })),
    rejectChange: (login, decision) =>
      change(login, decision.change, work => decideChange(work, login, { ...decision, status: 'rejected' })),
    cancelChange: (login, id) => change(login, id, work => cancelChange(work, login, id)),
    changeOrder: view,
    changesToApprove(login) {
      const person = findPerson(reading().company, login)
      return listChanges(ground.db, { status: 'pending_approval' })
        .filter(pending => awaitedApproval(pending, person) !== undefined)
        .map(pending => changeOrderView(reading(), login, pending))
    },
  }
}

function changeOrderView(reading: Reading, login: string, change: ChangeOrder): ChangeOrderView {
  const order = readPurchaseOrder(reading.db, change.purchaseOrder)
  assertMaySeeOrder(reading, login, order)
  const person = findPerson(reading.company, login)
  const isOwn = person.administrator || change.requestedBy.login === login
  return {
    ...change,
    number: order.number,
    currency: order.currency,
    may: {
      decide: awaitedApproval(change, person) !== undefined,
      submit: isOwn && change.status === 'draft',
      cancel: isOwn && (change.status === 'draft' || change.status === 'pending_approval'),
    },
  }
}
