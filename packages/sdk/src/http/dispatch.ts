import { type Buyer, modeOf } from '../buyers/buyer.js'
import type { Attachments } from '../cxml/attachments.js'
import type { RequestDocument } from '../cxml/document.js'
import { statusText } from '../cxml/elements/status.js'
import type { DocumentIdentity } from '../delivery/job.js'
import { CxmlError } from '../errors.js'
import { noteStatus } from '../fulfillment/note-status.js'
import type { LogEntry } from '../log-entry.js'
import { acceptOrder } from '../orders/accept-order.js'
import type { OrderPolicy } from '../orders/assess-order.js'
import type { CatalogueFindings } from '../orders/check-offers.js'
import { unexpectedType } from '../partners/remarks.js'
import { issueStartPage, type StartContext, startSession } from '../punchout/start-session.js'
import type { StoreTransaction } from '../store/store.js'
import type { InboundRequest } from './read-document.js'
import type { Answer } from './respond.js'

export interface Received {
  readonly buyer: Buyer
  readonly document: InboundRequest
  /** The files that came with it, and where it refers to them. */
  readonly attachments: Attachments
  /** What the marketplace says of the offers that an order refers to. */
  readonly catalogue: CatalogueFindings
  /** What the first copy of this document left behind (a session's id), where its answer was not kept. */
  readonly reference?: string
}

export interface Outcome {
  readonly response: Answer
  /**
   * What is kept for a second copy of the document: the answer itself, or only a reference, where the answer holds
   * a secret. Absent: nothing, the document changed nothing.
   */
  readonly remember?: { readonly answer: boolean; readonly reference?: string }
}

export type Dispatch = (tx: StoreTransaction, received: Received) => Promise<Outcome>

export interface DispatchContext extends StartContext, OrderPolicy {
  readonly cxmlUrl: string
  /** Since when the profile has been what it is. */
  readonly effectiveDate: string
  readonly requestLifetime: number
  readonly envelope: () => DocumentIdentity
  readonly log: (entry: LogEntry) => void
}

const taken = ['ProfileRequest', 'PunchOutSetupRequest', 'OrderRequest', 'StatusUpdateRequest'] as const

/** Payload element → workflow. */
export function createDispatch(context: DispatchContext): Dispatch {
  return async (tx, received) => {
    const { buyer, document } = received
    switch (document.kind) {
      case 'ProfileRequest':
        assertNoFiles(received)
        return profile(context)
      case 'PunchOutSetupRequest': {
        assertNoFiles(received)
        const { punchOutSetupRequest } = document.request
        const deploymentMode = modeOf(buyer, document.request.deploymentMode)
        // The session that the first copy began, while it is there: one that was archived is begun anew.
        const { reference } = received
        const begun = reference === undefined ? undefined : await tx.session(reference)
        const { id: sessionId } =
          begun ?? (await startSession(context, tx, { buyer, punchOutSetupRequest, deploymentMode }))
        return setupAnswer(await issueStartPage(context, tx, sessionId), sessionId)
      }
      case 'OrderRequest': {
        const now = context.clock()
        noteUnexpectedType(context, buyer, document)
        const status = await acceptOrder(tx, { ...context, ...received, document, now })
        return { response: { kind: 'Response', response: { status } }, remember: { answer: true } }
      }
      case 'StatusUpdateRequest': {
        assertNoFiles(received)
        const status = await noteStatus(tx, { buyer, document, now: context.clock() })
        return { response: { kind: 'Response', response: { status } }, remember: { answer: true } }
      }
      default: {
        const name = document.kind === 'Other' ? document.name : document.kind
        throw new CxmlError(
          'ERR_CXML_UNSUPPORTED',
          `Request/${name} is not supported; this supplier takes ${taken.join(', ')}`,
          { path: `/cXML/Request/${name}` },
        )
      }
    }
  }
}

function noteUnexpectedType(
  { log }: DispatchContext,
  buyer: Buyer,
  { payloadID, request }: RequestDocument<'OrderRequest'>,
): void {
  const { orderID, type } = request.orderRequest.orderRequestHeader
  const message = unexpectedType(buyer, type)
  if (message === undefined) return
  log({ level: 'warn', event: 'order of an unexpected type', buyerId: buyer.id, payloadID, orderID, message })
}

/** What nobody would look at is refused, not dropped. */
function assertNoFiles({ document, attachments }: Received): void {
  if (attachments.files.length === 0) return
  throw new CxmlError(
    'ERR_CXML_UNSUPPORTED',
    `A ${document.kind} came with attachments; this supplier takes them with an OrderRequest only`,
  )
}

/** `ProfileRequest` is also a ping: it changes nothing, so nothing is kept. */
function profile(context: DispatchContext): Outcome {
  const { cxmlUrl: url, effectiveDate } = context
  return {
    response: {
      kind: 'ProfileResponse',
      response: {
        status: ok(''),
        profileResponse: { effectiveDate, transactions: taken.map(requestName => ({ requestName, url })) },
      },
    },
  }
}

function setupAnswer(url: string, sessionId: string): Outcome {
  return {
    response: {
      kind: 'PunchOutSetupResponse',
      response: { status: ok(''), punchOutSetupResponse: { startPage: { url } } },
    },
    // The answer carries a StartPage token, and tokens are not stored: a second copy gets a fresh one.
    remember: { answer: false, reference: sessionId },
  }
}

function ok(value: string) {
  return { code: '200', text: statusText('200'), xmlLang: 'en-US', value }
}
