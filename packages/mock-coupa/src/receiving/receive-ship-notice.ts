import {
  compareDecimals,
  type RequestDocument,
  type ShipControl,
  type ShipNoticePortion,
} from '@punchloop/sdk/cxml'
import type { Supplier } from '../company/supplier.js'
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
  type NewShipNoticeLine,
  replaceShipNotice,
  type ShipNotice,
} from './ship-notice-records.js'
import { operationProblem, shippingProblem } from './ship-notice-rules.js'

type ShipNoticeDocument = RequestDocument<'ShipNoticeRequest'>

/** Records what a supplier says is on its way, once. Refusals are Status 417 in Coupa's words where it documents them. */
export function receiveShipNotice(
  work: Work,
  supplier: Supplier,
  message: ReceivedDocument<ShipNoticeDocument>,
): Answer {
  const { shipNoticeHeader, shipNoticePortions } = message.document.request.shipNoticeRequest
  const answer = answerOnce(work, supplier, message, () => {
    const known = findShipNotice(work.db, supplier.id, shipNoticeHeader.shipmentID)
    return shipNoticeHeader.operation === 'delete'
      ? takeBack(work, supplier, { known, shipmentID: shipNoticeHeader.shipmentID })
      : record(work, supplier, { document: message.document, known })
  })
  const order = findReferredOrder(work, shipNoticePortions[0]?.orderReference)
  return order?.supplier.id === supplier.id ? { ...answer, purchaseOrder: order.id } : answer
}

function takeBack(
  work: Work,
  supplier: Supplier,
  { known, shipmentID }: { readonly known: ShipNotice | undefined; readonly shipmentID: string },
): Answer {
  const problem = operationProblem('delete', shipmentID, known)
  if (known === undefined || problem !== undefined) return refused(problem ?? 'Expectation Failed')
  voidShipNotice(work, known.id, { name: supplier.name })
  return { code: '200', text: 'OK' }
}

function refused(text: string): Answer {
  return { code: '417', text }
}

function record(
  work: Work,
  supplier: Supplier,
  by: { readonly document: ShipNoticeDocument; readonly known: ShipNotice | undefined },
): Answer {
  const { shipNoticeHeader: header, shipNoticePortions } = by.document.request.shipNoticeRequest
  const problem = operationProblem(header.operation, header.shipmentID, by.known)
  if (problem !== undefined) return refused(problem)
  const lines: NewShipNoticeLine[] = []
  for (const portion of shipNoticePortions) {
    const read = portionOf(work, supplier, portion)
    if (typeof read === 'string') return refused(read)
    lines.push(...read)
  }
  if (lines.length === 0) return refused('A ship notice needs at least one line of an order')
  const notice = noticeOf(by.document, supplier, lines)
  if (by.known === undefined) insertShipNotice(work, notice)
  else replaceShipNotice(work, by.known.id, notice)
  for (const purchaseOrder of new Set(lines.map(line => line.purchaseOrder))) {
    recordHistory(work, { purchaseOrder, by: supplier.name, text: describe(header.operation, notice) })
  }
  return { code: '200', text: 'OK' }
}

/** `Ship notice 1001, tracking number 1Z999`. */
function describe(
  operation: 'new' | 'update' | 'delete',
  { asnNumber, trackingNumber }: NewShipNotice,
): string {
  const what = operation === 'update' ? `Ship notice ${asnNumber} changed` : `Ship notice ${asnNumber}`
  return trackingNumber === undefined ? what : `${what}, tracking number ${trackingNumber}`
}

/** Its lines, or why they are refused. */
function portionOf(
  work: Work,
  supplier: Supplier,
  portion: ShipNoticePortion,
): readonly NewShipNoticeLine[] | string {
  const { orderReference } = portion
  const order = findReferredOrder(work, orderReference)
  const asked = orderReference?.orderID ?? orderReference?.documentReference?.payloadID
  const problem = orderProblem(order, supplier, asked)
  if (order === undefined || problem !== undefined) return problem ?? 'Expectation Failed'
  return shippingProblem(order) ?? linesOf(portion, order)
}

function noticeOf(
  document: ShipNoticeDocument,
  supplier: Supplier,
  lines: readonly NewShipNoticeLine[],
): NewShipNotice {
  const { shipNoticeHeader: header, shipControls } = document.request.shipNoticeRequest
  const [control] = shipControls
  return {
    asnNumber: header.shipmentID,
    supplier: supplier.id,
    lines,
    ...date('noticeDate', header.noticeDate),
    ...date('shipDate', header.shipmentDate),
    ...date('deliveryDate', header.deliveryDate),
    ...text('carrier', carrierOf(control)),
    ...text('trackingNumber', control?.shipmentIdentifiers[0]?.value),
    ...text('comments', header.comments.map(({ value }) => value.trim()).join('\n')),
  }
}

/** A name that people know goes before a code of carriers. */
function carrierOf(control: ShipControl | undefined): string | undefined {
  const carriers = control?.carrierIdentifiers ?? []
  return (carriers.find(({ domain }) => domain === 'companyName') ?? carriers[0])?.value
}

/** No item: the whole order is shipped. */
function linesOf(portion: ShipNoticePortion, order: PurchaseOrder): readonly NewShipNoticeLine[] | string {
  if (portion.shipNoticeItems.length === 0) {
    return order.lines.map(line => ({
      purchaseOrder: order.id,
      orderLine: line.id,
      quantity: line.quantity,
      uom: line.uom,
    }))
  }
  const lines: NewShipNoticeLine[] = []
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
