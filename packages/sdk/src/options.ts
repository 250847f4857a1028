import type { Buyer, PartyCredential } from './buyers/buyer.js'
import type { Notice } from './delivery/notice.js'
import type { OpenBuyCatalog } from './open-buy/catalog.js'
import type { Fulfil } from './orders/order.js'
import type { PunchoutSession } from './punchout/session.js'
import type { Store } from './store/store.js'

/** What a marketplace hands to `createSupplier`. Everything that is not deterministic is an option. */
export interface SupplierOptions {
  /** Public origin of the marketplace (`https://market.example`). Never taken from the `Host` header. */
  readonly origin: string
  /** Path under which the supplier's endpoints live. Default `/punchloop`. */
  readonly basePath?: string
  /** Who we are: a document is for us when one of its `To` credentials is among these. */
  readonly credentials: readonly PartyCredential[]
  readonly buyers: readonly Buyer[]
  readonly store: Store
  /**
   * Where the shopper lands: a path on {@link SupplierOptions.origin} for a fresh session (the product's page when
   * `session.selectedItem` is set).
   */
  readonly openShop: (session: PunchoutSession) => string
  /** The marketplace's catalogue, for buyers that search it from their own page. */
  readonly openBuy?: OpenBuyCatalog
  readonly fulfil: Fulfil
  /** Told at least once of everything people want to hear of (an e-mail goes out here). Throw to be told again. */
  readonly notify?: (
    notice: Notice,
    context: { readonly idempotencyKey: string; readonly signal: AbortSignal },
  ) => Promise<void>
  /** How long a returned cart stays orderable, in milliseconds. Default 7 days. */
  readonly requestLifetime?: number
  /** How long a StartPage URL can be opened, in milliseconds. Default 10 minutes. */
  readonly startPageLifetime?: number
  /** How long a shopping session lasts, in milliseconds. Default 8 hours. */
  readonly sessionLifetime?: number
  /** Accept `http:` and loopback `BrowserFormPost`s. Only for a laptop. Default false. */
  readonly allowInsecureOrigins?: boolean
  /** Largest accepted request body in bytes. Default 10 MiB. */
  readonly maxBodyBytes?: number
  readonly clock?: () => Date
  readonly randomBytes?: (length: number) => Uint8Array
  readonly fetch?: typeof globalThis.fetch
  /** Structured log without secrets. Default: silent. */
  readonly log?: (entry: {
    readonly level: 'info' | 'warn' | 'error'
    readonly event: string
    readonly [field: string]: unknown
  }) => void
}
