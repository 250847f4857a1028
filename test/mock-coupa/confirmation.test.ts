import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { parseCxml } from '@punchloop/sdk/cxml'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { confirm, confirmationXml, type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'

let supplier: FakeSupplier
let coupa: MockCoupa
let order: { number: string; payloadID: string }

beforeEach(async () => {
  supplier = await startFakeSupplier()
  coupa = await startMockCoupa({ port: 0, company: supplier.company() })
  const emma = coupa.person('emma')
  const trip = await emma.shop()
  const { number } = await emma.returnCart(supplier.cart(trip.buyerCookie, [{ quantity: '3' }, {}]))
  await emma.submit(number)
  await coupa.person('mark').approve(number)
  const sent = await coupa.waitForOrder({ requisition: number })
  order = { number: sent.number, payloadID: sent.transmissions[0]!.payloadID }
})

afterEach(async () => {
  await coupa.close()
  await supplier.close()
})

async function postRaw(body: string): Promise<{ status: number; code: string; text: string }> {
  const response = await fetch(`${coupa.url}/cxml/order_confirmation_request`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body,
  })
  const document = parseCxml(await response.text())
  if (document.kind !== 'Response') throw new Error(`found ${document.kind}`)
  return {
    status: response.status,
    code: document.response.status.code,
    text: document.response.status.value,
  }
}

describe('a confirmation', () => {
  it('is recorded line by line', async () => {
    const items = [
      { lineNumber: '1', quantity: '3' },
      { lineNumber: '2', quantity: '1' },
    ]
    expect(await confirm(coupa.url, order, { items, comment: 'Ready now' })).toMatchObject({ code: '200' })
    expect(coupa.purchaseOrder(order.number).confirmations).toMatchObject([
      {
        type: 'accept',
        comments: 'Ready now',
        lines: [
          { lineNumber: 1, quantity: '3', status: 'accept' },
          { lineNumber: 2, quantity: '1', status: 'accept' },
        ],
      },
    ])
  })

  it.each([
    ['except', ['1'], 'partially_accepted'],
    ['detail', ['1'], 'partially_accepted'],
    ['except', ['1', '2'], 'rejected'],
  ] as const)('of type %s that rejects the lines %j leaves the order %s', async (type, lines, status) => {
    const rejected = lines.map(lineNumber => ({
      lineNumber,
      quantity: lineNumber === '1' ? '3' : '1',
      status: 'reject' as const,
    }))
    expect(await confirm(coupa.url, order, { type, items: rejected })).toMatchObject({ code: '200' })
    expect(coupa.purchaseOrder(order.number).confirmations).toMatchObject([{ type, status }])
  })

  it.each(['accept', 'allDetail', 'detail', 'backordered', 'except', 'requestToPay', 'replace'] as const)(
    'may be of type %s',
    async type => {
      const items = [
        { lineNumber: '1', quantity: '3', status: type === 'backordered' ? type : 'accept' } as const,
      ]
      expect(await confirm(coupa.url, order, { type, items })).toMatchObject({ code: '200' })
      expect(coupa.purchaseOrder(order.number).confirmations).toMatchObject([{ type, status: 'accepted' }])
    },
  )

  it('may propose another price for its own item, and no other item', async () => {
    const items = [{ lineNumber: '1', quantity: '3', status: 'detail' }] as const
    const withItem = (part: string) =>
      confirmationXml(order, { type: 'detail', items, payloadID: part }).replace(
        /(<ConfirmationStatus [^>]*>\s*<UnitOfMeasure>EA<\/UnitOfMeasure>)/,
        `$1<ItemIn quantity="3"><ItemID><SupplierPartID>${part}</SupplierPartID></ItemID><ItemDetail><UnitPrice><Money currency="USD">45</Money></UnitPrice><Description xml:lang="en">x</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">43232701</Classification></ItemDetail></ItemIn>`,
      )
    expect(await postRaw(withItem('SUITE-2'))).toMatchObject({
      code: '417',
      text: 'Unable to accept/propose change line 1. Another item (SUITE-2) cannot be proposed',
    })
    expect(await postRaw(withItem('SUITE-1'))).toMatchObject({ code: '200' })
    expect(coupa.purchaseOrder(order.number).confirmations).toMatchObject([
      { status: 'pending_approval', lines: [{ unitPrice: '45' }] },
    ])
  })

  it('sent again gets the first answer again and is recorded once', async () => {
    const first = await confirm(coupa.url, order)
    expect(await confirm(coupa.url, order)).toEqual(first)
    expect(coupa.purchaseOrder(order.number).confirmations).toHaveLength(1)
    const heard = (await coupa.person('emma').notifications()).filter(
      ({ kind }) => kind === 'order_confirmed',
    )
    expect(heard).toHaveLength(1)
    expect(await confirm(coupa.url, order, { comment: 'something else' })).toMatchObject({ code: '409' })
  })

  it('that rejects tells the requester so and acknowledges nothing', async () => {
    await confirm(coupa.url, order, { type: 'reject', comment: 'Sold out' })
    expect(coupa.purchaseOrder(order.number).acknowledgedAt).toBeUndefined()
    const [notification] = await coupa.person('emma').notifications()
    expect(notification).toMatchObject({ kind: 'order_rejected', purchaseOrder: order.number })
    expect(notification?.body).toContain('Sold out')
  })
})

describe('a confirmation that is refused', () => {
  it.each([
    ['has a wrong secret', { secret: 'wrong' }],
    ['has an empty secret', { secret: '' }],
    ['has the secret of the other direction', { secret: 'marker-secret-out' }],
  ])('%s', async (_name, change) => {
    expect(await confirm(coupa.url, order, change)).toEqual({
      httpStatus: 200,
      code: '401',
      text: 'Invalid credentials.',
    })
    expect(coupa.purchaseOrder(order.number).confirmations).toEqual([])
  })

  it('is for an order that there is not', async () => {
    expect(await confirm(coupa.url, { ...order, number: '1' })).toMatchObject({
      code: '417',
      text: 'Could not find order header 1',
    })
    expect(await confirm(coupa.url, { ...order, number: "1' OR 1" }, { payloadID: 'other' })).toMatchObject({
      code: '417',
    })
  })

  it('is for an order of another supplier', async () => {
    const emma = coupa.person('emma')
    const { number } = await emma.addItem({ itemId: 1, quantity: '1' })
    await emma.submit(number)
    await coupa.person('mark').approve(number)
    const other = await coupa.waitForOrder({ requisition: number })
    expect(await confirm(coupa.url, { ...order, number: other.number })).toMatchObject({
      code: '417',
      text: `Order header ${other.number} does not belong to supplier Brightstack Inc`,
    })
  })

  it.each([
    ['names a line that there is not', [{ lineNumber: '7', quantity: '1' }], 'has no line 7'],
    [
      'does not add up',
      [{ lineNumber: '1', quantity: '3', confirmed: '2' }],
      'ConfirmationStatus quantity must sum up to total ConfirmationItem quantity for PO',
    ],
    [
      'accepts more than was ordered',
      [{ lineNumber: '1', quantity: '5' }],
      'Unable to accept/propose change line 1. 5 accepted, 3 ordered',
    ],
    ['is of less than nothing', [{ lineNumber: '1', quantity: '-3' }], 'Quantity -3 is not above 0'],
    [
      'names a line twice',
      [
        { lineNumber: '1', quantity: '3' },
        { lineNumber: '1', quantity: '3' },
      ],
      'Line 1 is confirmed twice',
    ],
  ])('%s', async (_name, items, text) => {
    const answer = await confirm(coupa.url, order, { items })
    expect(answer.code).toBe('417')
    expect(answer.text).toContain(text)
    expect(coupa.purchaseOrder(order.number).confirmations).toEqual([])
  })

  it('is no XML, not cXML, or another document', async () => {
    expect(await postRaw('hello')).toMatchObject({ status: 200, code: '406' })
    expect(await postRaw('<a/>')).toMatchObject({ status: 200, code: '400' })
    const [setup] = coupa.documents({ kind: 'PunchOutSetupRequest' })
    expect(await postRaw(setup!.request.raw)).toMatchObject({ code: '401' })
  })
})
