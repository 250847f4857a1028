import { readFileSync } from 'node:fs'
import { northwindInstruments, startMockCoupa } from '@punchloop/mock-coupa'
import { describe, expect, it } from 'vitest'
import { openCartPage, startPlainShop } from './plain-shop.js'

describe('a supplier that does not use the SDK', () => {
  it('sells through the mock', async () => {
    const shop = await startPlainShop({ sharedSecret: 'a-shared-secret' })
    const coupa = await startMockCoupa({
      port: 0,
      company: northwindInstruments({ cxmlUrl: shop.cxmlUrl, sharedSecret: 'a-shared-secret' }),
    })
    try {
      const emma = coupa.person('emma')
      const trip = await emma.shop('Brightstack Marketplace')
      const requisition = await emma.returnCart(await openCartPage(trip.startPageUrl))
      expect(requisition).toMatchObject({ status: 'cart', total: '120' })

      await emma.submit(requisition.number)
      await coupa.person('mark').approve(requisition.number, 'Go ahead')

      const order = await coupa.waitForOrder({ requisition: requisition.number })
      expect(order.transmissionStatus).toBe('sent_via_cxml')
      expect(shop.orders).toEqual([order.number])

      const [exchange] = coupa.documents({ kind: 'OrderRequest' })
      expect(exchange?.request.document).toMatchObject({
        request: { orderRequest: { itemOuts: [{ quantity: '12', itemID: { supplierPartID: 'SEAT-1' } }] } },
      })
    } finally {
      await coupa.close()
      await shop.close()
    }
  })

  it('with a wrong secret is told so in Coupa’s words', async () => {
    const shop = await startPlainShop({ sharedSecret: 'another' })
    const coupa = await startMockCoupa({ port: 0, company: northwindInstruments({ cxmlUrl: shop.cxmlUrl }) })
    try {
      await expect(coupa.person('emma').shop()).rejects.toMatchObject({
        code: 'ERR_COUPA_PUNCHOUT_FAILED',
        message: 'Punchout failed: Setup request failed: 401 Unauthorized',
      })
    } finally {
      await coupa.close()
      await shop.close()
    }
  })
})

describe('the README of the mock', () => {
  it('shows the contract test as it stands here', () => {
    const readme = readFileSync(new URL('../../packages/mock-coupa/README.md', import.meta.url), 'utf8')
    const own = readFileSync(new URL(import.meta.url), 'utf8')
    const samples = [...readme.matchAll(/```ts contract-test\n([\s\S]*?)```/g)].map(([, code = '']) => code)
    expect(samples).toHaveLength(1)
    for (const sample of samples) expect(withoutIndentation(own)).toContain(withoutIndentation(sample))
  })
})

function withoutIndentation(code: string): string {
  return code
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .join('\n')
}
