import { assertAdministrator, findPerson, fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import type { Orders } from '../orders.js'
import { actOnOrder } from '../purchase-orders/act.js'
import { actOnLine } from '../purchase-orders/line-progress.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { readLine } from '../purchase-orders/purchase-order-lines.js'
import {
  listPurchaseOrders,
  markExported,
  readPurchaseOrder,
} from '../purchase-orders/purchase-order-records.js'
import type { Actor } from '../purchase-orders/revisions.js'
import { markSentByHand, resend } from '../transmission/schedule.js'
import { changeOrders } from './change-orders.js'
import type { Ground } from './ground.js'
import { purchaseOrderView } from './purchase-order-view.js'
import type { Reading } from './reading.js'
import { ownOrAll } from './requisition-view.js'

/** What people see and do with purchase orders. */
export function orders(ground: Ground, reading: () => Reading): Orders {
  /** Something that a buyer does with an order, and what it looks like then. */
  const change = (
    login: string,
    number: string,
    act: (work: Work, order: PurchaseOrder, by: Actor) => void,
  ) => {
    ground.transaction(work => {
      assertAdministrator(work.company, login)
      act(work, readPurchaseOrder(work.db, number), actor(work, login))
    })
    return purchaseOrderView(reading(), login, number)
  }
  return {
    ...changeOrders(ground, reading),
    purchaseOrders: (login, filter = {}) =>
      listPurchaseOrders(ground.db, { ...ownOrAll(reading(), login), ...filter }),
    purchaseOrder: (login, number) => purchaseOrderView(reading(), login, number),
    resend: (login, number) =>
      change(login, number, (work, order, { name }) =>
        resend(work, order.id, { publicUrl: ground.publicUrl(), name }),
      ),
    markOrderSent: (login, number) =>
      change(login, number, (work, order, by) => markSentByHand(work, order.id, by)),
    actOnOrder: (login, { purchaseOrder, ...act }) =>
      change(login, purchaseOrder, (work, order, by) => actOnOrder(work, order.id, { ...act, by })),
    actOnOrderLine(login, { line, action }) {
      // Nobody learns by an error which lines there are.
      assertAdministrator(reading().company, login)
      const { number } = readPurchaseOrder(ground.db, readLine(ground.db, line).purchaseOrder)
      return change(login, number, (work, _order, by) => actOnLine(work, line, by, action))
    },
    markOrderExported: (login, { purchaseOrder, exported }) =>
      change(login, purchaseOrder, (work, order) => markExported(work, order.id, exported)),
  }
}

export function actor(work: Work, login: string): Actor {
  return { login, name: fullName(findPerson(work.company, login)) }
}
