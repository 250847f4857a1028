import { CoupaError } from '@punchloop/mock-coupa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { type RestClient, restClient } from '../support/rest-client.js'
import { readText, signIn } from '../support/visitor.js'

let world: Ordering
let api: RestClient

beforeAll(async () => {
  world = await startOrdering(({ company }) => {
    company.currencies = [{ code: 'EUR', rate: '1.08255' }, { code: 'JPY' }]
  })
  api = await restClient(world.coupa)
})
afterAll(() => world.close())

/** A cart of the fake supplier, back at Emma's. */
const returned = async (lines: Parameters<Ordering['order']>[0]) => {
  const emma = world.coupa.person('emma')
  const trip = await emma.shop()
  return emma.returnCart(world.supplier.cart(trip.buyerCookie, lines ?? []))
}

describe('a cart in another currency', () => {
  it('is worth what the rate says in the requisition’s currency, line by line', async () => {
    const { number } = await returned([
      { part: 'A', quantity: '3', unitPrice: '19.99', currency: 'EUR' },
      { part: 'B', quantity: '1', unitPrice: '10', currency: 'USD' },
    ])
    const { json } = await api.json('GET', `requisitions/${number}`)
    // 3 × 19.99 EUR = 59.97 EUR = 64.9205… USD
    expect(json).toMatchObject({
      currency: { code: 'USD' },
      total: '74.92',
      'requisition-lines': [
        { total: '59.97', currency: { code: 'EUR' } },
        { total: '10.00', currency: { code: 'USD' } },
      ],
    })
    await world.coupa.application.submit('emma', { requisition: number })
    await world.coupa.person('mark').approve(number)
    await world.coupa.waitForOrder({ requisition: number })
    const orders = await api.json('GET', `purchase_orders?requisition-header[id]=${number}`)
    expect(orders.json).toMatchObject([
      {
        currency: { code: 'EUR' },
        total: '59.97',
        'order-lines': [
          {
            total: '59.97',
            'accounting-total': '64.92',
            'accounting-total-currency': { code: 'USD' },
            'reporting-total': '64.92',
          },
        ],
      },
      { currency: { code: 'USD' }, total: '10.00' },
    ])
    const [document] = world.coupa.documents({ kind: 'OrderRequest' })
    expect(document?.request.document).toMatchObject({
      request: {
        orderRequest: { orderRequestHeader: { total: { money: { currency: 'EUR', amount: '59.97' } } } },
      },
    })
  })

  it('goes to whoever may approve so much of the company’s currency', async () => {
    // 4,700 EUR is above 5,000 USD, from which on finance is asked, too.
    const { number } = await returned([{ quantity: '1', unitPrice: '4700', currency: 'EUR' }])
    const { chain } = world.coupa.application.requisition('emma', number)
    expect(chain.map(({ approver }) => approver.login)).toEqual(['mark', 'fiona'])
    world.coupa.application.removeLine('emma', { requisition: number, lineNum: 1 })
  })

  it('waits for a buyer while nobody knows what it is worth', async () => {
    const { number } = await returned([{ quantity: '2', unitPrice: '9000', currency: 'JPY' }])
    const emma = world.coupa.person('emma')
    await emma.submit(number)
    const read = () => world.coupa.application.requisition('ada', number)
    expect(read()).toMatchObject({ status: 'pending_buyer_action', total: '0' })
    expect(() => world.coupa.application.complete('ada', { requisition: number, lines: [] })).toThrow(
      CoupaError,
    )
    await world.coupa.company.update(company => {
      company.currencies = [
        { code: 'EUR', rate: '1.08255' },
        { code: 'JPY', rate: '0.0067' },
      ]
    })
    world.coupa.application.complete('ada', { requisition: number, lines: [] })
    expect(read()).toMatchObject({ status: 'pending_approval', total: '120.6' })
  })
})

describe('an order in another currency', () => {
  it('is on currency hold until somebody says what it is worth', async () => {
    await world.coupa.company.update(company => {
      company.currencies = [{ code: 'EUR', rate: '1.08255' }, { code: 'CHF' }]
    })
    const created = await api.json('POST', 'purchase_orders', {
      supplier: { id: 1 },
      currency: { code: 'CHF' },
      'order-lines': [{ description: 'Clock', quantity: '1', price: '100', uom: { code: 'EA' } }],
    })
    const issue = () => api.json('PUT', `purchase_orders/${created.json.id}/issue`)
    expect((await issue()).json).toMatchObject({
      status: 'currency_hold',
      'order-lines': [{ 'reporting-total': null }],
    })
    await world.coupa.company.update(company => {
      company.currencies = [{ code: 'CHF', rate: '1.1' }]
    })
    expect((await issue()).json).toMatchObject({
      status: 'issued',
      'order-lines': [{ 'reporting-total': '110.00' }],
    })
  })
})

it('refuses rates that are none, and currencies twice', async () => {
  const update = world.coupa.company.update(company => {
    company.currencies = [{ code: 'EUR', rate: '0' }, { code: 'EUR' }, { code: 'USD' }]
  })
  await expect(update).rejects.toMatchObject({
    fields: [
      { field: 'currencies[0].rate' },
      { field: 'currencies[2].code' },
      { field: 'currencies[1].code' },
    ],
  })
})

it('has a page on which administrators say what currencies are worth', async () => {
  const ada = await signIn(world.coupa.url, 'ada')
  const refused = await ada.post('/setup/currencies', { currencies: 'EUR 1,1\nGBP' })
  expect(refused.status).toBe(422)
  expect(readText(refused.html)).toContain('must be an exact decimal above 0')
  const saved = await ada.post('/setup/currencies', { currencies: 'eur 1.1\nGBP' })
  expect(saved.status).toBe(303)
  expect(world.coupa.company.current.currencies).toEqual([{ code: 'EUR', rate: '1.1' }, { code: 'GBP' }])
  const emma = await signIn(world.coupa.url, 'emma')
  expect((await emma.post('/setup/currencies', { currencies: '' })).status).toBe(403)
})
