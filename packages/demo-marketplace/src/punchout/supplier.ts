/*
 * Everything that ties this shop to Punchloop is in this file and the five it imports from its own folder. To do the
 * same with a shop of yours, copy it and answer six questions:
 *
 *   openShop   where does a shopper land who comes from a procurement system?
 *   openBuy    how is the catalogue searched from there? (leave out: the shop is a tile only)
 *   checkOffer does what was offered still hold? (leave out: it holds until it expires)
 *   fulfil     how is one line of a purchase order provided?
 *   notify     who is told what?
 *   store      where may requests, orders and unsent documents be kept?
 *
 * Then mount it in front of the body parser (`app.ts`), ask `supplier.session` who is shopping
 * (`accounts/recognise-visitor.ts`), and give `supplier.returnCart` a cart (`punchout/request-approval.ts`).
 */
import {
  type Buyer,
  createSupplier,
  type LogEntry,
  type PartyCredential,
  type Store,
  type Supplier,
} from '@punchloop/sdk'
import { checkOffer } from './check-offer.js'
import { type FulfilContext, fulfilLine } from './fulfil-line.js'
import { type NotifyContext, notifyPeople } from './notify-people.js'
import { openBuyCatalog } from './open-buy.js'
import { type OpenShopContext, openShop } from './open-shop.js'

export interface PunchoutOptions extends Omit<FulfilContext, 'findRequest'>, NotifyContext, OpenShopContext {
  readonly origin: string
  readonly store: Store
  /** Signs the references of returned lines. */
  readonly referenceKey: Uint8Array
  readonly credentials: readonly PartyCredential[]
  readonly buyers: readonly Buyer[]
  readonly requestLifetime: number | undefined
  readonly fetch: typeof globalThis.fetch | undefined
  readonly log: ((entry: LogEntry) => void) | undefined
}

export function createPunchout(options: PunchoutOptions): Supplier {
  const { origin, store, credentials, buyers, clock, randomBytes, requestLifetime, fetch, log } = options
  const supplier: Supplier = createSupplier({
    origin,
    credentials,
    buyers,
    store,
    openShop: session => openShop(options, session),
    operations: ['edit', 'inspect', 'source'],
    openBuy: openBuyCatalog(options.catalog, origin),
    // Both are called at least once, so both must notice a second call: that is what the idempotency key is for.
    checkOffer: async ({ line }) => checkOffer(options.catalog, line),
    fulfil: work => fulfilLine({ ...options, findRequest: id => supplier.request(id) }, work),
    notify: (notice, { idempotencyKey }) => notifyPeople(options, notice, idempotencyKey),
    referenceKeys: [{ id: '1', secret: Buffer.from(options.referenceKey).toString('hex') }],
    // Plain http is for laptops; a shop with an https origin accepts https buyers only.
    allowInsecureOrigins: origin.startsWith('http:'),
    clock,
    randomBytes,
    ...(requestLifetime === undefined ? {} : { requestLifetime }),
    ...(fetch === undefined ? {} : { fetch }),
    ...(log === undefined ? {} : { log }),
  })
  return supplier
}
