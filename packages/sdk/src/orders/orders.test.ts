import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type OrderXml, orderXml, returnedRequest } from '../../test/order-xml.js'
import { secret, startTestSupplier } from '../../test/start-test-supplier.js'
import { takingBuyer } from '../../test/taking-buyer.js'
import { serializeCxmlMessage } from '../cxml/serialize-cxml-message.js'

const key = { buyerId: 'acme', orderID: 'PO-1' }

async function startOrdered(change: OrderXml = {}) {
  const world = startTestSupplier()
  const request = await returnedRequest(world)
  const answer = await world.post(orderXml(request, change))
  await world.supplier.deliver()
  return { world, request, answer, order: await world.supplier.order(key) }
}

describe('an order that is what was offered', () => {
  it('is answered 200, fulfilled line by line, and ends the request', async () => {
    const { world, answer, order, request } = await startOrdered()
    expect(answer.code).toBe('200')
    expect(order).toMatchObject({ status: 'fulfilled', requester: { email: 'emma@buyer.example' } })
    expect(world.fulfilled).toEqual(['SKU-1', 'SKU-2'])
    expect(await world.supplier.requests({})).toMatchObject([
      { id: request.id, status: 'ordered', orderID: 'PO-1' },
    ])
  })

  it('may spell numbers otherwise, round the total to cents and include nothing else', async () => {
    const lines = [{ price: '19.990', quantity: '3.0' }, { price: '0.1' }]
    const { order } = await startOrdered({ lines, total: '60.1200' })
    expect(order?.status).toBe('fulfilled')
  })

  it('may leave out a line that was not approved', async () => {
    const { order } = await startOrdered({ lines: [{}], total: '59.97' })
    expect(order?.status).toBe('fulfilled')
  })

  it('keeps its exact numbers', async () => {
    const { request, order } = await startOrdered()
    expect(request.total).toBe('60.12')
    expect(order?.lines.map(({ quantity, unitPrice }) => [quantity, unitPrice])).toEqual([
      ['3', '19.99'],
      ['1.5', '0.10'],
    ])
  })
})

describe('an order that is not what was offered is held, and nothing is provided', () => {
  it.each<[string, OrderXml, string]>([
    [
      'a lower price',
      { lines: [{ price: '0.01' }] },
      'Line 1: unit price 0.01 was ordered, 19.99 was offered.',
    ],
    ['a higher price', { lines: [{ price: '20' }] }, 'Line 1: unit price 20 was ordered, 19.99 was offered.'],
    ['more', { lines: [{ quantity: '300' }] }, 'Line 1: quantity 300 was ordered, 3 was offered.'],
    ['another part', { lines: [{ part: 'SKU-2' }] }, 'Line 1: part SKU-2 was ordered, SKU-1 was offered.'],
    ['the part in other letters', { lines: [{ part: 'sku-1' }] }, 'Line 1: part sku-1 was ordered'],
    [
      'another unit',
      { lines: [{ unit: 'DZN' }] },
      'Line 1: unit of measure DZN was ordered, EA was offered.',
    ],
    ['no reference', { lines: [{ reference: '' }] }, 'Line 1 has no SupplierPartAuxiliaryID'],
    ['a made-up reference', { lines: [{ reference: 'x' }] }, 'Line 1 refers to "x", which was not offered'],
    ['another total', { total: '1.00' }, "The order's total is 1.00, its lines add up to 60.12."],
  ])('%s', async (_, change, reason) => {
    const { world, answer, order } = await startOrdered(change)
    expect(answer.code).toBe('200')
    expect(answer.reason).toContain('held')
    expect(order?.status).toBe('held')
    expect(order?.reason).toContain(reason)
    expect(world.fulfilled).toEqual([])
    expect(await world.supplier.requests({})).toMatchObject([{ status: 'waiting' }])
  })

  it('a line twice', async () => {
    const world = startTestSupplier()
    const request = await returnedRequest(world)
    const reference = request.lines[0]?.supplierPartAuxiliaryID ?? ''
    const line = { reference, part: 'SKU-1', quantity: '3', price: '19.99', unit: 'EA' }
    await world.post(orderXml(request, { lines: [line, line], total: '119.94' }))
    expect((await world.supplier.order(key))?.reason).toContain(
      'Lines 1, 2: quantity 6 was ordered, 3 was offered.',
    )
  })

  it('too late', async () => {
    const world = startTestSupplier()
    const request = await returnedRequest(world)
    world.advance(7 * 24 * 3600 * 1000)
    await world.post(orderXml(request))
    expect((await world.supplier.order(key))?.reason).toContain('expired on 2026-01-22')
  })

  it('of a request that the requester withdrew', async () => {
    const world = startTestSupplier()
    const request = await returnedRequest(world)
    await world.supplier.withdrawRequest(request.id, 'Changed my mind.')
    await world.post(orderXml(request))
    expect((await world.supplier.order(key))?.reason).toBe(
      'The request of 2026-01-15 is withdrawn. Changed my mind.',
    )
  })

  it("another buyer's offer", async () => {
    const world = startTestSupplier()
    const request = await returnedRequest(world)
    await world.post(orderXml(request, { identity: 'AN02', secret: 'globex-secret' }))
    const order = await world.supplier.order({ buyerId: 'globex', orderID: 'PO-1' })
    expect(order).toMatchObject({ status: 'held' })
    expect(order?.reason).toContain('which was not offered to this buyer')
  })

  it('a second order for one request', async () => {
    const { world, request } = await startOrdered()
    const second = await world.post(orderXml(request, { orderID: 'PO-2' }))
    expect(second.reason).toContain('held')
    await world.supplier.deliver()
    const order = await world.supplier.order({ buyerId: 'acme', orderID: 'PO-2' })
    expect(order?.reason).toContain('was ordered before, with order PO-1')
    expect(world.fulfilled).toHaveLength(2)
  })
})

describe('a person decides about a held order', () => {
  it('accepts it: it is fulfilled as it stands', async () => {
    const { world } = await startOrdered({ lines: [{ quantity: '2' }, {}], total: '40.13' })
    await world.supplier.decideOrder(key, { accept: true, reason: 'Agreed by telephone.' })
    await world.supplier.deliver()
    expect(await world.supplier.order(key)).toMatchObject({
      status: 'fulfilled',
      lines: [{ quantity: '2' }, {}],
    })
    expect(await world.supplier.requests({})).toMatchObject([{ status: 'ordered' }])
  })

  it('turns it down: nothing is provided, whatever is sent again', async () => {
    const { world, request } = await startOrdered({ total: '1.00' })
    await world.supplier.decideOrder(key, { accept: false, reason: 'Not our price.' })
    expect(await world.supplier.order(key)).toMatchObject({ status: 'rejected', reason: 'Not our price.' })
    expect((await world.post(orderXml(request))).code).toBe('409')
    await world.supplier.deliver()
    expect(world.fulfilled).toEqual([])
  })
})

describe('the same order again', () => {
  it('gives the first answer byte for byte, and is provided once, however many come at once', async () => {
    const world = startTestSupplier()
    const request = await returnedRequest(world)
    const xml = orderXml(request)
    const answers = await Promise.all(Array.from({ length: 100 }, () => world.post(xml)))
    expect(new Set(answers.map(answer => answer.xml)).size).toBe(1)
    await Promise.all([world.supplier.deliver(), world.supplier.deliver()])
    expect((await world.post(xml)).xml).toBe(answers[0]?.xml)
    await world.supplier.deliver()
    expect(world.fulfilled).toEqual(['SKU-1', 'SKU-2'])
  })

  it('as a new document changes nothing', async () => {
    const { world, request } = await startOrdered()
    expect((await world.post(orderXml(request))).code).toBe('200')
    await world.supplier.deliver()
    expect(world.fulfilled).toHaveLength(2)
  })

  it('with other content under the same payloadID is refused, and the first stands', async () => {
    const world = startTestSupplier()
    const request = await returnedRequest(world)
    await world.post(orderXml(request, { payloadID: 'same@buyer.example' }))
    const second = await world.post(orderXml(request, { payloadID: 'same@buyer.example', total: '1.00' }))
    expect(second.code).toBe('409')
    expect((await world.supplier.order(key))?.total).toBe('60.12')
  })

  it('with other content and the same version is refused', async () => {
    const { world, request } = await startOrdered()
    const second = await world.post(orderXml(request, { lines: [{}], total: '59.97' }))
    expect(second.code).toBe('409')
    expect(second.reason).toContain('stands at version 1 with other content')
  })
})

describe('changes', () => {
  it('a higher version takes the place of a lower one that comes late', async () => {
    const world = startTestSupplier()
    const request = await returnedRequest(world)
    const update = 'type="update" orderVersion="2"'
    expect((await world.post(orderXml(request, { header: update, lines: [{}], total: '59.97' }))).code).toBe(
      '200',
    )
    expect((await world.post(orderXml(request, { header: 'type="new" orderVersion="1"' }))).code).toBe('409')
    await world.supplier.deliver()
    expect(await world.supplier.order(key)).toMatchObject({
      orderVersion: 2,
      total: '59.97',
      status: 'fulfilled',
    })
    expect(world.fulfilled).toEqual(['SKU-1'])
  })

  it('an update without a version is one more change (Coupa)', async () => {
    const world = startTestSupplier()
    const request = await returnedRequest(world)
    await world.post(orderXml(request))
    await world.post(orderXml(request, { header: 'type="update"', lines: [{}], total: '59.97' }))
    expect(await world.supplier.order(key)).toMatchObject({
      orderVersion: 2,
      total: '59.97',
      status: 'accepted',
    })
  })

  it('a change of what was provided already is held', async () => {
    const { world, request } = await startOrdered()
    await world.post(
      orderXml(request, { header: 'type="update" orderVersion="2"', lines: [{}], total: '59.97' }),
    )
    expect(await world.supplier.order(key)).toMatchObject({
      status: 'held',
      reason: 'The order was changed after it was fulfilled.',
    })
  })

  it('a cancellation is final, also for an order that comes after it', async () => {
    const world = startTestSupplier()
    const request = await returnedRequest(world)
    const cancel = { header: 'type="delete" orderVersion="2"' }
    expect((await world.post(orderXml(request, cancel))).code).toBe('200')
    expect((await world.post(orderXml(request, cancel))).code).toBe('200')
    expect((await world.post(orderXml(request, { header: 'type="new"' }))).code).toBe('409')
    await world.supplier.deliver()
    expect(await world.supplier.order(key)).toMatchObject({ status: 'cancelled' })
    expect(world.fulfilled).toEqual([])
  })
})

describe('test mode', () => {
  it('provides nothing and uses up nothing', async () => {
    const { world, answer, order } = await startOrdered({ deploymentMode: 'test' })
    expect(answer.reason).toContain('test mode')
    expect(order?.status).toBe('test')
    expect(world.fulfilled).toEqual([])
    expect(await world.supplier.requests({})).toMatchObject([{ status: 'waiting' }])
  })
})

describe('a buyer on trial', () => {
  it('has all it sends kept as a test, also what says nothing of it, with its files', async () => {
    const world = startTestSupplier({ buyers: [{ ...takingBuyer().buyer, test: true }] })
    const request = await returnedRequest(world)
    expect(request.deploymentMode).toBe('test')
    const { contentType, body } = serializeCxmlMessage(
      orderXml(request, { lines: [{ attached: ['a@b'] }, {}] }),
      [{ contentId: 'a@b', contentType: 'text/plain', bytes: new TextEncoder().encode('terms') }],
      { boundary: 'x1' },
    )
    const answer = await world.post(body, { 'Content-Type': contentType })
    expect(answer.reason).toContain('test mode: nothing is provided')
    await world.supplier.deliver()
    expect(world.fulfilled).toEqual([])
    expect(await world.supplier.order(key)).toMatchObject({ status: 'test', deploymentMode: 'test' })
    expect(await world.supplier.attachments(key)).toMatchObject([
      { lineNumbers: [1], contentType: 'text/plain' },
    ])
  })
})

describe('a request without an order', () => {
  it('expires, with a reason, and the requester is told', async () => {
    const told: string[] = []
    const world = startTestSupplier({
      notify: async notice => {
        told.push(notice.kind)
      },
    })
    await returnedRequest(world)
    await world.supplier.deliver()
    world.advance(7 * 24 * 3600 * 1000 - 1)
    await world.supplier.deliver()
    expect(await world.supplier.requests({})).toMatchObject([{ status: 'waiting' }])
    world.advance(1)
    await world.supplier.deliver()
    expect(await world.supplier.requests({})).toMatchObject([{ status: 'expired' }])
    expect(told).toEqual(['request returned', 'request ended'])
  })
})

/** Abuse cases that are not part of the project. */
const file = join(
  resolve(process.env.CXML_MATERIAL ?? resolve(import.meta.dirname, '../../../../../shared/cxml')),
  '../attacks/cxml-cases.json',
)
const available = existsSync(file)
if (!available) console.warn(`SKIPPED: there are no abuse cases at ${file}`)

interface Case {
  readonly id: string
  readonly kind: string
  readonly expect: string
  readonly doc: string
  readonly docs: readonly string[]
}
const cases: Case[] = available ? JSON.parse(readFileSync(file, 'utf8')) : []

/** The cases order one SKU-1 for 100.00; what was offered is made to fit them. */
async function startOffered() {
  const world = startTestSupplier()
  const { cookie } = await world.openSession()
  const session = await world.supplier.session(
    new Request('https://market.example/', { headers: { cookie } }),
  )
  if (session === undefined) throw new Error('there is no session')
  const price = /<Money currency="USD">([0-9.]+)</.exec(
    cases.find(({ kind }) => kind === 'sequence')?.docs[0] ?? '',
  )?.[1]
  const line = {
    supplierPartID: 'SKU-1',
    description: 'Plan',
    quantity: '1',
    unitPrice: price ?? '',
    unitOfMeasure: 'EA',
    unspsc: '43230000',
  }
  const { request } = await world.supplier.returnCart(session, { currency: 'USD', lines: [line] })
  const fill = (doc: string) =>
    doc
      .replaceAll('{{FROM}}', 'AN01')
      .replaceAll('{{SENDER}}', 'AN01')
      .replaceAll('{{TO}}', 'SUPPLIER')
      .replaceAll('{{SECRET}}', secret)
      .replaceAll('{{CART}}', request.lines[0]?.supplierPartAuxiliaryID ?? '')
  return { world, fill }
}

describe.skipIf(!available)('order abuse case (skipped where the cases are not at hand)', () => {
  it.each(cases.filter(({ kind, id }) => kind === 'order' && id.startsWith('order-')))(
    '$id ends $expect',
    async ({ doc, expect: expected }) => {
      const { world, fill } = await startOffered()
      const answer = await world.post(fill(doc))
      await world.supplier.deliver()
      const [order] = await world.supplier.orders({})
      const ends = [
        answer.code,
        ...(order?.status === 'held' ? ['held'] : []),
        ...(answer.code >= '400' ? ['rejected'] : []),
      ]
      expect(
        ends.some(end => expected.includes(end)),
        `${answer.code} ${answer.reason}`,
      ).toBe(true)
      if (expected !== '400|200') expect(world.fulfilled).toEqual([])
    },
  )

  it.each(cases.filter(({ kind }) => kind === 'sequence'))('$id: $expect', async ({ id, docs }) => {
    const { world, fill } = await startOffered()
    for (const doc of docs) {
      await world.post(fill(doc))
      await world.supplier.deliver()
    }
    const orders = (await world.supplier.orders({})).map(({ orderID, orderVersion, status }) => ({
      orderID,
      orderVersion,
      status,
    }))
    const ends: Record<string, unknown> = {
      'seq-update-before-new': [{ orderID: 'PO-1', orderVersion: 2, status: 'fulfilled' }],
      'seq-delete-twice': [{ orderID: 'PO-1', orderVersion: 2, status: 'cancelled' }],
      'seq-new-after-delete': [{ orderID: 'PO-1', orderVersion: 2, status: 'cancelled' }],
      'seq-cart-used-twice': [
        { orderID: 'PO-2', orderVersion: 1, status: 'held' },
        { orderID: 'PO-1', orderVersion: 1, status: 'fulfilled' },
      ],
      'seq-case-order-id': [
        { orderID: 'po-1', orderVersion: 1, status: 'held' },
        { orderID: 'PO-1', orderVersion: 1, status: 'fulfilled' },
      ],
    }
    expect(orders).toEqual(ends[id])
  })
})
