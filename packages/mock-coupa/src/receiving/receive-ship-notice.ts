import { compareDecimals, type RequestDocument, type ShipNoticePortion } from '@punchloop/sdk/cxml'
import type { Supplier } from '../company/company.js'
import type { Work } from '../control/work.js'
import { type Answer, answerOnce, type ReceivedDocument } from '../fulfillment/answer.js'
import { findReferredOrder, orderProblem } from '../fulfillment/find-order.js'
import { recordHistory } from '../journal/history.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { voidShipNotice } from './ship-notice.js'
import {
  findShipNotice,
  insertShipNotice,
  type NewShipNotice,
  replaceShipNotice,
  type ShipNotice,
} from './ship-notice-records.js'

/** Records what a supplier says is on its way, once. Refusals are Status 417 in Coupa's words where it documents them. */
export function receiveShipNotice(
  work: Work,
  supplier: Supplier,
  message: ReceivedDocument<RequestDocument<'ShipNoticeRequest'>>,
): Answer {
  return answerOnce(work, supplier, message, () => {
    const { shipNoticeHeader } = message.document.request.shipNoticeRequest
    const known = findShipNotice(work.db, supplier.id, shipNoticeHeader.shipmentID)
    if (shipNoticeHeader.operation === 'delete') return takeBack(work, known, shipNoticeHeader.shipmentID)
    return record(work, supplier, { document: message.document, known })
  })
}

function takeBack(work: Work, known: ShipNotice | undefined, shipmentID: string): Answer {
  if (known === undefined) return refused(`Could not find ASN ${shipmentID}`)
  voidShipNotice(work, known.id)
  return { code: '200', text: 'OK' }
}

function refused(text: string): Answer {
  return { code: '417', text }
}

function record(
  work: Work,
  supplier: Supplier,
  by: {
    readonly document: RequestDocument<'ShipNoticeRequest'>
    readonly known: ShipNotice | undefined
  },
): Answer {
  const { shipNoticeHeader: header, shipControls, shipNoticePortions } = by.document.request.shipNoticeRequest
  if (header.operation === 'new' && by.known !== undefined && by.known.status !== 'voided') {
    return refused(`ASN ${header.shipmentID} has been sent before`)
  }
  if (by.known?.lines.some(line => line.status === 'received')) {
    return refused(`ASN ${header.shipmentID} has been received and cannot be changed`)
  }
  const lines: NewShipNotice['lines'][number][] = []
  const orders = new Set<PurchaseOrder>()
  for (const portion of shipNoticePortions) {
    const order = findReferredOrder(work, portion.orderReference)
    const asked = portion.orderReference?.orderID ?? portion.orderReference?.documentReference?.payloadID
    const problem = orderProblem(order, supplier, asked)
    if (order === undefined || problem !== undefined) return refused(problem ?? 'Expectation Failed')
    const read = linesOf(portion, order)
    if (typeof read === 'string') return refused(read)
    lines.push(...read)
    orders.add(order)
  }
  if (lines.length === 0) return refused('A ship notice needs at least one line of an order')
  const [control] = shipControls
  const notice: NewShipNotice = {
    asnNumber: header.shipmentID,
    supplier: supplier.id,
    lines,
    ...date('noticeDate', header.noticeDate),
    ...date('shipDate', header.shipmentDate),
    ...date('deliveryDate', header.deliveryDate),
    ...text('carrier', control?.carrierIdentifiers[0]?.value),
    ...text('trackingNumber', control?.shipmentIdentifiers[0]?.value),
    ...text('comments', header.comments.map(({ value }) => value.trim()).join('\n')),
  }
  if (by.known === undefined) insertShipNotice(work, notice)
  else replaceShipNotice(work, by.known.id, notice)
  for (const order of orders) {
    recordHistory(work, {
      purchaseOrder: order.id,
      by: supplier.name,
      text: `Ship notice ${header.shipmentID}${notice.trackingNumber === undefined ? '' : `, tracking number ${notice.trackingNumber}`}`,
    })
  }
  const [order] = orders
  return { code: '200', text: 'OK', ...(order === undefined ? {} : { purchaseOrder: order.id }) }
}

/** No item: the whole order is shipped. */
function linesOf(
  portion: ShipNoticePortion,
  order: PurchaseOrder,
): NewShipNotice['lines'][number][] | string {
  if (portion.shipNoticeItems.length === 0) {
    return order.lines.map(line => ({
      purchaseOrder: order.id,
      orderLine: line.id,
      quantity: line.quantity,
      uom: line.uom,
    }))
  }
  const lines: NewShipNotice['lines'][number][] = []
  for (const item of portion.shipNoticeItems) {
    const line = order.lines.find(({ lineNum }) => String(lineNum) === item.lineNumber)
    if (line === undefined) return `Purchase order ${order.number} has no line ${item.lineNumber}`
    if (compareDecimals(item.quantity, '0') <= 0) {
      return `Quantity ${item.quantity} of line ${item.lineNumber} is not above 0`
    }
    lines.push({
      purchaseOrder: order.id,
      orderLine: line.id,
      quantity: item.quantity,
      ...text('uom', item.unitOfMeasure),
    })
  }
  return lines
}

function date<K extends string>(name: K, value: string | undefined): { [P in K]?: Date } {
  const at = value === undefined ? undefined : new Date(value)
  const present: { [P in K]?: Date } = {}
  if (at !== undefined && !Number.isNaN(at.getTime())) present[name] = at
  return present
}

function text<K extends string>(name: K, value: string | undefined): { [P in K]?: string } {
  const present: { [P in K]?: string } = {}
  if (value !== undefined && value !== '') present[name] = value
  return present
}
