import { describe, expect, it } from 'vitest'
import { type OrderXml, orderXml, returnedRequest } from '../../test/order-xml.js'
import { startTestSupplier } from '../../test/start-test-supplier.js'
import type { SupplierOptions } from '../options.js'

const key = { buyerId: 'acme', orderID: 'PO-1' }
const hour = 3_600_000
const onlyFirstLine: OrderXml = { lines: [{}], total: '59.97' }
const onlySecondLine = (reference: string): OrderXml => ({
  lines: [
    {
      reference,
      part: 'SKU-2',
      quantity: '1.5',
      price: '0.10',
      unit: 'HUR',
      lineNumber: '2',
    },
  ],
  total: '0.15',
})
const version = (number: number, change: OrderXml = {}, type = 'update'): OrderXml => ({
  ...change,
  header: `type="${type}" orderVersion="${number}"`,
})

/** A marketplace whose `fulfil` waits, line by line, until the test lets it end. */
async function startWaiting(change: Partial<SupplierOptions> = {}) {
  const asked: { readonly line: number; readonly key: string; readonly end: (problem?: Error) => void }[] = []
  let arrived: () => void = () => undefined
  const told: string[] = []
  const world = startTestSupplier({
    fulfil: ({ line, idempotencyKey }) =>
      new Promise((resolve, reject) => {
        const end = (problem?: Error) =>
          problem === undefined ? resolve({ reference: `ref ${idempotencyKey}` }) : reject(problem)
        asked.push({ line: line.lineNumber, key: idempotencyKey, end })
        arrived()
      }),
    notify: async notice => {
      if ('order' in notice) told.push(`${notice.kind} v${notice.order.orderVersion}`)
    },
    ...change,
  })
  const request = await returnedRequest(world)
  return {
    world,
    request,
    told,
    keys: () => asked.map(each => each.key),
    order: () => world.supplier.order(key),
    /** The marketplace's n-th call, as soon as it is there. */
    call: async (count: number) => {
      while (asked.length < count) await new Promise<void>(resolve => (arrived = resolve))
      const call = asked[count - 1]
      if (call === undefined) throw new Error(`there is no call ${count}`)
      return call
    },
  }
}

describe('an order that is changed while a line is being provided', () => {
  it('provides a line that stays the same once: one key, whichever version asked', async () => {
    const { world, request, keys, call, order } = await startWaiting()
    await world.post(orderXml(request))
    const delivery = world.supplier.deliver()
    const [one, two] = [await call(1), await call(2)]
    await world.post(orderXml(request, version(2)))
    expect(await order()).toMatchObject({ status: 'fulfilling', orderVersion: 2 })
    await world.supplier.deliver()
    one.end()
    two.end()
    await delivery
    expect(keys()).toEqual(['acme:order:PO-1:1:line:1:fulfil', 'acme:order:PO-1:1:line:2:fulfil'])
    expect(await order()).toMatchObject({ status: 'fulfilled', orderVersion: 2 })
  })

  it('is held when the line that may have been provided was changed or left out', async () => {
    const { world, request, keys, call, order } = await startWaiting()
    await world.post(orderXml(request))
    const delivery = world.supplier.deliver()
    const [one, two] = [await call(1), await call(2)]
    await world.post(orderXml(request, version(2, onlyFirstLine)))
    one.end()
    two.end()
    await delivery
    await world.supplier.deliver()
    expect(await order()).toMatchObject({
      status: 'held',
      reason: 'Line 2 was changed after the work on it had begun.',
      lines: [{ lineNumber: 1, fulfilment: { reference: 'ref acme:order:PO-1:1:line:1:fulfil' } }],
    })
    expect(keys()).toHaveLength(2)
  })

  it('is not held when nobody had begun yet', async () => {
    const { world, request, call, order } = await startWaiting()
    await world.post(orderXml(request))
    await world.post(orderXml(request, version(2, onlyFirstLine)))
    const delivery = world.supplier.deliver()
    ;(await call(1)).end()
    await delivery
    expect(await order()).toMatchObject({ status: 'fulfilled', orderVersion: 2 })
  })

  it('and cancelled: what was provided meanwhile is put down, and the cancellation told once more', async () => {
    const { world, request, call, order, told } = await startWaiting()
    await world.post(orderXml(request, onlyFirstLine))
    const delivery = world.supplier.deliver()
    const one = await call(1)
    await world.post(orderXml(request, version(2, onlyFirstLine, 'delete')))
    await world.supplier.deliver()
    expect(told).toEqual(['order cancelled v2'])
    one.end()
    await delivery
    await world.supplier.deliver()
    expect(await order()).toMatchObject({
      status: 'cancelled',
      lines: [{ fulfilment: { reference: 'ref acme:order:PO-1:1:line:1:fulfil' } }],
    })
    expect(told).toEqual(['order cancelled v2', 'order cancelled v2'])
  })
})

describe('an order whose lines are all provided', () => {
  it('is fulfilled also when a change left out the only line that was not', async () => {
    const { world, request, call, order } = await startWaiting()
    await world.post(orderXml(request))
    const delivery = world.supplier.deliver()
    ;(await call(1)).end()
    ;(await call(2)).end(new Error('later'))
    await delivery
    await world.post(orderXml(request, version(2, onlyFirstLine)))
    expect(await order()).toMatchObject({ status: 'held' })
    await world.supplier.decideOrder(key, { accept: true, reason: 'Nothing was provided of line 2.' })
    await world.supplier.deliver()
    expect(await order()).toMatchObject({ status: 'fulfilled', orderVersion: 2 })
  })

  it('and that a person accepted after a change is fulfilled, with nothing provided anew', async () => {
    const world = startTestSupplier()
    const request = await returnedRequest(world)
    await world.post(orderXml(request))
    await world.supplier.deliver()
    await world.post(orderXml(request, version(2, onlyFirstLine)))
    expect(await world.supplier.order(key)).toMatchObject({ status: 'held' })
    await world.supplier.decideOrder(key, { accept: true, reason: 'Line 2 was given back.' })
    await world.supplier.deliver()
    expect(await world.supplier.order(key)).toMatchObject({ status: 'fulfilled', orderVersion: 2 })
    expect(world.fulfilled).toEqual(['SKU-1', 'SKU-2'])
  })
})

describe('a line that was provided', () => {
  it('and that a change replaces is not silently provided again', async () => {
    const { world, request, call, keys, order } = await startWaiting()
    await world.post(orderXml(request))
    const delivery = world.supplier.deliver()
    ;(await call(1)).end()
    ;(await call(2)).end(new Error('later'))
    await delivery
    const reference = request.lines[1]?.supplierPartAuxiliaryID ?? ''
    await world.post(orderXml(request, version(2, onlySecondLine(reference))))
    world.advance(hour)
    await world.supplier.deliver()
    expect(await order()).toMatchObject({
      status: 'held',
      reason: 'Line 1 was changed after the work on it had begun.',
    })
    expect(keys()).toHaveLength(2)
  })

  it('and cancelled is provided anew when the order comes back, once a person agrees', async () => {
    const world = startTestSupplier()
    const request = await returnedRequest(world)
    await world.post(orderXml(request))
    await world.supplier.deliver()
    await world.post(orderXml(request, version(2, {}, 'delete')))
    await world.post(orderXml(request, version(3)))
    await world.supplier.deliver()
    expect(await world.supplier.order(key)).toMatchObject({ status: 'held', orderVersion: 3 })
    expect(world.fulfilled).toHaveLength(2)
    await world.supplier.decideOrder(key, { accept: true, reason: 'They want it again.' })
    await world.supplier.deliver()
    expect(await world.supplier.order(key)).toMatchObject({ status: 'fulfilled' })
    expect(world.fulfilled).toHaveLength(4)
  })
})

describe('a line that could not be provided', () => {
  it('is tried again, with its first key, when the buyer sends a new version', async () => {
    const { world, request, call, keys, order } = await startWaiting({})
    await world.post(orderXml(request, onlyFirstLine))
    for (let attempt = 1; attempt <= 16; attempt += 1) {
      const delivery = world.supplier.deliver()
      ;(await call(attempt)).end(new Error('no licence left'))
      await delivery
      world.advance(hour)
    }
    expect((await order())?.status).toBe('failed')
    await world.post(orderXml(request, version(2, onlyFirstLine)))
    const delivery = world.supplier.deliver()
    ;(await call(17)).end()
    await delivery
    expect((await order())?.status).toBe('fulfilled')
    expect(new Set(keys()).size).toBe(1)
  })
})
