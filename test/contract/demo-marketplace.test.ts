import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Brightstack, requestApproval, secrets, startBrightstack } from './brightstack.js'

let world: Brightstack
beforeAll(async () => {
  world = await startBrightstack()
})
afterAll(() => world.close())

const email = 'emma.reyes@northwind.example'

describe('Brightstack sells to Northwind', () => {
  it('by Shop Online: what a manager approves is subscribed, confirmed and mailed', async () => {
    const { coupa, market, mailbox } = world
    const emma = coupa.person('emma')
    const trip = await emma.shop('Brightstack Marketplace')
    const cart = await requestApproval(trip.startPageUrl, {
      product: 'ledgerly-team',
      plan: 'monthly',
      quantity: '3',
    })
    const requisition = await emma.returnCart(cart, trip)
    expect(requisition).toMatchObject({ status: 'cart', lines: [{ quantity: '12', unitPrice: '59.97' }] })

    await emma.submit(requisition.number, { justification: 'For the new analysts.' })
    await coupa.person('mark').approve(requisition.number, 'Go ahead')
    const order = await coupa.waitForOrder({ requisition: requisition.number })
    expect(order.transmissionStatus).toBe('sent_via_cxml')

    await coupa.waitFor(() => coupa.purchaseOrder(order.number).acknowledgedAt)
    const mail = await mailbox.waitFor(({ subject }) => subject.includes(order.number))
    expect(mail).toMatchObject({ to: [email], subject: expect.stringContaining('Ledgerly Team is ready') })
    expect(await market.subscriptions({ email })).toMatchObject([
      { productName: 'Ledgerly Team', quantity: '3', status: 'active', origin: { orderID: order.number } },
    ])
  })

  it('by Open Buy: its products stand beside Coupa’s own, and a choice opens the product', async () => {
    const { coupa } = world
    const emma = coupa.person('emma')
    const { openBuy, problems } = await emma.search('firewall')
    expect(problems).toEqual([])
    expect(openBuy[0]).toMatchObject({
      name: 'Palisade Edge Firewall Enterprise',
      unitPrice: '18500.00',
      currency: 'USD',
    })
    const [result] = openBuy
    if (result === undefined) throw new Error('nothing found')
    const trip = await emma.choose(result)
    expect(trip.selectedItem?.supplierPartID).toBe('BRS-PALISADE-ENT')
    const cart = await requestApproval(trip.startPageUrl, { product: 'palisade-edge-firewall' })
    const requisition = await emma.returnCart(cart, trip)

    await emma.submit(requisition.number)
    await coupa.person('mark').approve(requisition.number)
    expect(await coupa.person('fiona').toDo()).toMatchObject([{ approvable: { id: requisition.number } }])
    await coupa.person('fiona').approve(requisition.number)
    const order = await coupa.waitForOrder({ requisition: requisition.number })
    const [exchange] = coupa
      .documents({ kind: 'OrderRequest' })
      .filter(sent => sent.purchaseOrder === order.number)
    expect(exchange?.response?.document).toMatchObject({ response: { status: { code: '200' } } })
  })

  it('a free product by a 0.00 order', async () => {
    const { coupa, mailbox } = world
    const emma = coupa.person('emma')
    const trip = await emma.shop()
    const requisition = await emma.returnCart(
      await requestApproval(trip.startPageUrl, { product: 'easel-whiteboard' }),
    )
    await emma.submit(requisition.number)
    await coupa.person('mark').approve(requisition.number)
    const order = await coupa.waitForOrder({ requisition: requisition.number })
    await mailbox.waitFor(({ subject }) => subject.includes(order.number))
  })

  it('nothing when an approver rejects: the request goes on waiting, until it is withdrawn', async () => {
    const { coupa, market } = world
    const emma = coupa.person('emma')
    const trip = await emma.shop()
    const cart = await requestApproval(trip.startPageUrl, {
      product: 'cartograph-geocoding',
      quantity: '12345',
    })
    const requisition = await emma.returnCart(cart)
    expect(requisition.total).toBe('154.3125')
    await emma.submit(requisition.number)
    await coupa.person('mark').reject(requisition.number, 'We have a contract with another maker.')

    const [waiting] = await market.supplier.requests({ email, status: 'waiting' })
    expect(waiting).toMatchObject({ total: '154.3125', status: 'waiting' })
    const withdrawn = await market.supplier.withdrawRequest(waiting?.id ?? '', 'Rejected by Mark.')
    expect(withdrawn).toMatchObject({ status: 'withdrawn', reason: 'Rejected by Mark.' })
  })
})

describe('Brightstack answers an SAP system', () => {
  /** With the first item of the form in the answer. */
  async function ask(fields: Record<string, string>, method = 'POST') {
    const call = new URLSearchParams({
      USERNAME: 'globex',
      PASSWORD: secrets.sharedSecret,
      HOOK_URL: `${world.coupa.url}/hook`,
      ...fields,
    })
    const { ociUrl } = world.market.supplier
    const response =
      method === 'GET'
        ? await fetch(`${ociUrl}?${call}`, { redirect: 'manual' })
        : await fetch(ociUrl, { method, body: call, redirect: 'manual' })
    const html = await response.text()
    const items = [...html.matchAll(/name="NEW_ITEM-(\w+)\[1\]" value="([^"]*)"/g)]
    return {
      status: response.status,
      location: response.headers.get('location'),
      item: Object.fromEntries(items.map(([, name, value]) => [name, value])),
    }
  }

  it.each(['GET', 'POST'])(
    'by %s: a search finds its products, which are then configured here',
    async method => {
      const search = { FUNCTION: 'BACKGROUND_SEARCH', SEARCHSTRING: 'ledgerly' }
      const { status, item } = await ask(search, method)
      expect({ status, item }).toMatchObject({
        status: 200,
        item: { DESCRIPTION: 'Ledgerly Team', PRICE: '199.00', EXT_PRODUCT_ID: 'BRS-LEDGERLY-TEAM' },
      })
      const found = { PRODUCTID: item.EXT_PRODUCT_ID ?? '' }
      const detail = await ask({ FUNCTION: 'DETAIL', ...found }, method)
      expect(detail.location).toContain(`${world.market.url}/punchloop/start/`)
      // Which plan, and how many seats, nobody has chosen yet.
      expect(await ask({ FUNCTION: 'VALIDATE', ...found }, method)).toMatchObject({ status: 404, item: {} })
    },
  )
})
