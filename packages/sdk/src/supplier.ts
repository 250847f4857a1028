import { createAuthenticate } from './buyers/authenticate.js'
import { envelope } from './cxml/envelope.js'
import { createDelivery } from './delivery/delivery.js'
import type { Job } from './delivery/job.js'
import type { SentDocument } from './delivery/sent-document.js'
import type { Tally } from './delivery/slots.js'
import { giveUp, perform } from './fulfillment/perform.js'
import { redeliver } from './fulfillment/redeliver.js'
import { retriesOf } from './fulfillment/retries.js'
import { createAlarm } from './http/alarm.js'
import { createDispatch } from './http/dispatch.js'
import { createEndpoint } from './http/endpoint.js'
import { createAuthenticateCall } from './oci/authenticate-call.js'
import { createOpenBuyService } from './open-buy/service.js'
import { resolveOptions, type SupplierOptions } from './options.js'
import { decideOrder } from './orders/decide-order.js'
import { type Invoice, invoiceOrder } from './orders/invoice-order.js'
import type { Order, ReceivedAttachment } from './orders/order.js'
import { remarksOn } from './partners/remarks.js'
import { frameAncestors } from './punchout/buyer-origins.js'
import type { Cart } from './punchout/cart.js'
import { findSession } from './punchout/find-session.js'
import { cancelCart, emptyCart, returnCart } from './punchout/return-cart.js'
import type { PunchoutSession } from './punchout/session.js'
import { createSessionCookie } from './punchout/session-cookie.js'
import { type RestoredLine, restoreLines } from './requests/held-lines.js'
import type { PurchaseRequest } from './requests/purchase-request.js'
import { withdrawRequest } from './requests/withdraw-request.js'
import { type Archived, type Archiving, archive } from './retention/archive.js'
import type {
  AttachmentQuery,
  JobCounts,
  JobQuery,
  OrderKey,
  OrderQuery,
  RequestQuery,
  SentDocumentQuery,
} from './store/store.js'

/** What a person decided about a held order. */
export interface Decision {
  readonly accept: boolean
  /** A sentence; a rejection is sent to the buyer with it. */
  readonly reason: string
}

/** How the work stands. */
export interface Metrics {
  /** In the store, of all processes. */
  readonly jobs: JobCounts
  /** Attempts of this process since it was made, by kind of work and by how they ended. */
  readonly attempts: Tally
}

/** The supplier's half of the loop: one `Request → Response` handler and the calls a shop makes. */
export interface Supplier {
  /** `basePath` without a trailing slash; requests below it belong to {@link Supplier.fetch}. */
  readonly basePath: string
  /** Where buyers send documents (`PunchOutSetupRequest`, `OrderRequest`, `ProfileRequest`, …). */
  readonly cxmlUrl: string
  /** Base URL of the Open Buy service. */
  readonly openBuyUrl: string
  /** Where buyers with SAP's Open Catalog Interface call, by GET or POST. */
  readonly ociUrl: string
  /** Answers every request below {@link Supplier.basePath}. Never throws. */
  fetch(request: Request): Promise<Response>
  /** The punchout session that the browser belongs to, from its cookie; undefined for an ordinary visitor. */
  session(request: Request): Promise<PunchoutSession | undefined>
  /**
   * The value of the directive `frame-ancestors` for the shop's own pages: the buyer's origins in a session, `'none'` without.
   * Send no `X-Frame-Options`: it knows no origins, and browsers that know the directive pass over it.
   */
  frameAncestors(session: PunchoutSession | undefined): string
  /** Stores the cart as a waiting request and answers with the page that posts it to the buyer. */
  returnCart(
    session: PunchoutSession,
    cart: Cart,
  ): Promise<{ readonly request: PurchaseRequest; readonly response: Response }>
  /** What an `edit`, `inspect` or `source` is about: each line that the buyer holds, and what it was returned as. */
  restoreCart(session: PunchoutSession): Promise<RestoredLine[]>
  /** Ends an `edit` with an empty cart: the buyer deletes the lines that it sent. */
  emptyCart(session: PunchoutSession): Promise<Response>
  /** Ends the trip without a cart (Status 204): the buyer keeps its lines as they are. */
  cancelCart(session: PunchoutSession): Promise<Response>
  /** Newest first. */
  requests(query: RequestQuery): Promise<PurchaseRequest[]>
  /** One request by its id; undefined when there is none. */
  request(id: string): Promise<PurchaseRequest | undefined>
  /** The requester no longer wants it. A request that is not waiting stays as it is. */
  withdrawRequest(id: string, reason: string): Promise<PurchaseRequest>
  /** Newest first. */
  orders(query: OrderQuery): Promise<Order[]>
  order(key: OrderKey): Promise<Order | undefined>
  /**
   * The files that came with an order and with its changes, oldest first; with `orderVersion`, those of one version. So
   * `attachments(order)` gives those of the order as it now stands. Empty where there is no such order.
   */
  attachments(query: AttachmentQuery): Promise<ReceivedAttachment[]>
  /** Accept a held order as it stands, or cancel it. */
  decideOrder(key: OrderKey, decision: Decision): Promise<Order>
  /** Puts an `InvoiceDetailRequest` for fulfilled lines of an order into the outbox. See {@link Invoice} for what it throws. */
  invoice(key: OrderKey, invoice: Invoice): Promise<Order>
  /**
   * Confirmations, ship notices, invoices and status updates that were put into the outbox, newest first, each with what the
   * buyer or the network said of it since (`StatusUpdateRequest`): taken or refused, reconciled, paid.
   */
  documents(query: SentDocumentQuery): Promise<SentDocument[]>
  /**
   * Fulfilments, documents to buyers and notices to people, newest first; with `status: 'dead'` those that were given up,
   * with the problem of the last attempt.
   */
  jobs(query: JobQuery): Promise<Job[]>
  /**
   * Has work that ended done once more, with the same key and, for a document, the same bytes: what was given up, or what
   * the buyer lost. Work that is still to be done stays as it is. Throws a RangeError where there is none of this key.
   */
  redeliver(key: string): Promise<Job>
  /** What to watch: work that waits, since when, and how much was given up. */
  metrics(): Promise<Metrics>
  /**
   * Takes away what nobody needs any more of the time before `before`: sessions, requests that have ended, work that is
   * done, files and personal data of orders that have come to their end. What a document that comes again is known by
   * stays for ever. Call it as often as your rules of retention say.
   */
  archive(archiving: Archiving): Promise<Archived>
  /** Does everything that is due now (fulfilments, confirmations, notices, expiries) and returns how much it did. */
  deliver(): Promise<number>
  /** Delivers by itself, at once after each change and by the clock. */
  start(): void
  /** Finishes what is being delivered and stops. */
  stop(): Promise<void>
}

/**
 * Puts the supplier's half together: checks the options, and gives every room what it needs and no more.
 *
 * A `Supplier` trusts the shop that calls it. That a click on "Request approval" or "Cancel" was meant by the shopper
 * is the shop's to check: POST only, and a token of its own or `Sec-Fetch-Site` against cross-site requests, since in
 * a buyer's frame the session cookie is sent with those too.
 *
 * @example
 * ```ts
 * const supplier = createSupplier({
 *   origin: 'https://market.example',
 *   credentials: [{ domain: 'DUNS', identity: '123456789' }],
 *   buyers: [acme],
 *   store: sqliteStore({ file: 'punchloop.sqlite' }),
 *   openShop: session => session.selectedItem ? `/products/${session.selectedItem.supplierPartID}` : '/',
 *   fulfil: async ({ order, line, idempotencyKey }) => subscribe(order, line, idempotencyKey),
 * })
 * supplier.start()
 * ```
 */
export function createSupplier(options: SupplierOptions): Supplier {
  const settings = resolveOptions(options)
  const { store, clock, randomBytes, baseUrl, basePath } = settings
  const host = new URL(settings.origin).hostname
  const newEnvelope = () => envelope({ clock, randomBytes, host })
  const cookie = createSessionCookie(settings.origin)
  const working = { ...settings, envelope: newEnvelope, alarm: createAlarm(settings) }
  const delivery = createDelivery({
    ...settings,
    perform: (job, signal) => perform(working, job, signal),
    giveUp: (job, problem) => giveUp(working, job, problem),
    retries: job => retriesOf(settings.buyers, job),
  })
  for (const buyer of settings.buyers) {
    for (const message of remarksOn(buyer)) {
      settings.log({ level: 'warn', event: 'buyer configured', buyerId: buyer.id, message })
    }
  }
  const cxmlUrl = `${baseUrl}/cxml`
  const fetch = createEndpoint({
    ...working,
    cookie,
    authenticate: createAuthenticate(settings),
    dispatch: createDispatch({ ...working, cxmlUrl, effectiveDate: newEnvelope().timestamp }),
    wake: () => delivery.wake(),
    authenticateCall: createAuthenticateCall(settings.buyers),
    catalog: settings.openBuy,
    openBuy: settings.openBuy && createOpenBuyService({ ...settings, catalog: settings.openBuy }),
  })
  return {
    basePath,
    cxmlUrl,
    openBuyUrl: `${baseUrl}/open-buy`,
    ociUrl: `${baseUrl}/oci`,
    fetch,
    session: request => findSession({ store, clock, cookie }, request),
    frameAncestors: session => frameAncestors(settings.buyers, session),
    returnCart: (session, cart) => returnCart(working, session, cart).finally(() => delivery.wake()),
    restoreCart: session =>
      store.read(tx => restoreLines(tx, session, settings), { buyerId: session.buyerId }),
    emptyCart: session => emptyCart(working, session).finally(() => delivery.wake()),
    cancelCart: session => cancelCart(working, session),
    requests: query => store.read(tx => tx.requests(query)),
    request: id => store.read(tx => tx.request(id)),
    withdrawRequest: (id, reason) =>
      store
        .transaction(tx => withdrawRequest(tx, id, { reason, now: clock() }))
        .finally(() => delivery.wake()),
    orders: query => store.read(tx => tx.orders(query)),
    order: key => store.read(tx => tx.order(key)),
    attachments: query => store.read(tx => tx.attachments(query)),
    decideOrder: (key, decision) =>
      store
        .transaction(tx => decideOrder(tx, key, { ...decision, now: clock(), envelope: newEnvelope }))
        .finally(() => delivery.wake()),
    invoice: (key, invoice) =>
      store
        .transaction(tx => invoiceOrder(tx, key, invoice, { now: clock(), envelope: newEnvelope }))
        .finally(() => delivery.wake()),
    documents: query => store.read(tx => tx.sentDocuments(query)),
    jobs: query => store.read(tx => tx.jobs(query)),
    redeliver: key => store.transaction(tx => redeliver(tx, key, clock())).finally(() => delivery.wake()),
    metrics: async () => ({
      jobs: await store.read(tx => tx.jobCounts(clock())),
      attempts: structuredClone(delivery.tally),
    }),
    archive: archiving => archive(store, archiving),
    deliver: () => delivery.deliver(),
    start: () => delivery.start(),
    stop: () => delivery.stop(),
  }
}
