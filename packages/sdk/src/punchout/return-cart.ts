import type { Buyer, PartyCredential } from '../buyers/buyer.js'
import type { RandomBytes } from '../buyers/token.js'
import { encodeBrowserForm } from '../cxml/browser-form.js'
import type { CxmlDraft } from '../cxml/document.js'
import { serializeCxml } from '../cxml/serialize-cxml.js'
import { createRequest } from '../requests/create-request.js'
import type { PurchaseRequest, RequestedLine } from '../requests/purchase-request.js'
import type { Store, StoreTransaction } from '../store/store.js'
import { assertCart } from './assert-cart.js'
import type { Cart } from './cart.js'
import { selfSubmittingPage } from './page.js'
import type { PunchoutSession, SessionRecord } from './session.js'
import { cancelledSession, returnedSession } from './session-changes.js'
import { SessionError } from './session-error.js'

export interface ReturnContext {
  readonly store: Store
  readonly clock: () => Date
  readonly randomBytes: RandomBytes
  /** `payloadID` and `timestamp` of a new document. */
  readonly envelope: () => { readonly payloadID: string; readonly timestamp: string }
  readonly credentials: readonly PartyCredential[]
  readonly buyers: readonly Buyer[]
  readonly requestLifetime: number
}

/**
 * Stores the cart as a purchase request and makes the page that carries it to the buyer. Request and session change
 * together, and the page is made before they are committed: a cart that cannot be sent is not stored either.
 */
export async function returnCart(
  context: ReturnContext,
  session: PunchoutSession,
  cart: Cart,
): Promise<{ readonly request: PurchaseRequest; readonly response: Response }> {
  assertCart(cart)
  return context.store.transaction(async tx => {
    const stored = await storedSession(tx, session)
    const now = context.clock()
    await tx.updateSession(returnedSession(stored, now))
    const request = await createRequest(tx, {
      session: stored,
      cart,
      now,
      lifetime: context.requestLifetime,
      randomBytes: context.randomBytes,
    })
    const response = returnPage(context, stored, orderMessage(context, stored, request))
    return { request, response }
  })
}

/**
 * Ends the trip without a cart. `Status` 204 tells the buyer to leave everything as it is; an empty cart would not do,
 * since after an `edit` it means "delete these lines".
 */
export async function cancelCart(context: ReturnContext, session: PunchoutSession): Promise<Response> {
  return context.store.transaction(async tx => {
    const stored = await storedSession(tx, session)
    await tx.updateSession(cancelledSession(stored, context.clock()))
    return returnPage(context, stored, cancelMessage(context, stored))
  })
}

async function storedSession(tx: StoreTransaction, session: PunchoutSession): Promise<SessionRecord> {
  const stored = await tx.session(session.id)
  if (stored === undefined || stored.buyerId !== session.buyerId) {
    throw new SessionError(`Punchout session ${session.id} is not known`)
  }
  return stored
}

/** `PunchOutOrderMessage` of a cart. Nothing in it authenticates us: it passes through the shopper's browser. */
function orderMessage(context: ReturnContext, session: SessionRecord, request: PurchaseRequest): CxmlDraft {
  return {
    ...messageEnvelope(context, session),
    message: {
      deploymentMode: session.deploymentMode,
      punchOutOrderMessage: {
        ...buyerCookieOf(session),
        punchOutOrderMessageHeader: {
          // `create` and no more: the shop does not have to rebuild a cart for `edit` or `inspect` yet. DTD:
          // operationAllowed is the highest operation that may follow.
          operationAllowed: 'create',
          quoteStatus: 'final',
          total: { money: { currency: request.currency, amount: request.total } },
        },
        itemIns: request.lines.map(line => itemIn(line, request.currency)),
      },
    },
  }
}

function cancelMessage(context: ReturnContext, session: SessionRecord): CxmlDraft {
  return {
    ...messageEnvelope(context, session),
    message: {
      deploymentMode: session.deploymentMode,
      status: { code: '204', text: 'No Content', xmlLang: 'en-US', value: 'The shopper left without a cart' },
      punchOutOrderMessage: {
        ...buyerCookieOf(session),
        punchOutOrderMessageHeader: {
          operationAllowed: 'create',
          // The DTD wants a Total. There is no cart and so no currency of it; with Status 204 nobody reads it.
          total: { money: { currency: 'USD', amount: '0.00' } },
        },
      },
    },
  }
}

function messageEnvelope(context: ReturnContext, session: SessionRecord) {
  const buyer = context.buyers.find(({ id }) => id === session.buyerId)
  if (buyer === undefined) {
    throw new SessionError(
      `Punchout session ${session.id} belongs to buyer "${session.buyerId}", who is not configured`,
    )
  }
  const us = context.credentials.map(({ domain, identity }) => ({ domain, identity }))
  const them = buyer.credentials.map(({ domain, identity }) => ({ domain, identity }))
  return {
    kind: 'PunchOutOrderMessage',
    ...context.envelope(),
    xmlLang: 'en-US',
    header: {
      from: { credentials: us },
      to: { credentials: them },
      sender: { credentials: us, userAgent: 'Punchloop' },
    },
  } as const
}

function buyerCookieOf(session: SessionRecord) {
  const { buyerCookie, buyerCookieContent } = session
  return { buyerCookie, ...(buyerCookieContent === undefined ? {} : { buyerCookieContent }) }
}

function itemIn(line: RequestedLine, currency: string) {
  return {
    quantity: line.quantity,
    lineNumber: String(line.lineNumber),
    itemID: {
      supplierPartID: line.supplierPartID,
      supplierPartAuxiliaryID: line.supplierPartAuxiliaryID,
    },
    itemDetail: {
      unitPrice: { money: { currency, amount: line.unitPrice } },
      descriptions: [
        {
          xmlLang: 'en-US',
          value: line.description,
          ...(line.shortName === undefined ? {} : { shortName: line.shortName }),
        },
      ],
      unitOfMeasure: line.unitOfMeasure,
      classifications: [{ domain: 'UNSPSC', value: line.unspsc }],
      ...(line.manufacturerPartID === undefined ? {} : { manufacturerPartID: line.manufacturerPartID }),
      ...(line.manufacturerName === undefined ? {} : { manufacturerName: line.manufacturerName }),
      ...(line.url === undefined ? {} : { url: line.url }),
      extrinsics: (line.extrinsics ?? []).map(({ name, value }) => ({ name, value })),
    },
  }
}

function returnPage(context: ReturnContext, session: SessionRecord, message: CxmlDraft): Response {
  const encoding = context.buyers.find(({ id }) => id === session.buyerId)?.formEncoding ?? 'cxml-base64'
  const { origin } = new URL(session.browserFormPost)
  return selfSubmittingPage({
    title: 'Returning to your procurement system…',
    text: 'If nothing happens, continue with the button.',
    action: session.browserFormPost,
    formAction: origin,
    field: encodeBrowserForm(serializeCxml(message), encoding),
    button: 'Continue',
    frameAncestors: origin,
    // The buyer may look at Origin to see who returns the cart; under `no-referrer` it would read "null".
    referrerPolicy: 'strict-origin',
    randomBytes: context.randomBytes,
  })
}
