import { readState } from '../fulfillment/confirmation-records.js'
import { decideConfirmation } from '../fulfillment/decide-confirmation.js'
import type { Confirmations } from '../orders.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import type { Ground } from './ground.js'
import { assertMaySeeOrder } from './may-see-order.js'
import { purchaseOrderView } from './purchase-order-view.js'
import type { Reading } from './reading.js'

/** What people say to the confirmations of suppliers. */
export function confirmations(ground: Ground, reading: () => Reading): Confirmations {
  return {
    decideConfirmation(login, decision) {
      const order = readPurchaseOrder(ground.db, readState(ground.db, decision.confirmation).purchaseOrder)
      assertMaySeeOrder(reading(), login, order)
      ground.transaction(work => decideConfirmation(work, login, decision))
      return purchaseOrderView(reading(), login, order.number)
    },
  }
}
