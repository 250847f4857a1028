import process from 'node:process'
import { type Cart, createSupplier, type PunchoutSession, type Supplier } from '@punchloop/sdk'
import { memoryStore } from '@punchloop/sdk/memory'

/** A marketplace with one product: what all examples share. How a framework serves it is theirs. */
export interface Shop {
  readonly port: number
  readonly supplier: Supplier
  /** The one page: what a shopper of a buyer sees, and what everybody else sees. */
  page(session: PunchoutSession | undefined): string
  /** What "Request approval" hands to the buyer. */
  readonly cart: Cart
  /** Whether the shop's own page asked: in a buyer's frame the session cookie is sent with other sites' requests too. */
  isOwnClick(request: Request): boolean
}

/** One buyer, told of by environment variables, and everything in memory: a real shop takes `sqliteStore` or `postgresStore`. */
export function openShop(): Shop {
  const { PORT = '4020', SHARED_SECRET = 'open-sesame-brightstack' } = process.env
  const { ORIGIN = `http://localhost:${PORT}`, BUYER_ORIGIN = 'http://127.0.0.1:4010' } = process.env
  const supplier = createSupplier({
    origin: ORIGIN,
    credentials: [{ domain: 'NetworkID', identity: 'BRIGHTSTACK' }],
    buyers: [
      {
        id: 'northwind',
        name: 'Northwind Instruments',
        credentials: [{ domain: 'NetworkID', identity: 'NORTHWIND' }],
        sharedSecrets: [SHARED_SECRET],
        browserFormPostOrigins: [BUYER_ORIGIN],
        confirmations: {
          url: `${BUYER_ORIGIN}/cxml/order_confirmation_request`,
          sharedSecret: SHARED_SECRET,
        },
      },
    ],
    store: memoryStore(),
    openShop: () => '/',
    // A real shop provides what the line bought, once for each key.
    fulfil: async ({ idempotencyKey }) => ({ reference: idempotencyKey }),
    maxBodyBytes: 1024 * 1024,
    // For a laptop: the buyer of the example is not on https.
    allowInsecureOrigins: true,
    log: entry => console.log(JSON.stringify(entry)),
  })
  return { port: Number(PORT), supplier, page, cart, isOwnClick }
}

const cart: Cart = {
  currency: 'USD',
  lines: [
    {
      supplierPartID: 'SEAT-1',
      description: 'Ledgerly, one seat for a year',
      quantity: '12',
      unitPrice: '199.00',
      unitOfMeasure: 'EA',
      unspsc: '43232701',
    },
  ],
}

function page(session: PunchoutSession | undefined): string {
  const button = session
    ? '<form method="post" action="/request-approval"><button>Request approval</button></form>'
    : '<p>Open this shop from your procurement system to buy.</p>'
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Ledgerly</title>
<h1>Ledgerly, one seat for a year</h1><p>12 seats at 199.00 USD</p>${button}</html>`
}

function isOwnClick(request: Request): boolean {
  return [null, 'same-origin'].includes(request.headers.get('sec-fetch-site'))
}
