import type { CxmlDraft } from '../cxml/document.js'
import { statusText } from '../cxml/elements/status.js'
import { serializeCxml } from '../cxml/serialize-cxml.js'
import { CxmlError } from '../errors.js'
import type { LogEntry } from '../log-entry.js'
import { OciError } from '../oci/oci-error.js'
import { OpenBuyError } from '../open-buy/open-buy-error.js'
import { messagePage } from '../punchout/page.js'
import { SessionError } from '../punchout/session-error.js'
import { TransportError, transportStatuses } from './transport-error.js'

/** The only file that catches: every value or error becomes an answer here, and no stack trace leaves. */

export interface RespondContext {
  readonly clock: () => Date
  /** `payloadID` and `timestamp` of a new document. */
  readonly envelope: () => { readonly payloadID: string; readonly timestamp: string }
  readonly log: (entry: LogEntry) => void
  /** Told of everybody who was not recognised. */
  readonly alarm: () => void
}

/** What is known of an inbound document so far. For the log only. */
export interface Facts {
  kind?: string
  payloadID?: string
  buyerId?: string
  /** What does not agree between the document and the files that came with it. */
  warning?: string
}

/** A document without its envelope. */
export type Answer = DraftWithoutEnvelope<
  Extract<CxmlDraft, { readonly kind: 'Response' | 'PunchOutSetupResponse' | 'ProfileResponse' }>
>
type DraftWithoutEnvelope<Draft> = Draft extends {
  readonly kind: infer Kind
  readonly response: infer Response
}
  ? { readonly kind: Kind; readonly response: Response }
  : never

/** The answer as it goes out, and as it is kept. `dtdVersion`: where the buyer wants another than is usual. */
export function writeAnswer(context: RespondContext, answer: Answer, dtdVersion?: string): string {
  const draft = { ...context.envelope(), xmlLang: 'en-US', ...answer }
  return serializeCxml(draft, dtdVersion === undefined ? {} : { dtdVersion })
}

/**
 * A cXML `Response` in any case. What a document brought about is said by its `Status` alone, over HTTP 200: buyers take
 * any other HTTP status for a broken line and send again.
 */
export async function respondCxml(
  context: RespondContext,
  work: (facts: Facts) => Promise<string>,
): Promise<Response> {
  const facts: Facts = {}
  try {
    const answer = await work(facts)
    context.log({ level: 'info', event: 'document answered', ...facts })
    return xmlResponse(answer, 200)
  } catch (error) {
    const refusal = refusalOf(error)
    logRefusal(context, 'document refused', { ...facts, status: refusal.code }, error)
    const status = { ...refusal.status, xmlLang: 'en-US' }
    return xmlResponse(writeAnswer(context, { kind: 'Response', response: { status } }), refusal.http)
  }
}

/** A page for a person's browser in any case. */
export async function respondPage(
  context: RespondContext,
  event: string,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    logRefusal(context, event, {}, error)
    if (error instanceof OciError) {
      return messagePage({
        status: error.status,
        title: 'The shop cannot be opened',
        text: `${error.message}. Tell your procurement team.`,
      })
    }
    if (error instanceof TransportError) {
      return messagePage({
        status: transportStatuses[error.reason].http,
        title: 'The shop cannot be opened',
        text: error.message,
      })
    }
    if (error instanceof SessionError) {
      return messagePage({
        status: error.status,
        title: 'The shop cannot be opened',
        text: 'Open the shop again from your procurement system.',
      })
    }
    return messagePage({
      status: 500,
      title: 'The shop cannot be opened just now',
      text: 'Something went wrong on our side. Try again in a moment.',
    })
  }
}

/** JSON in any case: `{"error_code", "message"}` with 400, 401 or 500, the statuses that Open Buy documents. */
export async function respondJson(
  context: RespondContext,
  operation: string,
  work: () => Promise<object>,
): Promise<Response> {
  try {
    return jsonResponse(await work(), 200)
  } catch (error) {
    logRefusal(context, 'open buy call refused', { operation }, error)
    if (error instanceof OpenBuyError) {
      return jsonResponse({ error_code: error.code, message: error.message }, error.status)
    }
    if (error instanceof TransportError) {
      return jsonResponse({ error_code: 'invalid_parameters', message: error.message }, 400)
    }
    return jsonResponse({ error_code: 'service_error', message: 'Something went wrong. Retry later.' }, 500)
  }
}

interface Refusal {
  readonly code: string
  readonly http: number
  readonly status: { readonly code: string; readonly text: string; readonly value: string }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof CxmlError) return refusal(String(error.status), 200, placed(error))
  if (error instanceof TransportError) {
    const { code, http } = transportStatuses[error.reason]
    return refusal(code, http, error.message)
  }
  return refusal(
    '500',
    200,
    'Something went wrong on our side. Nothing was stored; the document may be sent again.',
  )
}

function refusal(code: string, http: number, value: string): Refusal {
  return { code, http, status: { code, text: statusText(code), value } }
}

/** The message with the place it is about, where it is known and not said yet. */
function placed({ message, line, column }: CxmlError): string {
  return line === undefined || message.includes('(line ')
    ? message
    : `${message} (line ${line}, column ${column ?? 1})`
}

/** Refusals are the sender's business; what is not a refusal is ours, and is logged with its stack. */
function logRefusal(context: RespondContext, event: string, facts: object, error: unknown): void {
  const expected =
    error instanceof CxmlError ||
    error instanceof TransportError ||
    error instanceof OpenBuyError ||
    error instanceof OciError ||
    error instanceof SessionError
  if (isUnrecognised(error)) context.alarm()
  context.log({
    level: expected ? 'warn' : 'error',
    event,
    ...facts,
    ...(error instanceof CxmlError || error instanceof OpenBuyError || error instanceof OciError
      ? { code: error.code }
      : {}),
    message: error instanceof Error ? error.message : String(error),
    ...(expected || !(error instanceof Error) ? {} : { stack: error.stack }),
  })
}

function isUnrecognised(error: unknown): boolean {
  const isTyped = error instanceof CxmlError || error instanceof OciError || error instanceof OpenBuyError
  return isTyped && error.status === 401
}

function xmlResponse(xml: string, status: number): Response {
  const response = new Response(xml, {
    status,
    headers: { ...plain, 'Content-Type': 'text/xml; charset=UTF-8' },
  })
  // Nobody waits for the rest of a body that did not come.
  if (status === 408) response.headers.set('Connection', 'close')
  return response
}

function jsonResponse(value: object, status: number): Response {
  return Response.json(value, { status, headers: plain })
}

const plain = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } as const
