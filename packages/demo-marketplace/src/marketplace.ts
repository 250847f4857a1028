import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { Buyer, LogEntry, PartyCredential, Store, Supplier } from '@punchloop/sdk'
import { type Account, operator } from './accounts/account.js'
import { createAccountStore } from './accounts/account-store.js'
import { createBrowserCookie } from './accounts/browser-cookie.js'
import { createApp } from './app.js'
import { createCatalog } from './catalog/catalog.js'
import { products } from './catalog/products.js'
import type { Mailbox } from './mail/mailbox.js'
import { createPostman, type Postman } from './mail/postman.js'
import { openStore } from './punchout/open-store.js'
import { createPunchout } from './punchout/supplier.js'
import type { Shop } from './shop.js'
import { postgresTables } from './store/postgres-tables.js'
import { sqliteTables } from './store/sqlite-tables.js'
import { keepKey, type Tables } from './store/tables.js'
import type { Subscription } from './subscriptions/subscription.js'
import { createSubscriptionStore } from './subscriptions/subscription-store.js'

export interface MarketplaceOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** Default `127.0.0.1`. */
  readonly host?: string
  /** Where browsers and buyers find the shop. Default: host and port as listened on. */
  readonly publicUrl?: string
  /** Where subscriptions and orders are kept. Absent: in memory. */
  readonly dataDir?: string
  /** `postgres://…`: everything is kept there, and several processes can be the shop. */
  readonly databaseUrl?: string
  /** Who the marketplace is in cXML. */
  readonly credentials: readonly PartyCredential[]
  readonly buyers: readonly Buyer[]
  /** The SMTP server that mails go to. */
  readonly mail: { readonly host: string; readonly port: number; readonly from?: string }
  /** What the mailbox page shows. The caller closes it. */
  readonly mailbox: Mailbox
  /** People whom the sign-in page offers, beside those the shop has met. */
  readonly people?: readonly Account[]
  /** How long a request waits for its order, in milliseconds. Default: the SDK's. */
  readonly requestLifetime?: number
  readonly clock?: () => Date
  readonly randomBytes?: (length: number) => Uint8Array
  /** What confirmations are sent with. */
  readonly fetch?: typeof globalThis.fetch
  readonly log?: (entry: LogEntry) => void
}

export interface Marketplace {
  readonly url: string
  readonly supplier: Supplier
  /** Newest first. */
  subscriptions(query: { readonly email: string }): Promise<Subscription[]>
  /** Finishes what it is doing, then lets go of port and files. */
  close(): Promise<void>
}

/** Starts the shop. Rejects with `EADDRINUSE` where the port is taken. */
export async function startMarketplace(options: MarketplaceOptions): Promise<Marketplace> {
  const { host = '127.0.0.1', log = () => undefined } = options
  const server = createServer({ requestTimeout: 30_000 })
  server.listen({ port: options.port, host, exclusive: true })
  await once(server, 'listening')
  try {
    // Only now is the address known, which the shop writes into documents and links.
    const origin = new URL(options.publicUrl ?? urlOf(server, host)).origin
    const { shop, release } = await openShopOn(origin, options)
    const app = createApp({ shop, people: options.people ?? [], log })
    server.on('request', app.callback())
    shop.supplier.start()
    return {
      url: origin,
      supplier: shop.supplier,
      subscriptions: async ({ email }) => shop.subscriptions.list({ email: email.toLowerCase() }),
      async close() {
        await closeServer(server)
        await shop.supplier.stop()
        await release()
      },
    }
  } catch (error) {
    await closeServer(server)
    throw error
  }
}

async function openShopOn(
  origin: string,
  options: MarketplaceOptions,
): Promise<{ readonly shop: Shop; readonly release: () => Promise<void> }> {
  const { dataDir, databaseUrl } = options
  const tables = databaseUrl === undefined ? sqliteTables(dataDir) : await postgresTables(databaseUrl)
  const store = openStore(options)
  const postman = createPostman(options.mail)
  const release = async () => {
    postman.close()
    await store.close()
    await tables.close()
  }
  try {
    return { shop: await createShop({ origin, tables, store, postman, options }), release }
  } catch (error) {
    await release()
    throw error
  }
}

interface ShopParts {
  readonly origin: string
  readonly tables: Tables
  readonly store: Store
  readonly postman: Postman
  readonly options: MarketplaceOptions
}

async function createShop({ origin, tables, store, postman, options }: ShopParts): Promise<Shop> {
  const { buyers, mailbox } = options
  const clock = options.clock ?? (() => new Date())
  const randomBytes = options.randomBytes ?? (length => crypto.getRandomValues(new Uint8Array(length)))
  const parts = {
    origin,
    buyers,
    clock,
    randomBytes,
    catalog: createCatalog(products),
    accounts: createAccountStore(tables),
    subscriptions: createSubscriptionStore(tables),
  }
  const supplier = createPunchout({
    ...parts,
    postman,
    operatorEmail: operator.email,
    store,
    referenceKey: await keepKey(tables, 'references', () => randomBytes(32)),
    credentials: options.credentials,
    requestLifetime: options.requestLifetime,
    fetch: options.fetch,
    log: options.log,
  })
  const [credential] = options.credentials
  // createPunchout refuses a shop without one.
  if (credential === undefined) throw new TypeError('credentials: expected at least one')
  const cookieKey = await keepKey(tables, 'cookie', () => randomBytes(32))
  return { ...parts, credential, mailbox, supplier, cookie: createBrowserCookie(cookieKey, origin) }
}

function urlOf(server: Server, host: string): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The shop has no TCP port')
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
}

/** Requests that are under way are answered; connections that only wait are closed. */
async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const impatient = setTimeout(() => server.closeAllConnections(), 2_000)
  await closed
  clearTimeout(impatient)
}
