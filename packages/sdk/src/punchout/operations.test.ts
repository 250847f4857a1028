import { describe, expect, it } from 'vitest'
import {
  cart,
  returned,
  setupXml,
  startTestSupplier,
  type TestSupplier,
} from '../../test/start-test-supplier.js'
import type { RequestedLine } from '../requests/purchase-request.js'

const all = { operations: ['edit', 'inspect', 'source'] } as const

async function open(world: TestSupplier, setup = {}) {
  const { cookie } = await world.openSession(setup)
  const session = await world.supplier.session(
    new Request('https://market.example/', { headers: { cookie } }),
  )
  if (session === undefined) throw new Error('no session')
  return session
}

/** What the buyer sends of lines that it holds. */
function holding(
  lines: readonly Pick<RequestedLine, 'supplierPartID' | 'supplierPartAuxiliaryID'>[],
): string {
  return lines
    .map(
      ({ supplierPartID, supplierPartAuxiliaryID }) =>
        `<ItemOut quantity="7" lineNumber="1"><ItemID><SupplierPartID>${supplierPartID}</SupplierPartID><SupplierPartAuxiliaryID>${supplierPartAuxiliaryID}</SupplierPartAuxiliaryID></ItemID></ItemOut>`,
    )
    .join('')
}

async function bought(world: TestSupplier) {
  const { request, response } = await world.supplier.returnCart(await open(world), cart)
  return { request, document: (await returned(response)).document }
}

function headerOf(document: unknown) {
  return document as {
    message: {
      punchOutOrderMessage: { punchOutOrderMessageHeader: { operationAllowed: string }; itemIns: unknown[] }
    }
  }
}

describe('what a shop does with lines that it returned', () => {
  it.each([
    [undefined, 'create'],
    [['inspect'], 'inspect'],
    [['edit'], 'edit'],
    [['inspect', 'edit'], 'edit'],
  ] as const)('operations %j return carts with operationAllowed="%s"', async (operations, allowed) => {
    const world = startTestSupplier(operations === undefined ? {} : { operations })
    const { document } = await bought(world)
    const { punchOutOrderMessageHeader } = headerOf(document).message.punchOutOrderMessage
    expect(punchOutOrderMessageHeader.operationAllowed).toBe(allowed)
  })

  it('is refused where the shop has said that it does not do it: 412, since its carts have said so too', async () => {
    const world = startTestSupplier({ operations: ['inspect'] })
    const answer = await world.post(setupXml({ operation: 'edit' }))
    expect(answer.code).toBe('412')
    expect((await world.post(setupXml({ operation: 'source' }))).code).toBe('450')
    expect(answer.reason).toContain('operation "edit" is not supported; this supplier takes create, inspect')
    expect((await world.post(setupXml({ operation: 'inspect' }))).code).toBe('200')
  })

  it('is refused where more is held than a cart can have', async () => {
    const lines = Array(1001).fill({ supplierPartID: 'A', supplierPartAuxiliaryID: 'r' })
    const answer = await startTestSupplier(all).post(setupXml({ operation: 'edit', more: holding(lines) }))
    expect(answer).toMatchObject({ code: '406' })
    expect(answer.reason).toContain('1001 ItemOut; a cart has at most 1000 lines')
  })

  it('must be an operation', () => {
    expect(() => startTestSupplier({ operations: ['create' as 'edit'] })).toThrow('operations[0]')
  })
})

describe('restoreCart', () => {
  it.each(['edit', 'inspect', 'source'])(
    'says on %s what each held line was returned as',
    async operation => {
      const world = startTestSupplier(all)
      const { request } = await bought(world)
      const session = await open(world, {
        operation,
        more: holding([...request.lines, { supplierPartID: 'X', supplierPartAuxiliaryID: 'strange' }]),
      })
      const restored = await world.supplier.restoreCart(session)
      expect(restored).toMatchObject([
        {
          held: { supplierPartID: 'SKU-1', quantity: '7' },
          line: request.lines[0],
          request: { id: request.id },
        },
        { held: { supplierPartID: 'SKU-2' }, line: request.lines[1] },
        { held: { supplierPartID: 'X' } },
      ])
      expect(restored[2]).not.toHaveProperty('line')
    },
  )

  it('says nothing of what was returned to another buyer', async () => {
    const world = startTestSupplier(all)
    const { request } = await bought(world)
    const session = await open(world, { operation: 'inspect', more: holding(request.lines) })
    const [line] = await world.supplier.restoreCart({ ...session, buyerId: 'globex' })
    expect(line).not.toHaveProperty('line')
  })
})

describe('a quote', () => {
  it('keeps the references and takes the place of the request', async () => {
    const world = startTestSupplier(all)
    const { request } = await bought(world)
    const session = await open(world, { operation: 'source', more: holding(request.lines) })
    const quoted = await world.supplier.returnCart(session, cart)
    expect(quoted.request.lines.map(line => line.supplierPartAuxiliaryID)).toEqual(
      request.lines.map(line => line.supplierPartAuxiliaryID),
    )
    expect(await world.supplier.request(request.id)).toMatchObject({ status: 'superseded' })
  })
})

describe('emptyCart', () => {
  it('returns a cart without lines, and ends what waited for their order', async () => {
    const world = startTestSupplier(all)
    const { request } = await bought(world)
    const session = await open(world, { operation: 'edit', more: holding(request.lines) })
    const { document } = await returned(await world.supplier.emptyCart(session))
    const { message } = headerOf(document)
    expect(message).not.toHaveProperty('status')
    expect(message.punchOutOrderMessage.itemIns).toEqual([])
    expect(await world.supplier.request(request.id)).toMatchObject({
      status: 'withdrawn',
      reason: 'It was removed from the requisition.',
    })
    await expect(world.supplier.emptyCart(session)).rejects.toThrow('its cart has been returned already')
  })

  it('is refused where an empty cart says nothing', async () => {
    const world = startTestSupplier(all)
    const session = await open(world)
    await expect(world.supplier.emptyCart(session)).rejects.toThrow('opened with operation "create"')
    await expect(world.supplier.returnCart(session, { ...cart, lines: [] })).rejects.toThrow('emptyCart')
  })
})
