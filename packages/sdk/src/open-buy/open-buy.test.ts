import { describe, expect, it } from 'vitest'
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
