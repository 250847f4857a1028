import { CoupaError } from '../errors.js'
import type { Receiving } from '../orders.js'
import { readLine } from '../purchase-orders/purchase-order-lines.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import type { ReceiptView } from '../receiving/receipt.js'
import { readReceipt } from '../receiving/receipt-records.js'
import { receive, voidReceipt } from '../receiving/receive.js'
import type { Ground } from './ground.js'
import { assertMaySeeOrder } from './may-see-order.js'
import { actor } from './orders.js'
import { mayReceive, purchaseOrderView } from './purchase-order-view.js'
import type { Reading } from './reading.js'

/** What people say about what arrived. */
export function receiving(ground: Ground, reading: () => Reading): Receiving {
  const assertMay = (login: string, number: string | number) => {
    const order = readPurchaseOrder(ground.db, number)
    assertMaySeeOrder(reading(), login, order)
    if (!mayReceive(reading(), login, order)) {
      throw new CoupaError(
        'ERR_COUPA_FORBIDDEN',
        `What arrives of purchase order ${order.number} is for ${order.requestedBy.fullName}, a receiving delegate or an administrator to say`,
      )
    }
    return order
  }
  return {
    receive(login, { purchaseOrder, lines }) {
      const { id } = assertMay(login, purchaseOrder)
      ground.transaction(work => {
        for (const arrival of lines) {
          if (readLine(work.db, arrival.orderLine).purchaseOrder !== id) {
            throw new CoupaError(
              'ERR_COUPA_NOT_FOUND',
              `Purchase order ${purchaseOrder} has no line ${arrival.orderLine}`,
            )
          }
          receive(work, arrival, actor(work, login))
        }
      })
      return purchaseOrderView(reading(), login, purchaseOrder)
    },
    receipt(login, id) {
      const receipt = receiptView(reading(), login, id)
      assertMaySeeOrder(reading(), login, readPurchaseOrder(ground.db, receipt.purchaseOrder))
      return receipt
    },
    voidReceipt(login, { receipt, reason }) {
      const { number } = assertMay(login, readReceipt(ground.db, receipt).purchaseOrder)
      ground.transaction(work => voidReceipt(work, receipt, actor(work, login), reason))
      return purchaseOrderView(reading(), login, number)
    },
  }
}

/** A receipt as lists show it. */
export function receiptView(reading: Reading, login: string, id: number): ReceiptView {
  const receipt = readReceipt(reading.db, id)
  const order = readPurchaseOrder(reading.db, receipt.purchaseOrder)
  const line = order.lines.find(({ id }) => id === receipt.orderLine)
  return {
    ...receipt,
    orderNumber: order.number,
    supplier: order.supplier.name,
    description: line?.description ?? '',
    lineNum: line?.lineNum ?? 0,
    may: { void: receipt.status === 'created' && mayReceive(reading, login, order) },
  }
}
