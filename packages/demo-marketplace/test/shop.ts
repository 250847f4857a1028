import { once } from 'node:events'
import { createServer } from 'node:http'
import { type Marketplace, type MarketplaceOptions, startMarketplace } from '@punchloop/demo-marketplace'
import { type Mailbox, memoryMailbox, startMailServer } from '@punchloop/demo-marketplace/mailbox'
import type { Buyer } from '@punchloop/sdk'

/** A buyer, a mail server and the shop, each on a free port. The buyer is a few strings of cXML: see `buyer.ts`. */
export interface TestShop {
  readonly market: Marketplace
  readonly mailbox: Mailbox
  readonly clock: TestClock
  /** Where the buyer receives carts. */
  readonly formPost: string
  /** Documents that the shop sent to the buyer. */
  readonly received: string[]
  /** Stops the shop and starts another on the same data. */
  restart(): Promise<Marketplace>
  close(): Promise<void>
}

export interface TestClock {
  now: Date
}

export const secret = 'a-shared-secret'

export async function startTestShop(options: Partial<MarketplaceOptions> = {}): Promise<TestShop> {
  const clock: TestClock = { now: new Date('2026-11-23T09:00:00Z') }
  const received: string[] = []
  const buyerServer = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    received.push(Buffer.concat(chunks).toString())
    response.setHeader('Content-Type', 'text/xml')
    response.end(
      '<?xml version="1.0"?><cXML payloadID="1@buyer" timestamp="2026-11-23T09:00:00+00:00"><Response><Status code="200" text="OK"/></Response></cXML>',
    )
  })
  buyerServer.listen(0, '127.0.0.1')
  await once(buyerServer, 'listening')
  const address = buyerServer.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const buyerOrigin = `http://127.0.0.1:${address.port}`
  const mailbox = memoryMailbox({ clock: () => clock.now })
  const mail = await startMailServer({ port: 0, mailbox })
  const start = () =>
    startMarketplace({
      port: 0,
      credentials: [{ domain: 'NetworkID', identity: 'BRIGHTSTACK' }],
      buyers: [
        buyerAt(buyerOrigin, 'northwind', 'Northwind Instruments'),
        buyerAt(buyerOrigin, 'other', 'Other Ltd'),
      ],
      mail: { host: mail.host, port: mail.port },
      mailbox,
      clock: () => clock.now,
      ...options,
    })
  const closeOthers = async () => {
    await mail.close()
    buyerServer.closeAllConnections()
    buyerServer.close()
    await once(buyerServer, 'close')
  }
  let market = await start().catch(async error => {
    await closeOthers()
    throw error
  })
  return {
    get market() {
      return market
    },
    mailbox,
    clock,
    formPost: `${buyerOrigin}/punchout/checkout`,
    received,
    async restart() {
      await market.close()
      market = await start()
      return market
    },
    async close() {
      await market.close()
      await closeOthers()
    },
  }
}

function buyerAt(origin: string, id: string, name: string): Buyer {
  return {
    id,
    name,
    credentials: [{ domain: 'NetworkID', identity: id.toUpperCase() }],
    sharedSecrets: [secret],
    browserFormPostOrigins: [origin],
    confirmations: { url: `${origin}/cxml`, sharedSecret: 'ours' },
    openBuy: { credentials: `open-buy-${id}` },
  }
}
