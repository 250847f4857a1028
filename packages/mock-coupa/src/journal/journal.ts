import { parseCxml, redact } from '@punchloop/sdk/cxml'
import type { Database } from '../store/database.js'
import { dateOf, memberOf, numberOf, presentNumber, presentText, type Row, textOf } from '../store/row.js'
import type { Exchange, ExchangeMessage } from './exchange.js'

/** What is written down of an exchange. Bodies are given as they were on the wire and redacted here. */
export interface ExchangeEntry {
  readonly at: Date
  readonly search?: number
  readonly trip?: number
  readonly purchaseOrder?: number
  readonly direction: 'sent' | 'received'
  readonly from: string
  readonly to: string
  readonly via: 'http' | 'browser' | 'open-buy'
  readonly kind: string
  readonly method: string
  readonly url: string
  readonly httpStatus?: number
  readonly durationMs: number
  readonly request: JournalMessage
  readonly response?: JournalMessage
  readonly failure?: string
  readonly found?: string
}

export interface JournalMessage {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** A document beyond this is kept by its beginning: the journal is for reading. In UTF-16 units. */
const longestKept = 2 * 1024 * 1024

/** Records one exchange in the order in which exchanges ended. Returns its number. */
export function recordExchange(db: Database, entry: ExchangeEntry): number {
  return db.run(
    `INSERT INTO exchanges (at, search, trip, purchase_order, direction, from_party, to_party, via, kind, method, url,
       http_status, duration_ms, request_headers, request_body, response_headers, response_body, failure, found)
     VALUES ($at, $search, $trip, $purchaseOrder, $direction, $from, $to, $via, $kind, $method, $url,
       $httpStatus, $durationMs, $requestHeaders, $requestBody, $responseHeaders, $responseBody, $failure, $found)`,
    {
      at: entry.at.toISOString(),
      search: entry.search,
      trip: entry.trip,
      purchaseOrder: entry.purchaseOrder,
      direction: entry.direction,
      from: entry.from,
      to: entry.to,
      via: entry.via,
      kind: entry.kind,
      method: entry.method,
      url: entry.url,
      httpStatus: entry.httpStatus,
      durationMs: Math.max(0, Math.round(entry.durationMs)),
      requestHeaders: JSON.stringify(redactHeaders(entry.request.headers)),
      requestBody: redactBody(entry.request.body),
      responseHeaders: entry.response && JSON.stringify(redactHeaders(entry.response.headers)),
      responseBody: entry.response && redactBody(entry.response.body),
      failure: entry.failure,
      found: entry.found,
    },
  ).lastId
}

const secretHeaders = new Set(['authorization', 'cookie', 'set-cookie', 'proxy-authorization'])

function redactHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      secretHeaders.has(name.toLowerCase()) ? '********' : value,
    ]),
  )
}

/** Open Buy, and an OAuth 2 server before it, carry what authenticates in these JSON properties. */
const secretJson =
  /("(?:credentials|token|password|client_secret|access_token|refresh_token|id_token)"\s*:\s*)"(?:[^"\\]|\\.)*"/gi

function redactBody(body: string | Uint8Array): string {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
  const redacted = text.trimStart().startsWith('{') ? text.replace(secretJson, '$1"********"') : redact(body)
  return redacted.length > longestKept ? `${redacted.slice(0, longestKept)}…` : redacted
}

/** What to look for. Every given condition must hold. */
export interface ExchangeFilter {
  readonly search?: number
  readonly trip?: number
  /** Exchanges of its searches, trips and orders. */
  readonly requisition?: number
  readonly purchaseOrder?: string
  readonly direction?: 'sent' | 'received'
  readonly via?: Exchange['via']
  readonly kind?: string
}

const withRequisition = `
  SELECT e.*, coalesce(t.requisition, o.requisition) AS requisition FROM exchanges e
  LEFT JOIN trips t ON t.id = e.trip LEFT JOIN purchase_orders o ON o.number = e.purchase_order`

/** In the order in which they began. A search belongs to the requisitions that its trips ended in. */
export function listExchanges(db: Database, filter: ExchangeFilter = {}): Exchange[] {
  return db
    .all(
      `SELECT * FROM (${withRequisition})
       WHERE ($search IS NULL OR search = $search)
         AND ($trip IS NULL OR trip = $trip OR search IN (SELECT search FROM trips WHERE id = $trip))
         AND ($requisition IS NULL OR requisition = $requisition
              OR search IN (SELECT search FROM trips WHERE requisition = $requisition))
         AND ($purchaseOrder IS NULL OR purchase_order = $purchaseOrder)
         AND ($direction IS NULL OR direction = $direction)
         AND ($via IS NULL OR via = $via)
         AND ($kind IS NULL OR kind = $kind)
       ORDER BY at, seq`,
      {
        search: filter.search,
        trip: filter.trip,
        requisition: filter.requisition,
        purchaseOrder: filter.purchaseOrder === undefined ? undefined : Number(filter.purchaseOrder),
        direction: filter.direction,
        via: filter.via,
        kind: filter.kind,
      },
    )
    .map(exchangeOf)
}

function exchangeOf(row: Row): Exchange {
  const { purchaseOrder } = presentNumber(row, { purchaseOrder: 'purchase_order' })
  const { headers, body } = presentText(row, { headers: 'response_headers', body: 'response_body' })
  return {
    seq: numberOf(row, 'seq'),
    at: dateOf(row, 'at'),
    ...presentNumber(row, { search: 'search', trip: 'trip', requisition: 'requisition' }),
    ...(purchaseOrder === undefined ? {} : { purchaseOrder: String(purchaseOrder) }),
    direction: memberOf(row, 'direction', ['sent', 'received']),
    from: textOf(row, 'from_party'),
    to: textOf(row, 'to_party'),
    via: memberOf(row, 'via', ['http', 'browser', 'open-buy']),
    kind: textOf(row, 'kind'),
    method: textOf(row, 'method'),
    url: textOf(row, 'url'),
    ...presentNumber(row, { httpStatus: 'http_status' }),
    durationMs: numberOf(row, 'duration_ms'),
    request: messageOf(textOf(row, 'request_headers'), textOf(row, 'request_body')),
    ...(headers === undefined || body === undefined ? {} : { response: messageOf(headers, body) }),
    ...presentText(row, { failure: 'failure', found: 'found' }),
  }
}

function messageOf(headers: string, raw: string): ExchangeMessage {
  const message = { headers: readHeaders(headers), raw }
  if (!raw.includes('<cXML')) return message
  try {
    return { ...message, document: parseCxml(raw) }
  } catch {
    // A document that cannot be read is shown as it came; why it was refused stands in `failure`.
    return message
  }
}

function readHeaders(json: string): Record<string, string> {
  const value: unknown = JSON.parse(json)
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]))
    : {}
}
