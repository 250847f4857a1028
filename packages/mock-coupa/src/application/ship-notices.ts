import { isReceivingDelegate } from '../approvals/delegation.js'
import { findPerson } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import type { Actor } from '../purchase-orders/revisions.js'
import { type LineChoice, receiveShipNotice, voidShipNotice } from '../receiving/ship-notice.js'
import { readShipNotice, type ShipNoticeLine } from '../receiving/ship-notice-records.js'
import type { ShipNotices, ShipNoticeView } from '../ship-notices.js'
import type { Ground } from './ground.js'
import { actor } from './orders.js'
import { mayReceive } from './purchase-order-view.js'
import type { Reading } from './reading.js'

/** What people see and say of what is on its way. */
export function shipNotices(ground: Ground, reading: () => Reading): ShipNotices {
  const change = (
    login: string,
    id: number,
    transition: (work: Work, id: number, by: Actor, choice: LineChoice) => void,
  ) => {
    ground.transaction(work => {
      shipNoticeView(reading(), login, id)
      transition(work, id, actor(work, login), line => mayReceiveLine(reading(), login, line))
    })
    return shipNoticeView(reading(), login, id)
  }
  return {
    shipNotice: (login, id) => shipNoticeView(reading(), login, id),
    receiveShipNotice: (login, id) => change(login, id, receiveShipNotice),
    voidShipNotice: (login, id) => change(login, id, voidShipNotice),
  }
}

/** For requesters of its orders and administrators; for others it does not exist. */
export function shipNoticeView(reading: Reading, login: string, id: number): ShipNoticeView {
  const notice = readShipNotice(reading.db, id)
  const lines = notice.lines.filter(line => maySeeLine(reading, login, line))
  if (lines.length === 0) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no ship notice ${id}`)
  const isOpen = lines.some(line => line.status === 'in_transit' && mayReceiveLine(reading, login, line))
  return {
    ...notice,
    supplier: {
      id: notice.supplier,
      name: reading.company.suppliers.find(({ id }) => id === notice.supplier)?.name ?? '',
    },
    lines: lines.map(line => {
      const order = readPurchaseOrder(reading.db, line.purchaseOrder)
      const ordered = order.lines.find(({ id }) => id === line.orderLine)
      return {
        ...line,
        orderNumber: order.number,
        orderLineNum: ordered?.lineNum ?? 0,
        description: ordered?.description ?? '',
      }
    }),
    may: { receive: isOpen, void: isOpen },
  }
}

function maySeeLine(reading: Reading, login: string, { purchaseOrder }: ShipNoticeLine): boolean {
  const { requestedBy } = readPurchaseOrder(reading.db, purchaseOrder)
  return (
    requestedBy.login === login ||
    findPerson(reading.company, login).administrator ||
    isReceivingDelegate(reading, { delegate: login, delegator: requestedBy.login })
  )
}

function mayReceiveLine(reading: Reading, login: string, { purchaseOrder }: ShipNoticeLine): boolean {
  return mayReceive(reading, login, readPurchaseOrder(reading.db, purchaseOrder))
}
