import { assertBuyers, assertCredentials } from './assert-buyers.js'
import { assertBasePath, assertFunction, assertOneOf, assertOrigin, assertPositive } from './assert-option.js'
import type { Buyer, PartyCredential } from './buyers/buyer.js'
import { createRandomBytes } from './buyers/token.js'
import type { Notice } from './delivery/notice.js'
import type { LogEntry } from './log-entry.js'
import type { OpenBuyCatalog } from './open-buy/catalog.js'
import type { Fulfil } from './orders/order.js'
import type { CheckOffer, OnDifference } from './orders/order-policy.js'
import { type ReopeningOperation, reopeningOperations } from './punchout/operations.js'
import type { PunchoutSession, WithoutCookies } from './punchout/session.js'
import { assertReferenceKeys, type ReferenceKey } from './requests/reference.js'
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
  /**
   * What the shop can do with lines that it returned before: `edit` and `inspect` them, or quote them (`source`). Returned
   * carts say so (`operationAllowed`), and buyers that ask for something else are refused (412; `source` 450). Default: carts allow
   * nothing more, and a buyer that asks all the same gets its session.
   */
  readonly operations?: readonly ReopeningOperation[]
  /**
   * The marketplace's catalogue, for buyers that search it from their own page: by Open Buy, or by functions of OCI. What they
   * take into a cart from there is kept as a request of one line.
   */
  readonly openBuy?: OpenBuyCatalog
  readonly fulfil: Fulfil
  /** Compares an offer with the catalogue when its order comes. Default: what was offered holds until it expires. */
  readonly checkOffer?: CheckOffer
  /**
   * What becomes of an order that differs from what was offered: `hold` it for a person (`decideOrder`), or `reject` it by a
   * confirmation. Neither provides anything. Default `hold`.
   */
  readonly onDifference?: OnDifference
  /**
   * Keys that sign the references of returned lines (`SupplierPartAuxiliaryID`): the first signs, all are recognised, so a
   * new one is put in front and an old one taken away when its last cart has expired. Default: none; a reference is
   * then a random number of 128 bits.
   */
  readonly referenceKeys?: readonly ReferenceKey[]
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
  /**
   * What becomes of a trip in the buyer's frame where the browser keeps no cookie in frames. `new window`: a page asks the
   * shopper to open the shop in a window of its own. `fragment`: for shops with a script front end; it finds the session's
   * token in the URL's fragment (`#punchloop-session=…`) and sends it as the header `Punchloop-Session`. Default `new window`.
   */
  readonly withoutCookies?: WithoutCookies
  /** Accept `http:` and loopback `BrowserFormPost`s. Only for a laptop. Default false. */
  readonly allowInsecureOrigins?: boolean
  /** How long one attempt at a fulfilment, a document or a notice may take, in milliseconds. Default 5 minutes. */
  readonly attemptTimeout?: number
  /** Fulfilments, documents and notices that one process works on at the same time. Default 4. */
  readonly concurrency?: number
  /** Largest accepted request body in bytes, attachments included. Default 10 MiB. */
  readonly maxBodyBytes?: number
  /** How long the body of a request may take to arrive, in milliseconds, whatever the server in front allows. Default 30 seconds. */
  readonly bodyTimeout?: number
  readonly clock?: () => Date
  readonly randomBytes?: (length: number) => Uint8Array
  readonly fetch?: typeof globalThis.fetch
  /** Structured log without secrets. Default: silent. */
  readonly log?: (entry: LogEntry) => void
}

/** {@link SupplierOptions} after they were checked, with every default in its place. */
export type Settings = SupplierOptions &
  Required<Omit<SupplierOptions, 'openBuy' | 'notify' | 'checkOffer' | 'operations'>> & {
    /** `origin` + `basePath`. */
    readonly baseUrl: string
  }

const minute = 60_000
const hour = 60 * minute

/** What holds where an option is left out. */
export const defaults = {
  basePath: '/punchloop',
  // An approval chain takes days; Amazon Business, too, holds a returned cart for seven.
  requestLifetime: 7 * 24 * hour,
  // Long enough for a slow buyer to redirect the browser, short enough for a URL found in a log to be useless.
  startPageLifetime: 10 * minute,
  // A working day.
  sessionLifetime: 8 * hour,
  // A marketplace may have to ask others; nobody waits for it.
  attemptTimeout: 5 * minute,
  concurrency: 4,
  maxBodyBytes: 10 * 1024 * 1024,
  bodyTimeout: 30_000,
} as const

/** A StartPage URL passes through browsers, proxies and logs: nobody may configure it to live longer. */
const longestStartPageLifetime = 15 * minute

/**
 * Checks what the marketplace configured. Wrong use is a `TypeError` that names the option, thrown at construction:
 * a supplier that would refuse every document, or accept the wrong ones, must not start.
 */
export function resolveOptions(options: SupplierOptions): Settings {
  const origin = assertOrigin(options.origin, 'origin')
  const basePath = assertBasePath(options.basePath ?? defaults.basePath)
  assertCredentials(options.credentials, 'credentials')
  assertBuyers(options)
  assertFunction(options.openShop, 'openShop')
  assertFunction(options.fulfil, 'fulfil')
  for (const [index, operation] of (options.operations ?? []).entries()) {
    assertOneOf(operation, reopeningOperations, `operations[${index}]`)
  }
  if (typeof options.store !== 'object' || options.store === null) {
    throw new TypeError('"store" must be a Store: memoryStore() or sqliteStore({ file })')
  }
  const startPageLifetime = options.startPageLifetime ?? defaults.startPageLifetime
  if (startPageLifetime > longestStartPageLifetime) {
    throw new TypeError(`"startPageLifetime" must be at most ${longestStartPageLifetime} ms (15 minutes)`)
  }
  return {
    ...options,
    origin,
    basePath,
    baseUrl: origin + basePath,
    startPageLifetime: assertPositive(startPageLifetime, 'startPageLifetime'),
    requestLifetime: assertPositive(options.requestLifetime ?? defaults.requestLifetime, 'requestLifetime'),
    sessionLifetime: assertPositive(options.sessionLifetime ?? defaults.sessionLifetime, 'sessionLifetime'),
    attemptTimeout: assertPositive(options.attemptTimeout ?? defaults.attemptTimeout, 'attemptTimeout'),
    concurrency: assertPositive(options.concurrency ?? defaults.concurrency, 'concurrency'),
    maxBodyBytes: assertPositive(options.maxBodyBytes ?? defaults.maxBodyBytes, 'maxBodyBytes'),
    bodyTimeout: assertPositive(options.bodyTimeout ?? defaults.bodyTimeout, 'bodyTimeout'),
    onDifference: assertOneOf(options.onDifference ?? 'hold', ['hold', 'reject'], 'onDifference'),
    referenceKeys: assertReferenceKeys(options.referenceKeys ?? []),
    withoutCookies: assertOneOf(
      options.withoutCookies ?? 'new window',
      ['new window', 'fragment'],
      'withoutCookies',
    ),
    allowInsecureOrigins: options.allowInsecureOrigins ?? false,
    clock: options.clock ?? (() => new Date()),
    randomBytes: options.randomBytes ?? createRandomBytes(),
    fetch: options.fetch ?? globalThis.fetch,
    log: createLog(options.log),
  }
}

/**
 * Payload and order numbers may hold almost anything, terminal control sequences and text direction marks included.
 * JSON escapes some of it; the rest is escaped here, before a log line can be drawn wrong.
 */
function createLog(log: SupplierOptions['log']): (entry: LogEntry) => void {
  if (log === undefined) return () => undefined
  return entry => {
    const fields = Object.entries(entry).map(([name, value]) => [
      name,
      typeof value === 'string' && name !== 'stack' ? escapeControls(value) : value,
    ])
    log({ ...Object.fromEntries(fields), level: entry.level, event: entry.event })
  }
}

function escapeControls(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
