import type { Buyer, PartyCredential } from '../buyers/buyer.js'
import type { RandomBytes } from '../buyers/token.js'
import { encodeBrowserForm } from '../cxml/browser-form.js'
import type { CxmlDraft } from '../cxml/document.js'
import { serializeCxml } from '../cxml/serialize-cxml.js'
import { writeItems } from '../oci/write-items.js'
import { profileOf } from '../partners/profiles.js'
import { createRequest, waitingRequests } from '../requests/create-request.js'
import { endRequest } from '../requests/end-request.js'
import { restoreLines } from '../requests/held-lines.js'
import type { PurchaseRequest } from '../requests/purchase-request.js'
import type { ReferenceContext } from '../requests/reference.js'
import type { Scope, Store, StoreTransaction } from '../store/store.js'
import { assertCart } from './assert-cart.js'
import { formActions, frameAncestors } from './buyer-origins.js'
import type { Cart } from './cart.js'
import { fitCart, rulesFor } from './fit-cart.js'
import type { ReopeningOperation } from './operations.js'
import { selfSubmittingPage } from './page.js'
import { type OciSession, ociReturnPage, offeredLines, offerWritingOf } from './return-by-oci.js'
import { type PunchoutSession, replacesLines, type SessionRecord } from './session.js'
import { cancelledSession, returnedSession } from './session-changes.js'
import { SessionError } from './session-error.js'
import { type MessageParties, writeCancelMessage, writeOrderMessage } from './write-order-message.js'

export interface ReturnContext extends ReferenceContext {
  readonly store: Store
  readonly clock: () => Date
  readonly randomBytes: RandomBytes
  /** `payloadID` and `timestamp` of a new document. */
  readonly envelope: () => { readonly payloadID: string; readonly timestamp: string }
  readonly credentials: readonly PartyCredential[]
  readonly buyers: readonly Buyer[]
  readonly requestLifetime: number
  readonly operations?: readonly ReopeningOperation[]
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
  assertCart(cart, context.clock())
  return context.store.transaction(async tx => {
    const stored = await storedSession(tx, session)
    const { buyer } = partiesOf(context, stored)
    const now = context.clock()
    await tx.updateSession(returnedSession(stored, now))
    const request = await createRequest(tx, {
      session: stored,
      cart: fitCart(cart, rulesFor(buyer, stored)),
      now,
      lifetime: context.requestLifetime,
      randomBytes: context.randomBytes,
      // OCI's fields are too short for a signed reference.
      referenceKeys: stored.oci === undefined ? context.referenceKeys : [],
    })
    return { request, response: pageWith(context, stored, request) }
  }, scopeOf(session))
}

/**
 * Ends the trip without a cart. `Status` 204 tells the buyer to leave everything as it is; an empty cart would not do,
 * since after an `edit` it means "delete these lines".
 */
export async function cancelCart(context: ReturnContext, session: PunchoutSession): Promise<Response> {
  return context.store.transaction(async tx => {
    const stored = await storedSession(tx, session)
    await tx.updateSession(cancelledSession(stored, context.clock()))
    return isByOci(stored)
      ? ociReturnPage(context, stored, [])
      : returnPage(context, stored, writeCancelMessage(partiesOf(context, stored), stored))
  }, scopeOf(session))
}

function pageWith(context: ReturnContext, session: SessionRecord, request: PurchaseRequest): Response {
  if (!isByOci(session)) {
    return returnPage(context, session, writeOrderMessage(partiesOf(context, session), session, request))
  }
  const access = partiesOf(context, session).buyer.oci
  if (access === undefined) {
    throw new SessionError(`Punchout session ${session.id} came by OCI, by which its buyer comes no longer`)
  }
  return ociReturnPage(
    context,
    session,
    writeItems(offeredLines(request), offerWritingOf(access, session.oci)),
  )
}

function isByOci(session: SessionRecord): session is OciSession {
  return session.oci !== undefined
}

/**
 * Ends an `edit` with an empty cart: the buyer deletes the lines that it sent, and what waited for their order waits no
 * more. Throws a {@link SessionError} in a session of another operation, where an empty cart says nothing.
 */
export async function emptyCart(context: ReturnContext, session: PunchoutSession): Promise<Response> {
  return context.store.transaction(async tx => {
    const stored = await storedSession(tx, session)
    if (!replacesLines(stored)) {
      throw new SessionError(
        `The session was opened with operation "${stored.operation}": an empty cart deletes lines after "edit" only. Call cancelCart.`,
      )
    }
    if (profileOf(partiesOf(context, stored).buyer).cart.empty === 'fails') {
      throw new SessionError(
        'The buyer’s system fails on an empty cart: its lines are deleted there, by the shopper. Call cancelCart.',
      )
    }
    const now = context.clock()
    await tx.updateSession(returnedSession(stored, now))
    const waiting = waitingRequests(await restoreLines(tx, stored, context))
    const reason = 'It was removed from the requisition.'
    for (const request of waiting) await endRequest(tx, request, { status: 'withdrawn', reason, now })
    const currency = waiting[0]?.currency ?? 'USD'
    const empty = { currency, total: '0.00', lines: [] }
    return returnPage(context, stored, writeOrderMessage(partiesOf(context, stored), stored, empty))
  }, scopeOf(session))
}

function scopeOf({ buyerId }: PunchoutSession): Scope {
  return { buyerId }
}

async function storedSession(tx: StoreTransaction, session: PunchoutSession): Promise<SessionRecord> {
  const stored = await tx.session(session.id)
  if (stored === undefined || stored.buyerId !== session.buyerId) {
    throw new SessionError(`Punchout session ${session.id} is not known`)
  }
  return stored
}

function partiesOf(context: ReturnContext, session: SessionRecord): MessageParties {
  const buyer = context.buyers.find(({ id }) => id === session.buyerId)
  if (buyer === undefined) {
    throw new SessionError(
      `Punchout session ${session.id} belongs to buyer "${session.buyerId}", who is no longer configured`,
    )
  }
  const { credentials: us, envelope, operations } = context
  return { us, buyer, envelope, operations }
}

function returnPage(context: ReturnContext, session: SessionRecord, message: CxmlDraft): Response {
  const { buyer } = partiesOf(context, session)
  const { cart, versions } = profileOf(buyer)
  const { PunchOutOrderMessage: dtdVersion } = versions
  const xml = serializeCxml(message, dtdVersion === undefined ? {} : { dtdVersion })
  return selfSubmittingPage({
    title: 'Returning to your procurement system…',
    text: 'If nothing happens, continue with the button.',
    action: session.browserFormPost,
    formAction: formActions(context.buyers, session),
    fields: [encodeBrowserForm(xml, buyer.formEncoding ?? cart.encoding)],
    button: 'Continue',
    frameAncestors: frameAncestors(context.buyers, session),
    // The buyer may look at Origin to see who returns the cart; under `no-referrer` it would read "null".
    referrerPolicy: 'strict-origin',
    randomBytes: context.randomBytes,
  })
}
