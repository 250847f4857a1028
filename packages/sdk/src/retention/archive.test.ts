import { describe, expect, it } from 'vitest'
import { orderXml, returnedRequest } from '../../test/order-xml.js'
import { setupXml, startTestSupplier } from '../../test/start-test-supplier.js'

const day = 24 * 60 * 60_000
const key = { buyerId: 'acme', orderID: 'PO-1' }

describe('archiving', () => {
  async function longAfterwards() {
    const world = startTestSupplier()
    const request = await returnedRequest(world)
    const waiting = await returnedRequest(world)
    const xml = orderXml(request)
    const { xml: answer } = await world.post(xml)
    await world.supplier.deliver()
    world.advance(5 * day)
    return { world, request, waiting, xml, answer, before: new Date('2026-01-19T00:00:00Z') }
  }

  it('gives what goes to whoever keeps it, and says how much it was', async () => {
    const { world, request, waiting, before } = await longAfterwards()
    const kept: string[] = []
    const archived = await world.supplier.archive({
      before,
      keep: async ({ requests, orders }) => {
        kept.push(...requests.map(({ id }) => id), ...orders.map(({ requester }) => requester.email ?? ''))
      },
    })
    expect(kept).toEqual([request.id, 'emma@buyer.example'])
    expect(archived).toMatchObject({ requests: 1, orders: 1, sessions: 2 })
    expect(archived.jobs).toBeGreaterThan(3)
    expect((await world.supplier.requests({})).map(({ id }) => id)).toEqual([waiting.id])
    expect((await world.supplier.order(key))?.requester).toEqual({})
  })

  it('forgets no answer: what comes again is answered as before, and provided no second time', async () => {
    const { world, request, xml, answer, before } = await longAfterwards()
    await world.supplier.archive({ before })
    expect((await world.post(xml)).xml).toBe(answer)
    expect((await world.post(orderXml(request))).code).toBe('200')
    expect((await world.post(orderXml(request, { total: '1.00' }))).code).toBe('409')
    await world.supplier.deliver()
    expect(world.fulfilled).toHaveLength(2)
    await world.post(orderXml(request, { orderID: 'PO-2' }))
    expect((await world.supplier.order({ ...key, orderID: 'PO-2' }))?.status).toBe('held')
  })

  it('lets a setup request that comes again begin anew', async () => {
    const world = startTestSupplier()
    const xml = setupXml()
    await world.post(xml)
    world.advance(5 * day)
    await world.supplier.archive({ before: new Date('2026-01-19T00:00:00Z') })
    expect((await world.post(xml)).code).toBe('200')
  })

  it('leaves everything where it cannot be kept', async () => {
    const { world, before } = await longAfterwards()
    const keep = async () => {
      throw new Error('the archive is full')
    }
    await expect(world.supplier.archive({ before, keep })).rejects.toThrow('the archive is full')
    expect(await world.supplier.requests({})).toHaveLength(2)
  })
})
