import type { SupplierCxml } from '../company/supplier.js'
import { type PostOutcome, post } from '../control/post.js'
import { readAnswer } from '../control/read-answer.js'
import type { Work } from '../control/work.js'
import { writeDocument } from '../control/write-document.js'
import { recordHistory } from '../journal/history.js'
import { recordExchange } from '../journal/journal.js'
import { deploymentModeOf, writeHeader } from '../shopping/write-header.js'
import type { ProcurementSystem } from '../systems/system.js'
import { type AttemptOutcome, retryAfter } from '../transmission/retry-schedule.js'
import { basic, type Transmitting } from '../transmission/transmit.js'
import type { Invoice } from './invoice.js'
import { readInvoice } from './invoice-records.js'
import { type InvoiceStatusRecord, readInvoiceStatus, settleInvoiceStatus } from './invoice-status-records.js'

/** One attempt, from the stored row to the stored outcome. Aborted by `signal` it leaves the row as it was. */
export async function sendInvoiceStatus(
  transmitting: Transmitting,
  id: number,
  signal: AbortSignal,
): Promise<void> {
  const sending = transmitting.transaction(work => prepare(work, id))
  const { status, invoice, company, system, supplier } = sending
  if (supplier?.cxml === undefined) {
    return transmitting.transaction(work => settle(work, sending, 'refused', 'it has no cXML settings'))
  }
  const { cxml } = supplier
  const at = transmitting.clock()
  const body = writeStatusUpdate(status, invoice, { system, cxml })
  const { url } = cxml
  const headers = { 'content-type': 'text/xml; charset=UTF-8', ...basic(cxml) }
  const outcome = await post(transmitting, {
    url,
    headers,
    body,
    timeoutMs: system.sending.orderPatience,
    tls: supplier,
    signal,
  })
  const verdict = judge(outcome)
  transmitting.transaction(work => {
    recordExchange(work.db, {
      at,
      direction: 'sent',
      from: company.name,
      to: invoice.supplier.name,
      via: 'http',
      kind: 'StatusUpdateRequest',
      method: 'POST',
      url,
      durationMs: outcome.durationMs,
      request: { headers, body },
      ...(outcome.kind === 'answered'
        ? { httpStatus: outcome.httpStatus, response: { headers: outcome.headers, body: outcome.body } }
        : {}),
      ...(verdict.failure === undefined ? {} : { failure: verdict.failure }),
    })
    settle(work, sending, verdict.outcome, verdict.failure)
  })
}

function prepare({ db, company, system }: Work, id: number) {
  const status = readInvoiceStatus(db, id)
  const invoice = readInvoice(db, status.invoice)
  const supplier = company.suppliers.find(each => each.id === invoice.supplier.id)
  return { status, invoice, company, system, supplier }
}

/** The invoice by its own number, which is unique for ever, and not by its document. */
function writeStatusUpdate(
  { payloadID, timestamp, type, comment }: InvoiceStatusRecord,
  { invoiceNumber }: Invoice,
  { system, cxml }: { readonly system: ProcurementSystem; readonly cxml: SupplierCxml },
): string {
  const buyer = { domain: cxml.domain, identity: cxml.identity }
  const supplier = { domain: cxml.supplierDomain, identity: cxml.supplierIdentity }
  const { dtdVersion, writtenBy, deploymentMode } = system.order
  return writeDocument(
    {
      kind: 'StatusUpdateRequest',
      payloadID,
      timestamp,
      xmlLang: 'en-US',
      header: writeHeader(system, { buyer, supplier, secret: cxml.secret }),
      request: {
        ...deploymentModeOf(deploymentMode, buyer),
        statusUpdateRequest: {
          status: { code: '200', text: 'OK', xmlLang: 'en-US', value: '' },
          invoiceStatus: {
            type,
            invoiceIDInfo: { invoiceID: invoiceNumber },
            ...(comment === undefined ? {} : { comments: [{ xmlLang: 'en-US', value: comment }] }),
          },
        },
      },
    },
    { dtdVersion, writtenBy, dates: system.dates },
  )
}

function judge(outcome: PostOutcome): { readonly outcome: AttemptOutcome; readonly failure?: string } {
  if (outcome.kind === 'no answer') return { outcome: 'no answer', failure: outcome.reason }
  const { status, problem = `HTTP ${outcome.httpStatus}` } = readAnswer(outcome)
  if (status === undefined) return { outcome: 'server error', failure: problem }
  if (status.isSuccess) return { outcome: 'sent' }
  const failure = `${status.code} ${status.message}`.trim()
  return { outcome: status.code.startsWith('5') ? 'server error' : 'refused', failure }
}

function settle(
  work: Work,
  { status, invoice }: ReturnType<typeof prepare>,
  outcome: AttemptOutcome,
  failure?: string,
): void {
  const outcomes = [...status.outcomes, outcome]
  const wait = retryAfter(outcomes, work.system.sending)
  const dueAt = wait === undefined ? undefined : new Date(work.now.getTime() + wait)
  settleInvoiceStatus(work.db, status.id, { outcomes, dueAt })
  const told = `Status ${status.type}: ${invoice.supplier.name} was`
  const text = outcome === 'sent' ? `${told} told` : `${told} not told (${failure})`
  recordHistory(work, { on: { type: 'InvoiceHeader', id: invoice.id }, by: work.system.title, text })
}
