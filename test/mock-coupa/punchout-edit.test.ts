import { type MockCoupa, manualTime, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { validateByDtd } from '../support/dtd.js'
import { cartDocument, type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { cxmlMaterial } from '../support/root.js'
import { readText, signIn } from '../support/visitor.js'

const material = cxmlMaterial()

let supplier: FakeSupplier
let coupa: MockCoupa
const time = manualTime(new Date('2026-03-02T09:00:00Z'))

beforeEach(async () => {
  supplier = await startFakeSupplier()
  const company = supplier.company()
  Object.assign(company.punchoutSites[0]!, { supportsEdit: true, supportsInspect: true })
  coupa = await startMockCoupa({ port: 0, company, clock: time.clock, timers: time.timers })
})

afterEach(async () => {
  await coupa.close()
  await supplier.close()
})

const lastSetup = () => {
  const document = supplier.received.at(-1)
  if (document?.kind !== 'PunchOutSetupRequest') throw new Error('no setup request')
  return document.request.punchOutSetupRequest
}

const base64 = (xml: string) => ({ 'cxml-base64': Buffer.from(xml).toString('base64') })

/** Emma's cart: two lines from the shop, and one of the company's own between two visits. */
async function shopped() {
  const emma = coupa.person('emma')
  const trip = await emma.shop()
  const { number } = await emma.returnCart(
    supplier.cart(trip.buyerCookie, [
      { part: 'A', aux: 'q:1 é', quantity: '2', unitPrice: '10.00' },
      { part: 'B', aux: 'q:2', unitPrice: '5.00' },
    ]),
  )
  await emma.addItem({ itemId: 4, quantity: '1' })
  return { emma, number, trip }
}

const parts = (requisition: { readonly lines: readonly { readonly sourcePartNum?: string }[] }) =>
  requisition.lines.map(({ sourcePartNum }) => sourcePartNum)

describe('a cart that is edited at the supplier', () => {
  it('goes there line by line, under a new BuyerCookie, with its auxiliary ids byte for byte', async () => {
    const { emma, number, trip } = await shopped()
    const again = await emma.reopen(number, 'edit')
    expect(again.buyerCookie).not.toBe(trip.buyerCookie)
    expect(lastSetup()).toMatchObject({
      operation: 'edit',
      buyerCookie: again.buyerCookie,
      itemOuts: [
        {
          quantity: '2',
          lineNumber: '1',
          itemID: { supplierPartID: 'A', supplierPartAuxiliaryID: 'q:1 é' },
          itemDetail: { unitPrice: { money: { amount: '10.00', currency: 'USD' } }, unitOfMeasure: 'EA' },
        },
        { lineNumber: '2', itemID: { supplierPartID: 'B', supplierPartAuxiliaryID: 'q:2' } },
      ],
    })
  })

  it.skipIf(material === undefined)('goes there as a document that its DTD allows', async () => {
    await coupa.company.update(company => {
      company.punchoutSites[0]!.customFields = [{ name: 'CostCenter', value: '4711' }]
    })
    const { emma, number } = await shopped()
    for (const operation of ['edit', 'inspect'] as const) {
      await emma.reopen(number, operation)
      const xml = coupa.documents({ kind: 'PunchOutSetupRequest' }).at(-1)?.request.raw ?? ''
      expect(validateByDtd(material ?? '', xml)).toEqual({ dtd: '1.2.014/cXML.dtd', problems: [] })
    }
  })

  it('replaces the lines of its session and no others, and keeps what was filled in', async () => {
    const { emma, number } = await shopped()
    const [first] = coupa.requisition(number).lines
    const again = await emma.reopen(number, 'edit')
    const changed = await emma.returnCart(
      supplier.cart(again.buyerCookie, [
        { part: 'A', aux: 'q:1 é', quantity: '7', unitPrice: '9.00' },
        { part: 'C', aux: 'q:3' },
      ]),
    )
    expect(changed.number).toBe(number)
    expect(parts(changed)).toEqual(['A', 'HOS-KB01', 'C'])
    expect(changed.lines[0]).toMatchObject({ id: first?.id, quantity: '7', total: '63' })
    expect(changed.total).toBe('211.9')
    // The lines belong to the second session now, and can be edited once more.
    await emma.reopen(number, 'edit')
    expect(lastSetup().itemOuts.map(({ itemID }) => itemID.supplierPartID)).toEqual(['A', 'C'])
  })

  it('deletes its lines when it comes back empty, which a first cart does not', async () => {
    const { emma, number } = await shopped()
    const other = await emma.shop()
    await expect(emma.returnCart(supplier.cart(other.buyerCookie, []))).rejects.toThrow('without a cart')
    expect(parts(coupa.requisition(number))).toEqual(['A', 'B', 'HOS-KB01'])
    const again = await emma.reopen(number, 'edit')
    expect(parts(await emma.returnCart(supplier.cart(again.buyerCookie, [])))).toEqual(['HOS-KB01'])
  })

  it('changes nothing with Status 204, and nothing when it fails as a whole', async () => {
    const { emma, number } = await shopped()
    const cancelled = await emma.reopen(number, 'edit')
    const xml = cartDocument(cancelled.buyerCookie, []).replace(
      '<PunchOutOrderMessage>',
      '<Status code="204" text="No Content"/><PunchOutOrderMessage>',
    )
    await expect(emma.returnCart(base64(xml))).rejects.toThrow('without a cart')
    const faulty = await emma.reopen(number, 'edit')
    await expect(emma.returnCart(supplier.cart(faulty.buyerCookie, [{ uom: 'FURLONG' }]))).rejects.toThrow(
      'There was an error transferring items from Brightstack Inc.',
    )
    expect(parts(coupa.requisition(number))).toEqual(['A', 'B', 'HOS-KB01'])
  })

  it('is refused once the requisition is on its way', async () => {
    const { emma, number } = await shopped()
    const again = await emma.reopen(number, 'edit')
    await emma.submit(number)
    await expect(emma.returnCart(supplier.cart(again.buyerCookie, [{ part: 'C' }]))).rejects.toThrow(
      `The items from Brightstack Marketplace were not changed: requisition ${number} is pending_approval by now`,
    )
    await expect(emma.reopen(number, 'edit')).rejects.toMatchObject({ code: 'ERR_COUPA_FORBIDDEN' })
    expect(parts(coupa.requisition(number))).toEqual(['A', 'B', 'HOS-KB01'])
  })
})

describe('a cart that is inspected at the supplier', () => {
  it('can be looked at by whoever may see it, at any time, and brings nothing back', async () => {
    const { emma, number } = await shopped()
    await emma.submit(number)
    const mark = coupa.person('mark')
    const trip = await mark.reopen(number, 'inspect')
    expect(lastSetup()).toMatchObject({ operation: 'inspect', itemOuts: [{}, {}] })
    expect(lastSetup().extrinsics.find(({ name }) => name === 'User')?.value).toBe('mark')
    await expect(mark.returnCart(supplier.cart(trip.buyerCookie, [{ part: 'C' }]))).rejects.toThrow(
      'without a cart',
    )
    expect(parts(coupa.requisition(number))).toEqual(['A', 'B', 'HOS-KB01'])
    await expect(coupa.person('fiona').reopen(number, 'inspect')).rejects.toMatchObject({
      code: 'ERR_COUPA_NOT_FOUND',
    })
  })
})

describe('the buttons of the cart', () => {
  it('are there by the site’s flags, and lead through the page that leaves', async () => {
    const { number } = await shopped()
    const emma = await signIn(coupa.url, 'emma')
    const [session] = coupa.requisition(number).punchoutSessions
    const cart = await emma.get('/cart')
    expect(readText(cart.html)).toContain('Edit Lines 1, 2 at Brightstack Marketplace')
    expect(readText(cart.html)).toContain('Inspect Lines 1, 2 at Brightstack Marketplace')
    const fields = { operation: 'edit', requisition: String(number), trip: String(session?.trip) }
    const hop = await emma.get(`/punchout/sites/1?${new URLSearchParams(fields)}`)
    expect(hop.html).toContain('name="operation" value="edit"')
    const left = await emma.post('/punchout/sites/1', fields)
    expect(left).toMatchObject({ status: 303, location: `${supplier.url}/start/one-time-4711` })
    const { buyerCookie } = lastSetup()
    const back = await fetch(`${coupa.url}/punchout/checkout?id=1`, {
      method: 'POST',
      body: new URLSearchParams(supplier.cart(buyerCookie, [])),
      redirect: 'manual',
    })
    const landed = await emma.get(back.headers.get('location') ?? '')
    expect(landed.location).toBe('/cart?notice=items-removed')
    await coupa.company.update(company => {
      Object.assign(company.punchoutSites[0]!, { supportsEdit: false, supportsInspect: false })
    })
    const { html } = await emma.get('/cart')
    expect(html).not.toContain('name="operation"')
  })
})

describe('a requisition with punchout lines', () => {
  it('cannot be copied; one without can', async () => {
    const { emma, number } = await shopped()
    expect(() => coupa.application.copy('emma', number)).toThrow(
      `Requisition ${number} cannot be copied: it has items from Brightstack Marketplace. Shop there again instead.`,
    )
    await emma.submit(number)
    const visitor = await signIn(coupa.url, 'emma')
    expect((await visitor.get(`/requisitions/${number}`)).html).not.toContain(`/requisitions/${number}/copy`)
    const own = await emma.addItem({ itemId: 1, quantity: '3' })
    await emma.submit(own.number)
    const copied = await visitor.post(`/requisitions/${own.number}/copy`)
    expect(copied.location).toBe(`/requisitions/${own.number + 1}?notice=copied`)
    expect(coupa.requisition(own.number + 1)).toMatchObject({
      status: 'draft',
      lines: [{ quantity: '3', sourcePartNum: 'HOS-LT14', total: '5697' }],
    })
  })
})

describe('lines of a punchout site', () => {
  it('take its commodity, its contract and the picture that the supplier names', async () => {
    await coupa.company.update(company => {
      Object.assign(company.punchoutSites[0]!, { commodity: 'IT hardware', contractId: 12 })
    })
    const emma = coupa.person('emma')
    const trip = await emma.shop()
    const xml = cartDocument(trip.buyerCookie, [{ unspsc: '43232701' }, {}]).replace(
      '</ItemDetail>',
      '<Extrinsic name="ImageURL">https://pics.example/a.png</Extrinsic></ItemDetail>',
    )
    expect((await emma.returnCart(base64(xml))).lines).toMatchObject([
      {
        commodity: 'IT hardware',
        contract: 12,
        unspscCode: '43232701',
        imageUrl: 'https://pics.example/a.png',
      },
      { commodity: 'IT hardware' },
    ])
  })

  it('are needed no earlier than its lead time from the day of the order', async () => {
    await coupa.company.update(company => {
      company.punchoutSites[0]!.leadTimeDays = 10
    })
    const { emma, number } = await shopped()
    await emma.submit(number)
    time.advance(24 * 60 * 60 * 1000)
    const ordered = new Date(time.clock().getTime() + 10 * 24 * 60 * 60 * 1000)
    await coupa.person('mark').approve(number)
    const dates = coupa.requisition(number).lines.map(({ needByDate }) => needByDate)
    expect(dates).toEqual([ordered, ordered, undefined])
    const order = await coupa.waitForOrder({ requisition: number, supplier: 'Brightstack Inc' })
    expect(order.lines.map(({ needByDate }) => needByDate)).toEqual([ordered, ordered])
  })
})
