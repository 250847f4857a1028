import { describe, expect, it } from 'vitest'
import { orderXml, returnedRequest } from '../../test/order-xml.js'
import { startTestSupplier } from '../../test/start-test-supplier.js'
import { takingBuyer } from '../../test/taking-buyer.js'
import type { FulfilmentOutcome } from '../orders/order.js'

const key = { buyerId: 'acme', orderID: 'PO-1' }
const day = 24 * 3_600_000

/** A marketplace that says of each line what `outcomes` has for its part, one after the other. */
async function startOrdered(outcomes: Readonly<Record<string, (FulfilmentOutcome | Error)[]>>) {
  const buyer = takingBuyer()
  const told: string[] = []
  const asked: string[] = []
  const world = startTestSupplier({
    buyers: [buyer.buyer],
    fetch: buyer.fetch as typeof fetch,
    fulfil: async ({ line, idempotencyKey }) => {
      asked.push(idempotencyKey)
      const outcome = outcomes[line.supplierPartID]?.shift() ?? { reference: `ref ${line.supplierPartID}` }
      if (outcome instanceof Error) throw outcome
      return outcome
    },
    notify: async notice => {
      if ('order' in notice) told.push(notice.kind)
    },
  })
  const request = await returnedRequest(world)
  await world.post(orderXml(request, { payloadID: 'order-1@buyer.example' }))
  return { world, request, buyer, told, asked, order: () => world.supplier.order(key) }
}

describe('a line that the marketplace provides later', () => {
  it('is backordered, asked for again with its key, and confirmed by an update', async () => {
    const until = new Date('2026-01-20T00:00:00Z')
    const { world, buyer, asked, order, told } = await startOrdered({
      'SKU-2': [{ backordered: { comment: 'No hours left this week.', until } }],
    })
    await world.supplier.deliver()
    expect(await order()).toMatchObject({
      status: 'fulfilling',
      lines: [{ fulfilment: {} }, { backorder: {} }],
    })
    world.advance(4 * day)
    await world.supplier.deliver()
    expect(asked).toHaveLength(2)
    world.advance(day)
    await world.supplier.deliver()
    expect(await order()).toMatchObject({ status: 'fulfilled' })
    expect(asked).toEqual([
      'acme:order:PO-1:1:line:1:fulfil',
      'acme:order:PO-1:1:line:2:fulfil',
      'acme:order:PO-1:1:line:2:fulfil',
    ])
    const [first, second] = buyer.confirmations()
    expect(first).toMatchObject({
      confirmationHeader: { type: 'except', operation: 'new' },
      confirmationItems: [
        { confirmationStatuses: [{ type: 'accept' }] },
        {
          confirmationStatuses: [
            {
              type: 'backordered',
              deliveryDate: '2026-01-20T00:00:00+00:00',
              comments: [{ value: 'No hours left this week.' }],
            },
          ],
        },
      ],
    })
    expect(second).toMatchObject({
      confirmationHeader: {
        type: 'accept',
        operation: 'update',
        confirmID: first?.confirmationHeader.confirmID,
      },
    })
    expect(told).toEqual(['order fulfilled'])
  })

  it('and says so again is no news to the buyer', async () => {
    const backordered = { comment: 'Later.' }
    const { world, buyer, asked } = await startOrdered({
      'SKU-2': [{ backordered }, { backordered }, { backordered }],
    })
    for (let round = 0; round < 4; round += 1) {
      await world.supplier.deliver()
      world.advance(day)
    }
    await world.supplier.deliver()
    expect(asked).toHaveLength(5)
    expect(buyer.confirmations().map(({ confirmationHeader }) => confirmationHeader.type)).toEqual([
      'except',
      'accept',
    ])
  })
})

describe('a line that the marketplace will not provide', () => {
  it('is rejected with its reason; the others are accepted', async () => {
    const { world, buyer, order } = await startOrdered({
      'SKU-1': [{ refused: { reason: 'Discontinued.' } }],
    })
    await world.supplier.deliver()
    expect(await order()).toMatchObject({ status: 'fulfilled', lines: [{ refusal: {} }, { fulfilment: {} }] })
    expect(buyer.confirmations()).toMatchObject([
      {
        confirmationHeader: { type: 'except' },
        confirmationItems: [
          { confirmationStatuses: [{ type: 'reject', comments: [{ value: 'Discontinued.' }] }] },
          { confirmationStatuses: [{ type: 'accept' }] },
        ],
      },
    ])
  })

  it('rejects the order where it is the fate of all', async () => {
    const { world, buyer, order, told } = await startOrdered({
      'SKU-1': [{ refused: { reason: 'Discontinued.' } }],
      'SKU-2': [{ refused: { reason: 'Not to you.' } }],
    })
    await world.supplier.deliver()
    expect((await order())?.status).toBe('rejected')
    expect(told).toEqual(['order rejected'])
    expect(buyer.confirmations()).toMatchObject([
      {
        confirmationHeader: {
          type: 'reject',
          comments: [{ value: 'Line 1: Discontinued. Line 2: Not to you.' }],
        },
        confirmationItems: [],
      },
    ])
  })
})

describe('a line that can be used from a day on', () => {
  it('is confirmed in detail, with that day', async () => {
    const activeFrom = new Date('2026-02-01T00:00:00Z')
    const { world, buyer } = await startOrdered({ 'SKU-1': [{ reference: 'S1', activeFrom }] })
    await world.supplier.deliver()
    expect(buyer.confirmations()).toMatchObject([
      {
        confirmationHeader: { type: 'detail' },
        confirmationItems: [
          { confirmationStatuses: [{ type: 'detail', deliveryDate: '2026-02-01T00:00:00+00:00' }] },
          { confirmationStatuses: [{ type: 'accept' }] },
        ],
      },
    ])
  })
})

describe('a test order', () => {
  it('is not changed by a document of production, nor the other way round', async () => {
    const { world, request, order } = await startOrdered({})
    const later = { header: 'type="update" orderVersion="2"', deploymentMode: 'test' }
    const answer = await world.post(orderXml(request, later))
    expect(answer.code).toBe('409')
    expect(answer.reason).toContain('production mode')
    const cancel = { header: 'type="delete" orderVersion="2"', deploymentMode: 'test' }
    expect((await world.post(orderXml(request, cancel))).code).toBe('409')
    expect((await order())?.status).toBe('accepted')
  })
})
