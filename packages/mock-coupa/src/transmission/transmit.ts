import { saidToSupplier } from '../comments/for-supplier.js'
import type { Company } from '../company/company.js'
import type { SupplierCxml } from '../company/supplier.js'
import type { TlsSettings } from '../company/tls-settings.js'
import { foundOf, type Network, type PostOutcome, post } from '../control/post.js'
import { readAnswer } from '../control/read-answer.js'
import type { Work } from '../control/work.js'
import { recordHistory } from '../journal/history.js'
import { recordExchange } from '../journal/journal.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { markTransmission, readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import { readAtRevision } from '../purchase-orders/revisions.js'
import type { ProcurementSystem } from '../systems/system.js'
import { type AttemptOutcome, retryAfter } from './retry-schedule.js'
import { followUp } from './schedule.js'
import {
  listTransmissions,
  readTransmission,
  recordAttempt,
  settleTransmission,
  type TransmissionRecord,
} from './transmission-records.js'
import { writeOrderMail } from './write-order-mail.js'
import { type OrderMessage, writeOrderMessage } from './write-order-message.js'

/** What transmitting needs of the world. */
export interface Transmitting extends Network {
  readonly publicUrl: () => string
  readonly transaction: <T>(change: (work: Work) => T) => T
  /** An order as the API shows it, in XML. By its id. */
  readonly orderXml: (purchaseOrder: number) => string
}

/** One attempt, from the stored row to the stored outcome. Aborted by `signal` it leaves the row as it was. */
export async function transmit(transmitting: Transmitting, id: number, signal: AbortSignal): Promise<void> {
  const sending = transmitting.transaction(work => prepare(work, id))
  const { transmission, order, company, supplier } = sending
  if (transmission.method === 'email')
    return mail(transmitting, { transmission, order, company }, supplier?.poEmail)
  const message = transmission.method === 'xml' ? xmlMessage(transmitting, order.id) : sending.message
  if (supplier?.cxml === undefined || message === undefined)
    return giveUp(transmitting, transmission, `${order.supplier.name} has no cXML settings.`)
  await send(transmitting, { ...sending, cxml: supplier.cxml, tls: supplier, message }, signal)
}

/** As it stands when it is sent. */
function xmlMessage({ orderXml }: Transmitting, purchaseOrder: number): OrderMessage {
  const document = orderXml(purchaseOrder)
  return { document, body: document, contentType: 'application/xml; charset=utf-8' }
}

function prepare(work: Work, id: number) {
  const { company, system } = work
  const transmission = readTransmission(work.db, id)
  const { purchaseOrder, internalRevision } = transmission
  const order = readAtRevision(work.db, purchaseOrder, internalRevision)
  const earlier = listTransmissions(work.db, purchaseOrder).findLast(
    other => other.id < id && other.method === 'cxml',
  )?.payloadID
  const supplier = company.suppliers.find(({ id: supplierId }) => supplierId === order.supplier.id)
  const { cxml } = supplier ?? {}
  if (transmission.method !== 'cxml' || supplier === undefined || cxml === undefined) {
    return { transmission, order, company, system, supplier }
  }
  const { utcOffset } = company
  const by = { transmission, system, earlier, supplier: { ...supplier, cxml }, utcOffset }
  return { transmission, order, company, system, supplier, message: writeOrderMessage(work.db, order, by) }
}

async function send(
  transmitting: Transmitting,
  sending: {
    readonly transmission: TransmissionRecord
    readonly order: PurchaseOrder
    readonly company: Company
    readonly system: ProcurementSystem
    readonly cxml: SupplierCxml
    readonly tls: TlsSettings
    readonly message: OrderMessage
  },
  signal: AbortSignal,
): Promise<void> {
  const { transmission, order, company, system, cxml, tls, message } = sending
  const at = transmitting.clock()
  const { url } = cxml
  const headers = { 'content-type': message.contentType, ...basic(cxml) }
  const timeoutMs = system.sending.orderPatience
  const outcome = await post(transmitting, { url, headers, body: message.body, timeoutMs, tls, signal })
  const verdict = transmission.method === 'xml' ? judgeHttp(outcome) : judge(outcome)
  transmitting.transaction(work => {
    recordExchange(work.db, {
      at,
      purchaseOrder: transmission.purchaseOrder,
      direction: 'sent',
      from: company.name,
      to: order.supplier.name,
      via: 'http',
      kind: transmission.method === 'xml' ? 'order-header' : 'OrderRequest',
      method: 'POST',
      url,
      durationMs: outcome.durationMs,
      // Without the files: the trace is for reading.
      request: { headers, body: message.document },
      ...(outcome.kind === 'answered'
        ? { httpStatus: outcome.httpStatus, response: { headers: outcome.headers, body: outcome.body } }
        : {}),
      ...(verdict.failure === undefined ? {} : { failure: verdict.failure }),
      ...(verdict.found === undefined ? {} : { found: verdict.found }),
    })
    settle(work, transmission, { ...verdict, at, durationMs: outcome.durationMs }, transmitting.publicUrl())
  })
}

/** Coupa's `cxml-http-username` and `-password`. */
export function basic({ httpUsername, httpPassword = '' }: SupplierCxml): Record<string, string> {
  if (httpUsername === undefined) return {}
  return { authorization: `Basic ${Buffer.from(`${httpUsername}:${httpPassword}`).toString('base64')}` }
}

/** The mail leaves with the others: from here on it is the outbox's. */
function mail(
  transmitting: Transmitting,
  {
    transmission,
    order,
    company,
  }: { transmission: TransmissionRecord; order: PurchaseOrder; company: Company },
  poEmail: string | undefined,
): void {
  const to = (order.transmissionEmails ?? poEmail ?? '').split(/[\s,;]+/).filter(address => address !== '')
  if (to.length === 0) {
    giveUp(transmitting, transmission, `${order.supplier.name} has no PO email.`)
    return
  }
  const { purchaseOrder, type } = transmission
  transmitting.transaction(work => {
    const said = saidToSupplier(work.db, order, transmission.said)
    const written = writeOrderMail(order, { company: company.name, type, said })
    work.emit('purchase order mailed', { purchaseOrder, to, ...written })
    settle(work, transmission, { outcome: 'sent', at: work.now, durationMs: 0 }, transmitting.publicUrl())
  })
}

/** Nothing could be sent: Coupa's words, and which setting is missing. */
function giveUp(transmitting: Transmitting, transmission: TransmissionRecord, why: string): void {
  const failure = `There was an error connecting to the supplier. The problem is most likely in the PO transmission method for supplier. (${why})`
  transmitting.transaction(work =>
    settle(
      work,
      transmission,
      { outcome: 'refused', failure, at: work.now, durationMs: 0 },
      transmitting.publicUrl(),
    ),
  )
}

interface Verdict {
  readonly outcome: AttemptOutcome
  readonly status?: number
  /** In Coupa's words. */
  readonly failure?: string
  /** What was found instead, for the trace. */
  readonly found?: string
}

function unanswered(outcome: Extract<PostOutcome, { readonly kind: 'no answer' }>): Verdict {
  return { outcome: 'no answer', failure: outcome.reason, ...foundOf(outcome) }
}

/** No cXML is answered to the API's XML: the HTTP status alone decides. Unverified: Coupa documents none of it. */
function judgeHttp(outcome: PostOutcome): Verdict {
  if (outcome.kind === 'no answer') return unanswered(outcome)
  const { httpStatus: status, statusText } = outcome
  if (status >= 200 && status < 300) return { outcome: 'sent', status }
  const failure = `PO failed: ${status} ${statusText}`.trim()
  return { outcome: status >= 500 ? 'server error' : 'refused', status, failure }
}

/** The cXML Status decides where there is one, else the HTTP status. */
function judge(outcome: PostOutcome): Verdict {
  if (outcome.kind === 'no answer') return unanswered(outcome)
  const { status, problem } = readAnswer(outcome)
  if (status !== undefined) {
    const { code, message } = status
    const coded = /^\d+$/.test(code) ? { status: Number(code) } : {}
    if (status.isSuccess) return { outcome: 'sent', ...coded }
    const failure = `PO failed: ${code} ${message}`.trim()
    return { outcome: code.startsWith('5') ? 'server error' : 'refused', ...coded, failure }
  }
  const { httpStatus, statusText } = outcome
  const about = { status: httpStatus, ...(problem === undefined ? {} : { found: problem }) }
  if (httpStatus >= 500) {
    return { outcome: 'server error', failure: `PO failed: ${httpStatus} ${statusText}`.trim(), ...about }
  }
  if (httpStatus >= 400) {
    const failure = `Connection to supplier failed: ${httpStatus} ${statusText}`.trim()
    return { outcome: 'refused', failure, ...about }
  }
  // Unverified: that Coupa does not retry an answer without a Status. Only 5XX is documented as retried.
  return { outcome: 'refused', failure: 'No status element in setup response:', ...about }
}

function settle(
  work: Work,
  { id, purchaseOrder, method, outcomes }: TransmissionRecord,
  verdict: Verdict & { readonly at: Date; readonly durationMs: number },
  publicUrl: string,
): void {
  recordAttempt(work, id, verdict)
  const current = readTransmission(work.db, id)
  // Given up while it was under way: what became of it changes nothing any more.
  if (current.nextAttemptAt === undefined) return
  const wait = retryAfter([...outcomes, verdict.outcome], work.system.sending)
  const again = wait === undefined ? {} : { nextAttemptAt: new Date(work.now.getTime() + wait) }
  const ways = statesOf[method]
  const status =
    verdict.outcome === 'sent' ? ways.sent : wait === undefined ? 'transmission_failure' : ways.scheduled
  settleTransmission(work, id, { status, ...again })
  markTransmission(work, purchaseOrder, status)
  if (verdict.outcome === 'sent') {
    work.emit('purchase order sent', { purchaseOrder })
  } else {
    const failure = verdict.failure ?? 'Transmission failed'
    recordHistory(work, { purchaseOrder, by: work.system.title, text: failure })
    work.emit('transmission attempt failed', { purchaseOrder, failure, ...again })
  }
  if (wait === undefined) followUp(work, current, readPurchaseOrder(work.db, purchaseOrder), publicUrl)
}

const statesOf = {
  cxml: { scheduled: 'scheduled_for_cxml', sent: 'sent_via_cxml' },
  xml: { scheduled: 'scheduled_for_xml', sent: 'sent_via_xml' },
  email: { scheduled: 'scheduled_for_email', sent: 'sent_via_email' },
} as const
