import type { PoMethod } from '../company/supplier.js'
import type { LifecycleEvents } from '../control/event.js'
import { coupaEnvelope } from '../control/ids.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import type { PurchaseOrder, TransmissionStatus } from '../purchase-orders/purchase-order.js'
import { markTransmission, readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import type { Transmission } from './transmission.js'
import { insertTransmission, listTransmissions, settleTransmission } from './transmission-records.js'

type PublicUrl = () => string

/** Schedules the first attempt in the transaction that issued the order: a restart in between loses nothing. */
export function scheduleTransmission(publicUrl: PublicUrl) {
  return ({ purchaseOrder, withoutSending }: LifecycleEvents['purchase order issued'], work: Work): void => {
    const order = readPurchaseOrder(work.db, purchaseOrder)
    if (withoutSending === true) markSent(work, order)
    else begin(work, order, publicUrl())
  }
}

/** The supplier gets the whole order again; what is still on its way to it goes first. */
export function scheduleUpdate(publicUrl: PublicUrl) {
  return ({ purchaseOrder }: LifecycleEvents['purchase order changed'], work: Work): void => {
    if (!isOnItsWay(work, purchaseOrder)) begin(work, readPurchaseOrder(work.db, purchaseOrder), publicUrl())
  }
}

/**
 * Coupa documents no document that takes an order back: somebody has to tell the supplier, and nothing is tried again.
 * Other systems, and Coupa with the supplier's switch `sendsDelete`, send an OrderRequest of type `delete` instead.
 */
export function scheduleCancellation(publicUrl: PublicUrl) {
  return ({ purchaseOrder }: LifecycleEvents['purchase order cancelled'], work: Work): void => {
    const order = readPurchaseOrder(work.db, purchaseOrder)
    const method = methodFor(work, order, 'update')
    if (method === 'mark_as_sent') return
    const transmissions = listTransmissions(work.db, purchaseOrder)
    for (const { id, nextAttemptAt } of transmissions) {
      if (nextAttemptAt !== undefined) settleTransmission(work, id, { status: 'transmission_failure' })
    }
    const supplier = work.company.suppliers.find(({ id }) => id === order.supplier.id)
    const sendsDelete = supplier?.sendsDelete === true || work.system.order.types.includes('delete')
    if (sendsDelete && method === 'cxml' && transmissions.length > 0) {
      startDocument(work, order, { publicUrl: publicUrl(), method, type: 'delete' })
    } else {
      markTransmission(work, purchaseOrder, 'pending_manual_cancel')
    }
  }
}

/** After one document has arrived or is given up: what has changed in the meantime. */
export function followUp(
  work: Work,
  transmission: Transmission,
  order: PurchaseOrder,
  publicUrl: string,
): void {
  if (order.status !== 'cancelled' && order.version > transmission.version) begin(work, order, publicUrl)
}

/** Coupa's Resend button: the order once more, as a new document. Not while one is on its way. */
export function resend(
  work: Work,
  purchaseOrder: number,
  by: { readonly publicUrl: string; readonly name: string },
): void {
  const order = readPurchaseOrder(work.db, purchaseOrder)
  const latest = listTransmissions(work.db, purchaseOrder).at(-1)
  if (!mayResend(order) || latest === undefined) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Purchase order ${order.number} cannot be sent again: it is ${order.status}, and its transmission is ${order.transmissionStatus}`,
    )
  }
  startDocument(work, order, { publicUrl: by.publicUrl, method: latest.method, type: latest.type })
  recordHistory(work, { purchaseOrder, by: by.name, text: 'Sent again' })
}

const resendable: readonly TransmissionStatus[] = [
  'sent_via_cxml',
  'sent_via_xml',
  'sent_via_email',
  'transmission_failure',
]

export function mayResend({ status, transmissionStatus }: PurchaseOrder): boolean {
  return (
    (status !== 'cancelled' || transmissionStatus === 'transmission_failure') &&
    resendable.includes(transmissionStatus)
  )
}

const byHand: Partial<Record<TransmissionStatus, TransmissionStatus>> = {
  pending_manual: 'sent_manually',
  pending_manual_cancel: 'sent_manually',
  awaiting_online_purchase: 'purchased_online',
}

export function mayMarkSent({ transmissionStatus }: PurchaseOrder): boolean {
  return byHand[transmissionStatus] !== undefined
}

/** Somebody has told the supplier, or has bought at its shop. */
export function markSentByHand(work: Work, purchaseOrder: number, by: { readonly name: string }): void {
  const order = readPurchaseOrder(work.db, purchaseOrder)
  const status = byHand[order.transmissionStatus]
  if (status === undefined) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Purchase order ${order.number} waits for nobody to send it: its transmission is ${order.transmissionStatus}`,
    )
  }
  recordHistory(work, { purchaseOrder, by: by.name, text: 'Marked as sent' })
  markSent(work, order, status)
}

function markSent(work: Work, order: PurchaseOrder, status: TransmissionStatus = 'sent_manually'): void {
  markTransmission(work, order.id, status)
  if (order.status !== 'cancelled') work.emit('purchase order sent', { purchaseOrder: order.id })
}

function isOnItsWay(work: Work, purchaseOrder: number): boolean {
  return listTransmissions(work.db, purchaseOrder).some(({ nextAttemptAt }) => nextAttemptAt !== undefined)
}

/** An order that never arrived is new to the supplier, however often it has changed. */
function begin(work: Work, order: PurchaseOrder, publicUrl: string): void {
  const hasArrived = order.sentAt !== undefined
  const type = hasArrived ? 'update' : 'new'
  const method = methodFor(work, order, type)
  if (method === 'cxml' || method === 'xml' || method === 'email')
    startDocument(work, order, { publicUrl, method, type })
  else if (method === 'prompt') markTransmission(work, order.id, 'pending_manual')
  else if (method === 'buy_online') markTransmission(work, order.id, 'awaiting_online_purchase')
  else markSent(work, order)
}

/** The order's own override goes before what is set at the supplier. */
function methodFor(work: Work, order: PurchaseOrder, type: 'new' | 'update'): PoMethod {
  if (order.transmissionMethodOverride === 'email') return 'email'
  if (order.transmissionMethodOverride === 'do_not_transmit') return 'mark_as_sent'
  const supplier = work.company.suppliers.find(({ id }) => id === order.supplier.id)
  // Who has left the configuration cannot be reached: the attempt says so.
  if (supplier === undefined) return 'cxml'
  const method = type === 'update' ? (supplier.poChangeMethod ?? supplier.poMethod) : supplier.poMethod
  // A change that the system has no document for is told by hand.
  return method === 'cxml' && !work.system.order.types.includes(type) ? 'prompt' : method
}

function startDocument(
  work: Work,
  order: PurchaseOrder,
  document: Pick<Transmission, 'method' | 'type'> & { readonly publicUrl: string },
): void {
  const { method, type } = document
  const envelope = coupaEnvelope(work.now, {
    utcOffset: work.company.utcOffset,
    dates: work.system.dates,
    host: new URL(document.publicUrl).hostname,
    randomBytes: work.randomBytes,
  })
  const status = `scheduled_for_${method}` as const
  const { version, internalRevision } = order
  insertTransmission(work, {
    purchaseOrder: order.id,
    ...envelope,
    method,
    type,
    version,
    internalRevision,
    status,
  })
  markTransmission(work, order.id, status)
}
