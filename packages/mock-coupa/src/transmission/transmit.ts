import type { LifecycleEvents } from '../control/event.js'
import { coupaEnvelope } from '../control/ids.js'
import { type Network, type PostOutcome, post } from '../control/post.js'
import { readAnswer } from '../control/read-answer.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import { recordExchange } from '../journal/journal.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { markTransmission, readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import { type AttemptOutcome, answerLimit, retryAfter } from './retry-schedule.js'
import {
  insertTransmission,
  readTransmission,
  recordAttempt,
  settleTransmission,
  type TransmissionRecord,
} from './transmission-records.js'
import { writeOrderRequest } from './write-order-request.js'

/** What transmitting needs of the world. */
export interface Transmitting extends Network {
  readonly publicUrl: () => string
  readonly transaction: <T>(change: (work: Work) => T) => T
}

/** Schedules the first attempt in the transaction that issued the order: a restart in between loses nothing. */
export function scheduleTransmission(
  publicUrl: () => string,
): (event: LifecycleEvents['purchase order issued'], work: Work) => void {
  return ({ purchaseOrder }, work) => {
    const order = readPurchaseOrder(work.db, purchaseOrder)
    const supplier = work.company.suppliers.find(candidate => candidate.id === order.supplier.id)
    if (supplier?.poMethod === 'mark_as_sent') {
      markTransmission(work, purchaseOrder, 'sent_manually')
      work.emit('purchase order sent', { purchaseOrder })
      return
    }
    startTransmission(work, purchaseOrder, publicUrl())
  }
}

function startTransmission(work: Work, purchaseOrder: number, publicUrl: string): void {
  const envelope = coupaEnvelope(work.now, {
    utcOffset: work.company.utcOffset,
    host: new URL(publicUrl).hostname,
    randomBytes: work.randomBytes,
  })
  insertTransmission(work, { purchaseOrder, ...envelope })
  markTransmission(work, purchaseOrder, 'scheduled_for_cxml')
}

/** Coupa's Resend button: the order once more, as a new document. Not while one is on its way. */
export function resend(
  work: Work,
  purchaseOrder: number,
  by: { readonly publicUrl: string; readonly name: string },
): void {
  const order = readPurchaseOrder(work.db, purchaseOrder)
  if (order.transmissionStatus !== 'sent_via_cxml' && order.transmissionStatus !== 'transmission_failure') {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Purchase order ${order.number} cannot be sent again: its transmission is ${order.transmissionStatus}`,
    )
  }
  startTransmission(work, purchaseOrder, by.publicUrl)
  recordHistory(work, { purchaseOrder, by: by.name, text: 'Sent again' })
}

/** One attempt, from the stored row to the stored outcome. Aborted by `signal` it leaves the row as it was. */
export async function transmit(transmitting: Transmitting, id: number, signal: AbortSignal): Promise<void> {
  const { transmission, order, company } = transmitting.transaction(work => {
    const record = readTransmission(work.db, id)
    return {
      transmission: record,
      order: readPurchaseOrder(work.db, record.purchaseOrder),
      company: work.company,
    }
  })
  const at = transmitting.clock()
  const cxml = company.suppliers.find(supplier => supplier.id === order.supplier.id)?.cxml
  if (cxml === undefined) {
    const verdict = unreachable(order)
    transmitting.transaction(work => settle(work, transmission, { ...verdict, at, durationMs: 0 }))
    return
  }
  const document = writeOrderRequest(order, { envelope: transmission, cxml, utcOffset: company.utcOffset })
  const headers = { 'content-type': 'text/xml; charset=UTF-8' }
  const outcome = await post(transmitting, {
    url: cxml.url,
    headers,
    body: document,
    timeoutMs: answerLimit,
    signal,
  })
  const verdict = judge(outcome)
  transmitting.transaction(work => {
    recordExchange(work.db, {
      at,
      purchaseOrder: transmission.purchaseOrder,
      direction: 'sent',
      from: company.name,
      to: order.supplier.name,
      via: 'http',
      kind: 'OrderRequest',
      method: 'POST',
      url: cxml.url,
      durationMs: outcome.durationMs,
      request: { headers, body: document },
      ...(outcome.kind === 'answered'
        ? { httpStatus: outcome.httpStatus, response: { headers: outcome.headers, body: outcome.body } }
        : {}),
      ...(verdict.failure === undefined ? {} : { failure: verdict.failure }),
    })
    settle(work, transmission, { ...verdict, at, durationMs: outcome.durationMs })
  })
}

interface Verdict {
  readonly outcome: AttemptOutcome
  readonly status?: number
  readonly failure?: string
}

/** The cXML Status decides where there is one, else the HTTP status. */
function judge(outcome: PostOutcome): Verdict {
  if (outcome.kind === 'no answer') return { outcome: 'no answer', failure: outcome.reason }
  const { status } = readAnswer(outcome.body, outcome.headers)
  if (status !== undefined) {
    const code = Number(status.code)
    if (status.code.startsWith('2')) return { outcome: 'sent', status: code }
    const failure = `PO failed: ${status.code} ${status.value || status.text}`.trim()
    return { outcome: status.code.startsWith('5') ? 'server error' : 'refused', status: code, failure }
  }
  if (outcome.httpStatus >= 500) {
    return {
      outcome: 'server error',
      status: outcome.httpStatus,
      failure: `PO failed: ${outcome.httpStatus}`,
    }
  }
  if (outcome.httpStatus >= 400) {
    return {
      outcome: 'refused',
      status: outcome.httpStatus,
      failure: `Connection to supplier failed: ${outcome.httpStatus}`,
    }
  }
  // Unverified: that Coupa does not retry an answer without a Status. Only 5XX is documented as retried.
  return { outcome: 'refused', status: outcome.httpStatus, failure: 'No status element in setup response:' }
}

function unreachable(order: PurchaseOrder): Verdict {
  return {
    outcome: 'refused',
    failure: `There was an error connecting to the supplier. The problem is most likely in the PO transmission method for supplier. (${order.supplier.name} has no cXML settings.)`,
  }
}

function settle(
  work: Work,
  transmission: TransmissionRecord,
  verdict: Verdict & { readonly at: Date; readonly durationMs: number },
): void {
  const { purchaseOrder } = transmission
  recordAttempt(work, transmission.id, verdict)
  if (verdict.outcome === 'sent') {
    settleTransmission(work, transmission.id, { status: 'sent_via_cxml' })
    markTransmission(work, purchaseOrder, 'sent_via_cxml')
    work.emit('purchase order sent', { purchaseOrder })
    return
  }
  const wait = retryAfter([...transmission.outcomes, verdict.outcome])
  const again = wait === undefined ? {} : { nextAttemptAt: new Date(work.now.getTime() + wait) }
  const status = wait === undefined ? 'transmission_failure' : 'scheduled_for_cxml'
  settleTransmission(work, transmission.id, { status, ...again })
  markTransmission(work, purchaseOrder, status)
  recordHistory(work, { purchaseOrder, by: 'Coupa', text: verdict.failure ?? 'Transmission failed' })
  work.emit('transmission attempt failed', { purchaseOrder, failure: verdict.failure ?? '', ...again })
}
