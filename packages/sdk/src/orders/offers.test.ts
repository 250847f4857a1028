import { describe, expect, it } from 'vitest'
import { orderXml } from '../../test/order-xml.js'
import {
  cart,
  returned,
  type Setup,
  startTestSupplier,
  type TestSupplier,
} from '../../test/start-test-supplier.js'
import { takingBuyer } from '../../test/taking-buyer.js'
import type { SupplierOptions } from '../options.js'
import type { Cart } from '../punchout/cart.js'
import { memoryStore } from '../store/memory-store.js'

const key = { buyerId: 'acme', orderID: 'PO-1' }
const day = 24 * 60 * 60_000
const first = { id: 'k1', secret: 'the first key of the test' }
const second = { id: 'k2', secret: 'the second key of the test' }

async function returnCart(world: TestSupplier, change: Partial<Cart> = {}, setup: Setup = {}) {
  const { cookie } = await world.openSession(setup)
  const browser = new Request('https://market.example/', { headers: { cookie } })
  const session = await world.supplier.session(browser)
  if (session === undefined) throw new Error('there is no session')
  return world.supplier.returnCart(session, { ...cart, ...change })
}

async function startOffered(change: Partial<SupplierOptions> = {}, offered: Partial<Cart> = {}) {
  const world = startTestSupplier(change)
  const { request } = await returnCart(world, offered)
  return { world, request, references: request.lines.map(line => line.supplierPartAuxiliaryID) }
}

const stand = async (world: TestSupplier, orderID = 'PO-1') => {
  const { status, reason } = (await world.supplier.order({ ...key, orderID })) ?? {}
  return { status, reason }
}
const accepted = { status: 'accepted', reason: undefined }

describe('the reference of a returned line', () => {
  it('is short, plain and signed', async () => {
    const { references } = await startOffered({ referenceKeys: [first] })
    for (const reference of references) expect(reference).toMatch(/^[0-9a-f]{32}\.k1\.[0-9a-f]{32}$/)
    expect(new Set(references).size).toBe(2)
  })

  it('with a signature that is not true is nobody’s', async () => {
    const { world, request, references } = await startOffered({ referenceKeys: [first] })
    const forged = references.map(
      reference => `${reference.slice(0, -1)}${reference.endsWith('0') ? '1' : '0'}`,
    )
    await world.post(orderXml(request, { lines: forged.map(reference => ({ reference })) }))
    expect((await stand(world)).reason).toContain('Line 2 refers to')
  })

  it('is recognised after a new key was put in front, until its own is taken away', async () => {
    const store = memoryStore()
    const before = await startOffered({ store, referenceKeys: [first] })
    const rotated = startTestSupplier({ store, referenceKeys: [second, first] })
    await rotated.post(orderXml(before.request))
    expect(await stand(rotated)).toEqual(accepted)
    const retired = startTestSupplier({ store, referenceKeys: [second] })
    await retired.post(orderXml(before.request, { orderID: 'PO-2' }))
    expect((await stand(retired, 'PO-2')).reason).toContain('not offered to this buyer')
  })

  it('is found again when it was cut, and when it comes in capital letters', async () => {
    const { world, request, references } = await startOffered({ referenceKeys: [first] })
    const lines = references.map(reference => ({ reference: reference.slice(0, 16).toUpperCase() }))
    await world.post(orderXml(request, { lines }))
    expect(await stand(world)).toEqual(accepted)
  })

  it('that was cut too short is none', async () => {
    const { world, request, references } = await startOffered()
    const lines = references.map(reference => ({ reference: reference.slice(0, 15) }))
    await world.post(orderXml(request, { lines }))
    expect((await stand(world)).status).toBe('held')
  })
})

describe('a line without a reference', () => {
  const contact =
    '<Contact role="endUser"><Name xml:lang="en">Emma</Name><Email>Emma@buyer.example</Email></Contact>'
  const withContact = (xml: string) => xml.replace('</OrderRequestHeader>', `${contact}</OrderRequestHeader>`)
  const lines = [{ reference: '' }, { reference: '' }]

  it('is held where nobody knows who asked for it', async () => {
    const { world, request } = await startOffered()
    await world.post(orderXml(request, { lines }))
    expect(await stand(world)).toEqual({
      status: 'held',
      reason:
        'Line 1 has no SupplierPartAuxiliaryID, and the requester has no open request with such a line. Line 2 has no SupplierPartAuxiliaryID, and the requester has no open request with such a line.',
    })
  })

  it('is found in what its requester has open, and uses that up', async () => {
    const { world, request } = await startOffered()
    await world.post(withContact(orderXml(request, { lines })))
    expect(await stand(world)).toEqual(accepted)
    expect(await world.supplier.order(key)).toMatchObject({
      lines: [{ requested: { requestId: request.id, lineNumber: 1 } }, { requested: { lineNumber: 2 } }],
    })
    await world.post(withContact(orderXml(request, { lines, orderID: 'PO-2' })))
    expect((await stand(world, 'PO-2')).status).toBe('held')
  })

  it.each([
    ['price', { price: '19.98' }],
    ['quantity', { quantity: '4' }],
    ['unit', { unit: 'MON' }],
    ['part', { part: 'SKU-9' }],
  ])('is held where the %s is another', async (_, change) => {
    const { world, request } = await startOffered()
    await world.post(withContact(orderXml(request, { lines: [{ ...change, reference: '' }, {}] })))
    expect((await stand(world)).status).toBe('held')
  })
})

describe('what was offered', () => {
  it('can be shared out: each line goes to one order', async () => {
    const { world, request } = await startOffered()
    const [one, two] = request.lines
    if (one === undefined || two === undefined) throw new Error('two lines were returned')
    await world.post(orderXml({ ...request, lines: [one] }, { total: '59.97' }))
    await world.post(orderXml({ ...request, lines: [two] }, { orderID: 'PO-2', total: '0.15' }))
    expect([await stand(world), await stand(world, 'PO-2')]).toEqual([accepted, accepted])
    await world.post(orderXml({ ...request, lines: [two] }, { orderID: 'PO-3', total: '0.15' }))
    expect((await stand(world, 'PO-3')).reason).toBe('Line 1: it was ordered before, with order PO-2.')
    expect((await world.supplier.request(request.id))?.lines.map(({ orderID }) => orderID)).toEqual([
      'PO-1',
      'PO-2',
    ])
  })

  it('holds as long as the marketplace says of this cart', async () => {
    const validUntil = new Date('2026-02-15T10:00:00Z')
    const { world, request } = await startOffered({}, { validUntil })
    expect(request.expiresAt).toEqual(validUntil)
    world.advance(30 * day)
    await world.supplier.deliver()
    await world.post(orderXml(request))
    expect(await stand(world)).toEqual(accepted)
    world.advance(day)
    await expect(returnCart(world, { validUntil })).rejects.toThrow(
      'validUntil must be a Date that is still to come',
    )
  })

  it('may leave the quantity to the buyer', async () => {
    const lines = cart.lines.map(line => ({ ...line, quantityMayChange: true }))
    const { world, request } = await startOffered({}, { lines })
    await world.post(orderXml(request, { lines: [{ quantity: '5' }, {}], total: '100.10' }))
    expect(await stand(world)).toEqual(accepted)
  })

  it('is not another price by being rounded, unless the quantity makes money of it', async () => {
    const [line] = cart.lines
    if (line === undefined) throw new Error('no line')
    const priced = (quantity: string) => [{ ...line, unitPrice: '0.0125', quantity }]
    const few = await startOffered({}, { lines: priced('2') })
    await few.world.post(orderXml(few.request, { lines: [{ price: '0.01' }], total: '0.02' }))
    expect(await stand(few.world)).toEqual(accepted)
    const many = await startOffered({}, { lines: priced('10000') })
    await many.world.post(orderXml(many.request, { lines: [{ price: '0.01' }], total: '100.00' }))
    expect((await stand(many.world)).reason).toBe('Line 1: unit price 0.01 was ordered, 0.0125 was offered.')
  })
})

describe('a price that is not of one unit', () => {
  const ofBasis = async (price: string, basis: string) => {
    const { world, request } = await startOffered()
    const xml = orderXml(request, { lines: [{ price }, {}] }).replace(
      '</UnitOfMeasure>',
      `</UnitOfMeasure><PriceBasisQuantity ${basis}><UnitOfMeasure>EA</UnitOfMeasure></PriceBasisQuantity>`,
    )
    return { answer: await world.post(xml), world, request }
  }

  it('is reckoned to one: of a hundred, or of another unit', async () => {
    const hundred = await ofBasis('1999.00', 'quantity="100" conversionFactor="1"')
    expect(await stand(hundred.world)).toEqual(accepted)
    expect((await hundred.world.supplier.order(key))?.lines[0]?.unitPrice).toBe('19.99')
    const dozen = await ofBasis('239.88', 'quantity="24" conversionFactor="2"')
    expect(await stand(dozen.world)).toEqual(accepted)
  })

  it('is another price where it only looks the same', async () => {
    const { world } = await ofBasis('19.99', 'quantity="100" conversionFactor="1"')
    expect((await stand(world)).reason).toContain('unit price 0.1999 was ordered, 19.99 was offered')
  })

  it('of nothing is refused', async () => {
    const { answer } = await ofBasis('19.99', 'quantity="0" conversionFactor="1"')
    expect([answer.code, answer.reason]).toEqual([
      '400',
      expect.stringContaining('@quantity: 0 is not above'),
    ])
  })
})

describe('an edited cart', () => {
  const heldXml = (references: readonly string[]) =>
    references
      .map(
        (reference, index) =>
          `<ItemOut quantity="1" lineNumber="${index + 1}"><ItemID><SupplierPartID>SKU-${index + 1}</SupplierPartID><SupplierPartAuxiliaryID>${reference}</SupplierPartAuxiliaryID></ItemID></ItemOut>`,
      )
      .join('')

  it('keeps the references of its lines, which now mean what was returned last', async () => {
    const { world, request, references } = await startOffered({ referenceKeys: [first] })
    const [one, two] = cart.lines
    if (one === undefined || two === undefined) throw new Error('no lines')
    const added = { ...one, supplierPartID: 'SKU-3' }
    const lines = [added, two, { ...one, quantity: '7' }]
    const edited = await returnCart(world, { lines }, { operation: 'edit', more: heldXml(references) })
    const kept = edited.request.lines.map(line => line.supplierPartAuxiliaryID)
    expect(kept.slice(1)).toEqual([references[1], references[0]])
    expect(references).not.toContain(kept[0])
    expect((await returned(edited.response)).xml).toContain(references[0])
    expect((await world.supplier.request(request.id))?.status).toBe('superseded')
    await world.post(orderXml(edited.request))
    expect(await stand(world)).toEqual(accepted)
    await world.post(orderXml(request, { orderID: 'PO-2' }))
    expect((await stand(world, 'PO-2')).status).toBe('held')
  })

  it('says itself which line is which, of those that the buyer holds', async () => {
    const { world, references } = await startOffered()
    const [one, two] = cart.lines
    if (one === undefined || two === undefined) throw new Error('no lines')
    const setup = { operation: 'edit', more: heldXml(references) }
    const exchanged = { ...two, supplierPartAuxiliaryID: references[0] ?? '' }
    const { request } = await returnCart(world, { lines: [exchanged] }, setup)
    expect(request.lines[0]?.supplierPartAuxiliaryID).toBe(references[0])
    const foreign = { ...two, supplierPartAuxiliaryID: 'not held' }
    await expect(returnCart(world, { lines: [foreign] }, setup)).rejects.toThrow(
      'lines[0].supplierPartAuxiliaryID must be that of a held line',
    )
  })

  it('of another buyer is a new one', async () => {
    const { world, request, references } = await startOffered()
    const globex = { identity: 'AN02', secret: 'globex-secret', post: 'https://globex.example/post' }
    const edited = await returnCart(world, {}, { ...globex, operation: 'edit', more: heldXml(references) })
    for (const line of edited.request.lines) expect(references).not.toContain(line.supplierPartAuxiliaryID)
    expect((await world.supplier.request(request.id))?.status).toBe('waiting')
  })
})

describe('the catalogue', () => {
  it('is asked once for each offered line, and an offer that holds no more is held', async () => {
    const asked: string[] = []
    const { world, request } = await startOffered({
      checkOffer: async ({ line }) => {
        asked.push(line.supplierPartID)
        return line.supplierPartID === 'SKU-2' ? 'the part is not sold any more.' : undefined
      },
    })
    const xml = orderXml(request)
    await world.post(xml)
    await world.post(xml)
    expect(asked).toEqual(['SKU-1', 'SKU-2'])
    expect(await stand(world)).toEqual({ status: 'held', reason: 'Line 2: the part is not sold any more.' })
  })

  it('that cannot say keeps the order for a person, and the log says why', async () => {
    const { world, request } = await startOffered({
      checkOffer: async () => {
        throw new Error('the catalogue is away')
      },
    })
    expect((await world.post(orderXml(request))).code).toBe('200')
    expect((await stand(world)).reason).toContain('Line 1: it could not be compared with the catalogue.')
    expect(world.log.find(({ event }) => event === 'offer not checked')).toMatchObject({
      problem: 'Error: the catalogue is away',
    })
  })
})

describe('an order that differs', () => {
  it('is turned down where the marketplace wants it so: the buyer is told, nothing is provided', async () => {
    const { buyer, fetch, confirmations } = takingBuyer()
    const { world, request } = await startOffered({ onDifference: 'reject', buyers: [buyer], fetch })
    const answer = await world.post(orderXml(request, { lines: [{ price: '0.01' }, {}], total: '0.18' }))
    expect(answer).toMatchObject({ code: '200', reason: 'The order was received and is turned down.' })
    await world.supplier.deliver()
    expect(world.fulfilled).toEqual([])
    expect(confirmations()).toMatchObject([
      {
        confirmationHeader: {
          type: 'reject',
          comments: [{ value: 'Line 1: unit price 0.01 was ordered, 19.99 was offered.' }],
        },
      },
    ])
    await world.post(orderXml(request, { header: 'type="update" orderVersion="2"' }))
    await world.supplier.deliver()
    expect(world.fulfilled).toEqual(['SKU-1', 'SKU-2'])
  })
})
