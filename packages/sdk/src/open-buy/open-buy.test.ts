import { describe, expect, it } from 'vitest'
import { orderXml } from '../../test/order-xml.js'
import { openBuyCredentials, startTestSupplier, type TestSupplier } from '../../test/start-test-supplier.js'
import type { OpenBuyCatalog, OpenBuyItem } from './catalog.js'

const item: OpenBuyItem = {
  supplierPartID: 'SKU-1',
  name: 'Plan',
  description: 'A <b>plan</b>',
  unitPrice: '19.90',
  currency: 'USD',
  unitOfMeasure: 'EA',
  unspsc: '43232701',
  imageUrl: 'https://market.example/i.png',
}

const catalog: OpenBuyCatalog & { asked: unknown[] } = {
  asked: [],
  async search(query) {
    this.asked.push(query)
    if (query.text === 'fail') throw new Error('index is broken')
    return { totalCount: 41, items: [item, { ...item, supplierPartID: 'SKU-2', needsConfiguration: true }] }
  },
  async item({ supplierPartID }) {
    return supplierPartID === item.supplierPartID ? item : undefined
  },
}

async function call(world: TestSupplier, operation: string, body: unknown, token?: string) {
  const response = await world.supplier.fetch(
    new Request(`${world.supplier.openBuyUrl}/${operation}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: {
        'Content-Type': 'application/json',
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
    }),
  )
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

async function signedIn(change: Parameters<typeof startTestSupplier>[0] = {}) {
  const world = startTestSupplier({ openBuy: catalog, ...change })
  const { body } = await call(world, 'authentication', {
    credentials: openBuyCredentials,
    email: 'e@buyer.example',
  })
  return { world, token: String(body.token) }
}

describe('Open Buy', () => {
  it('exchanges credentials for an opaque token', async () => {
    const world = startTestSupplier({ openBuy: catalog })
    const answer = await call(world, 'authentication/v1.0.0', {
      credentials: openBuyCredentials,
      email: 'e@b.example',
    })
    expect(answer).toEqual({ status: 200, body: { token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) } })
  })

  it.each([
    [
      { credentials: 'wrong', email: 'e@b.example' },
      401,
      'un_authorized',
      'The credentials were not recognised',
    ],
    [{ credentials: '', email: 'e@b.example' }, 400, 'invalid_parameters', '"credentials" is required'],
    [{ credentials: openBuyCredentials }, 400, 'invalid_parameters', '"email" is required'],
    [[], 400, 'invalid_parameters', 'The body must be a JSON object'],
    ['{"credentials":', 400, 'invalid_parameters', 'The body is not JSON'],
    [`"${'x'.repeat(70_000)}"`, 400, 'invalid_parameters', 'larger than 65536 bytes'],
  ])('refuses authentication with %j', async (body, status, code, message) => {
    const answer = await call(startTestSupplier({ openBuy: catalog }), 'authentication', body)
    expect(answer.status).toBe(status)
    expect(answer.body).toEqual({ error_code: code, message: expect.stringContaining(message) })
  })

  it('searches the marketplace with exact prices', async () => {
    const { world, token } = await signedIn()
    const { status, body } = await call(world, 'search', { query: ' plan ', page_number: 2 }, token)
    expect(status).toBe(200)
    expect(catalog.asked.at(-1)).toEqual({ buyerId: 'acme', text: 'plan', page: 2, pageSize: 20 })
    expect(body).toEqual({
      count: 2,
      total_count: 41,
      results: [
        {
          source_part_num: 'SKU-1',
          name: 'Plan',
          description: 'A <b>plan</b>',
          unit_price: '19.90',
          currency: 'USD',
          uom: 'EA',
          unspsc_code: '43232701',
          image_url: 'https://market.example/i.png',
          realtime_item_key: 'SKU-1',
          has_more_options: false,
        },
        expect.objectContaining({ source_part_num: 'SKU-2', has_more_options: true }),
      ],
    })
  })

  it.each([
    [{}, '"query" is required'],
    [{ query: 'x', page_number: 0 }, '"page_number" must be a whole number'],
    [{ query: 'x', page_number: '2' }, '"page_number" must be a whole number'],
    [{ query: { $ne: '' } }, '"query" must be a string'],
    [{ query: 'x'.repeat(501) }, '"query" must be a string of at most 500 characters'],
  ])('refuses the search %j', async (body, message) => {
    const { world, token } = await signedIn()
    const answer = await call(world, 'search', body, token)
    expect(answer).toMatchObject({ status: 400, body: { error_code: 'invalid_parameters' } })
    expect(answer.body.message).toContain(message)
  })

  it.each(['detail', 'checkout'])('%s gives one item by key or part number', async operation => {
    const { world, token } = await signedIn()
    const byKey = await call(world, operation, { realtime_item_key: 'SKU-1', quantity: '2.5' }, token)
    expect(byKey).toMatchObject({
      status: 200,
      body: { source_part_num: 'SKU-1', unit_price: '19.90', quantity: '2.5' },
    })
    const byPart = await call(world, operation, { source_part_num: 'SKU-1', quantity: 3 }, token)
    expect(byPart.body.quantity).toBe('3')
    expect(await call(world, operation, { source_part_num: 'NOPE' }, token)).toMatchObject({
      status: 400,
      body: { error_code: 'item_not_found' },
    })
    expect((await call(world, operation, {}, token)).status).toBe(400)
    expect((await call(world, operation, { source_part_num: 'SKU-1', quantity: '-1' }, token)).status).toBe(
      400,
    )
  })

  describe('checkout', () => {
    async function checkedOut(change: Parameters<typeof signedIn>[0] = {}) {
      const notices: string[] = []
      const { world, token } = await signedIn({
        notify: async ({ kind }) => void notices.push(kind),
        ...change,
      })
      const { body } = await call(world, 'checkout', { source_part_num: 'SKU-1', quantity: '3' }, token)
      const [request] = await world.supplier.requests({ buyerId: 'acme', email: 'e@buyer.example' })
      if (request === undefined) throw new Error('nothing is offered')
      const stand = () => world.supplier.order({ buyerId: 'acme', orderID: 'PO-1' })
      return { world, token, body, request, stand, notices }
    }

    it('offers the item: an order with its reference is fulfilled', async () => {
      const keys = [{ id: 'k1', secret: 'sixteen characters' }]
      const { world, body, request, stand, notices } = await checkedOut({ referenceKeys: keys })
      expect(body).toMatchObject({ quantity: '3', unit_price: '19.90', uom: 'EA' })
      expect(body.supplier_aux_part_num).toMatch(/^[0-9a-f]{32}\.k1\.[0-9a-f]{32}$/)
      expect(request).toMatchObject({
        status: 'waiting',
        isOffer: true,
        total: '59.7',
        lines: [{ supplierPartID: 'SKU-1', supplierPartAuxiliaryID: body.supplier_aux_part_num }],
      })
      await world.post(orderXml(request))
      await world.supplier.deliver()
      expect(await stand()).toMatchObject({ status: 'fulfilled' })
      expect(world.fulfilled).toEqual(['SKU-1'])
      expect(notices).toEqual(['order fulfilled'])
    })

    it.each([
      [{ price: '0.01' }, 'unit price 0.01 was ordered, 19.90 was offered'],
      [{ quantity: '4' }, 'quantity 4 was ordered, 3 was offered'],
    ])('holds an order with %j', async (line, reason) => {
      const { world, request, stand } = await checkedOut()
      await world.post(orderXml(request, { lines: [line] }))
      expect(await stand()).toMatchObject({ status: 'held', reason: expect.stringContaining(reason) })
    })

    it('gives two lines of a part a reference each, and expires unannounced', async () => {
      const { world, token, body, notices } = await checkedOut()
      const again = await call(world, 'checkout', { source_part_num: 'SKU-1', quantity: '3' }, token)
      expect(again.body.supplier_aux_part_num).not.toBe(body.supplier_aux_part_num)
      world.advance(400 * 24 * 3_600_000)
      await world.supplier.deliver()
      const requests = await world.supplier.requests({ buyerId: 'acme' })
      expect(requests.map(({ status }) => status)).toEqual(['expired', 'expired'])
      expect(notices).toEqual([])
    })

    it('offers nothing by detail, nor what is configured in the shop', async () => {
      const configured = { ...item, needsConfiguration: true }
      const { world, token } = await signedIn({ openBuy: { ...catalog, item: async () => configured } })
      const { body } = await call(world, 'checkout', { source_part_num: 'SKU-1' }, token)
      expect(body).toMatchObject({ has_more_options: true })
      expect(body).not.toHaveProperty('supplier_aux_part_num')
      const plain = await signedIn()
      await call(plain.world, 'detail', { source_part_num: 'SKU-1' }, plain.token)
      expect(await world.supplier.requests({})).toEqual([])
      expect(await plain.world.supplier.requests({})).toEqual([])
    })
  })

  it('asks for a token that it issued, of this hour', async () => {
    const { world, token } = await signedIn()
    for (const wrong of [undefined, '', 'guess', `${token}x`, ` ${token}, x`]) {
      expect(await call(world, 'search', { query: 'x' }, wrong)).toMatchObject({
        status: 401,
        body: { error_code: 'un_authorized' },
      })
    }
    world.advance(3_600_000 - 1)
    expect((await call(world, 'search', { query: 'x' }, token)).status).toBe(200)
    world.advance(1)
    expect((await call(world, 'search', { query: 'x' }, token)).status).toBe(401)
  })

  it('answers 500 without details when the catalogue fails', async () => {
    const { world, token } = await signedIn()
    expect(await call(world, 'search', { query: 'fail' }, token)).toEqual({
      status: 500,
      body: { error_code: 'service_error', message: 'Something went wrong. Retry later.' },
    })
    expect(world.log).toContainEqual(expect.objectContaining({ level: 'error', message: 'index is broken' }))
  })

  it('is off without a catalogue, and takes POST only', async () => {
    const off = startTestSupplier()
    const request = new Request(`${off.supplier.openBuyUrl}/search`, { method: 'POST', body: '{}' })
    expect((await off.supplier.fetch(request)).status).toBe(404)
    const on = startTestSupplier({ openBuy: catalog })
    expect((await on.browse('/punchloop/open-buy/search')).status).toBe(405)
    expect((await on.browse('/punchloop/open-buy/order', { method: 'POST' })).status).toBe(404)
  })
})
