import { type CxmlDocument, CxmlError, parseCxml, serializeCxml, statusText } from '@punchloop/sdk/cxml'
import { HttpResponse, http, type RequestHandler } from 'msw'

/** What a supplier's unit test wants to know of one call. */
export interface RecordedDocument {
  /** The body as it was sent, secrets and all: it is the test's own. */
  readonly xml: string
  /** Typed; absent where it is no cXML document. */
  readonly document?: CxmlDocument
}

export interface CoupaHandlersOptions {
  /** Base URL of the Coupa that the supplier under test calls: `https://acme.coupahost.example`. */
  readonly url: string
  /** What documents are answered with, in order; afterwards 200. */
  readonly answers?: readonly { readonly code: string; readonly text?: string }[]
}

/** msw handlers, with what they have received so far. */
export interface CoupaHandlers extends Array<RequestHandler> {
  readonly received: readonly RecordedDocument[]
}

/**
 * Answers what a supplier sends to Coupa, for unit tests without a server.
 *
 * @example
 * const coupa = coupaHandlers({ url: 'https://acme.coupahost.example' })
 * const server = setupServer(...coupa)
 * // … the code under test confirms an order …
 * expect(coupa.received[0]?.document?.kind).toBe('ConfirmationRequest')
 */
export function coupaHandlers(options: CoupaHandlersOptions): CoupaHandlers {
  const received: RecordedDocument[] = []
  const answers = [...(options.answers ?? [])]
  const base = options.url.replace(/\/$/, '')
  const handler = http.post(`${base}/cxml/order_confirmation_request`, async ({ request }) => {
    const xml = await request.text()
    const judged = judge(xml)
    received.push({ xml, ...('document' in judged ? { document: judged.document } : {}) })
    const { code, text = '' } = 'document' in judged ? (answers.shift() ?? { code: '200' }) : judged
    return HttpResponse.xml(response(code, text, received.length))
  })
  return Object.assign([handler], { received })
}

function judge(
  xml: string,
): { readonly document: CxmlDocument } | { readonly code: string; readonly text: string } {
  try {
    return { document: parseCxml(xml) }
  } catch (error) {
    if (error instanceof CxmlError) return { code: String(error.status), text: error.message }
    throw error
  }
}

function response(code: string, text: string, count: number): string {
  return serializeCxml({
    kind: 'Response',
    payloadID: `${count}@mock-coupa`,
    timestamp: '2000-01-01T00:00:00+00:00',
    xmlLang: 'en-US',
    response: { status: { code, text: statusText(code), xmlLang: 'en-US', value: text } },
  })
}
