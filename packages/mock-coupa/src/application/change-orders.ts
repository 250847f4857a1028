import type { ChangeOrder } from '../change-orders/change-order.js'
import { readChange } from '../change-orders/change-records.js'
import { cancelChange, requestChange, submitChange } from '../change-orders/request-change.js'
import type { Work } from '../control/work.js'
import type { ChangeOrders } from '../order-changes.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import { changeOrderView } from './change-order-view.js'
import type { Ground } from './ground.js'
import { assertMaySeeOrder } from './may-see-order.js'
import type { Reading } from './reading.js'

/** What people see and do with changes of purchase orders. */
export function changeOrders(ground: Ground, reading: () => Reading): ChangeOrders {
  const view = (login: string, id: number) => {
    const change: ChangeOrder = readChange(ground.db, id)
    const order = readPurchaseOrder(ground.db, change.purchaseOrder)
    assertMaySeeOrder(reading(), login, order)
    return changeOrderView(reading(), login, change, order)
  }
  /** Whoever may not see a change does not learn that there is one. */
  const change = (login: string, id: number, act: (work: Work) => void) => {
    view(login, id)
    ground.transaction(act)
    return view(login, id)
  }
  return {
    requestChange(login, { draft = false, ...request }) {
      const order = readPurchaseOrder(ground.db, request.purchaseOrder)
      assertMaySeeOrder(reading(), login, order)
      const id = ground.transaction(work => {
        const requested = requestChange(work, login, { ...request, purchaseOrder: order.id })
        if (!draft) submitChange(work, login, requested)
        return requested
      })
      return view(login, id)
    },
    submitChange: (login, id) => change(login, id, work => submitChange(work, login, id)),
    cancelChange: (login, id) => change(login, id, work => cancelChange(work, login, id)),
    changeOrder: view,
  }
}
