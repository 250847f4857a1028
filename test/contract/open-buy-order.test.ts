import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { northwindInstruments, startMockCoupa } from '@punchloop/mock-coupa'
import { createSupplier, type OpenBuyItem, type Supplier } from '@punchloop/sdk'
import { memoryStore } from '@punchloop/sdk/memory'
import { nodeListener } from '@punchloop/sdk/node'
import { expect, it } from 'vitest'

const sharedSecret = 'a-shared-secret-of-16'
const openBuyCredentials = 'open-buy-credentials'

const item: OpenBuyItem = {
  supplierPartID: 'SEAT-1',
  name: 'Seat',
  description: 'A seat, yearly',
  unitPrice: '49.90',
  currency: 'USD',
  unitOfMeasure: 'EA',
  unspsc: '43232701',
}

/** A marketplace whose products need no visit, and Coupa beside it. */
async function startWorld() {
  let supplier: Supplier | undefined
  const server = createServer(
    nodeListener(async request => (await supplier?.fetch(request)) ?? new Response(null, { status: 503 })),
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const company = northwindInstruments({
    cxmlUrl: `${origin}/punchloop/cxml`,
    openBuyUrl: `${origin}/punchloop/open-buy`,
    sharedSecret,
    openBuyCredentials,
  })
  const coupa = await startMockCoupa({ port: 0, company })
  const fulfilled: string[] = []
  const notices: string[] = []
  const market = createSupplier({
    origin,
    allowInsecureOrigins: true,
    credentials: [{ domain: 'NetworkID', identity: 'BRIGHTSTACK' }],
    buyers: [
      {
        id: 'northwind',
        name: 'Northwind Instruments',
        profile: 'coupa',
        credentials: [{ domain: 'NetworkID', identity: 'NORTHWIND' }],
        sharedSecrets: [sharedSecret],
        browserFormPostOrigins: [coupa.url],
        openBuy: { credentials: openBuyCredentials },
      },
    ],
    store: memoryStore(),
    referenceKeys: [{ id: 'k1', secret: 'sixteen characters' }],
    openBuy: {
      search: async () => ({ totalCount: 1, items: [item] }),
      item: async ({ supplierPartID }) => (supplierPartID === item.supplierPartID ? item : undefined),
    },
    openShop: () => '/',
    fulfil: async ({ line, idempotencyKey }) => {
      fulfilled.push(`${line.quantity} ${line.supplierPartID}`)
      return { reference: idempotencyKey }
    },
    notify: async ({ kind }) => void notices.push(kind),
  })
  supplier = market
  market.start()
  return {
    coupa,
    market,
    fulfilled,
    notices,
    async close() {
      await coupa.close()
      await market.stop()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

it('what goes straight from Coupa’s search into the cart is ordered and fulfilled, in the quantity that it has last', async () => {
  const { coupa, market, fulfilled, notices, close } = await startWorld()
  try {
    const emma = coupa.person('emma')
    const { openBuy } = await emma.search('seat')
    const { number } = await emma.addResult(openBuy[0]!, '2')
    const taken = () =>
      coupa.waitFor(() => {
        const [line] = coupa.requisition(number).lines
        return line?.realtime?.asyncStatus === 'complete' ? line : undefined
      })
    const first = await taken()
    expect(first.suppAuxPartNum).toMatch(/^[0-9a-f]{32}\.k1\.[0-9a-f]{32}$/)

    coupa.application.saveCart('emma', { requisition: number, lines: [{ id: first.id, quantity: '3' }] })
    const second = await taken()
    expect(second.suppAuxPartNum).not.toBe(first.suppAuxPartNum)

    await emma.submit(number)
    await coupa.person('mark').approve(number)
    const order = await coupa.waitForOrder({ requisition: number })
    const key = { buyerId: 'northwind', orderID: order.number }
    await expect
      .poll(() => market.order(key))
      .toMatchObject({ status: 'fulfilled', lines: [{ supplierPartAuxiliaryID: second.suppAuxPartNum }] })
    expect(fulfilled).toEqual(['3 SEAT-1'])
    expect(notices).not.toContain('request returned')
  } finally {
    await close()
  }
})
