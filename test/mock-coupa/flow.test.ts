import { type Exchange, type MockCoupa, type MockCoupaOptions, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { confirm, type FakeLine, type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'

let supplier: FakeSupplier
let coupa: MockCoupa

beforeEach(async () => {
  supplier = await startFakeSupplier()
})

afterEach(async () => {
  await coupa.close()
  await supplier.close()
})

async function start(options: MockCoupaOptions = {}): Promise<MockCoupa> {
  coupa = await startMockCoupa({ port: 0, company: supplier.company(), ...options })
  return coupa
}

/** Emma comes back from the shop with these lines. */
async function emmaShops(lines: readonly FakeLine[] = [{}]) {
  const emma = coupa.person('emma')
  const trip = await emma.shop('Brightstack Marketplace')
  return emma.returnCart(supplier.cart(trip.buyerCookie, lines), trip)
}

describe('the loop', () => {
  it('goes from the tile to a confirmed order with one approver', async () => {
    await start()
    const requisition = await emmaShops([{ quantity: '3', unitPrice: '49.90' }])
    expect(requisition).toMatchObject({ status: 'cart', total: '149.7', may: { submit: true } })
    expect(requisition.chain.map(step => step.approver.login)).toEqual(['mark'])

    const submitted = await coupa.person('emma').submit(undefined, { justification: 'We need it' })
    expect(submitted).toMatchObject({ status: 'pending_approval', justification: 'We need it' })
    const [toDo] = await coupa.person('mark').toDo()
    expect(toDo).toMatchObject({
      approvable: { id: requisition.number, name: `Requisition ${requisition.number}` },
      rule: 'Management Hierarchy',
    })

    await coupa.person('mark').approve(requisition.number, 'Fine')
    const order = await coupa.waitForOrder({ requisition: requisition.number })
    expect(order).toMatchObject({ status: 'issued', transmissionStatus: 'sent_via_cxml', total: '149.7' })
    expect(coupa.requisition(requisition.number).status).toBe('ordered')

    const answer = await confirm(coupa.url, { number: order.number, payloadID: payloadIDOf(order.number) })
    expect(answer).toEqual({ httpStatus: 200, code: '200', text: 'Confirmation recorded' })
    expect(coupa.purchaseOrder(order.number)).toMatchObject({
      acknowledgedAt: expect.any(Date),
      confirmations: [{ type: 'accept', confirmID: 'C-1' }],
    })
    const kinds = (await coupa.person('emma').notifications()).map(notification => notification.kind)
    expect(kinds).toEqual(['order_confirmed', 'order_issued', 'requisition_approved'])
    expect(coupa.mails().map(mail => mail.subject)).toContain(
      `Brightstack Inc has confirmed purchase order ${order.number}`,
    )
  })

  it('asks the manager first and finance second from 5,000 on', async () => {
    await start()
    const { number } = await emmaShops([{ unitPrice: '5000.00' }])
    await coupa.person('emma').submit(number)
    expect(await coupa.person('fiona').toDo()).toEqual([])
    await expect(coupa.person('fiona').approve(number)).rejects.toMatchObject({
      code: 'ERR_COUPA_CONFLICT',
      message: `Requisition ${number} waits for Mark Osei, not for you`,
    })
    await coupa.person('mark').approve(number)
    expect(coupa.requisition(number).status).toBe('pending_approval')
    expect(await coupa.person('fiona').toDo()).toHaveLength(1)
    await coupa.person('fiona').approve(number)
    expect((await coupa.waitForOrder({ requisition: number })).total).toBe('5000')
  })

  it('gives a rejected requisition back as a draft, with the reason, and takes it again', async () => {
    await start()
    const { number } = await emmaShops()
    await coupa.person('emma').submit(number)
    await expect(coupa.person('mark').reject(number, '  ')).rejects.toMatchObject({
      code: 'ERR_COUPA_INVALID',
      fields: [{ field: 'comment', message: expect.stringContaining('say why') }],
    })
    await coupa.person('mark').reject(number, 'Too expensive')
    expect(coupa.requisition(number)).toMatchObject({
      status: 'draft',
      rejectReason: 'Too expensive',
      chain: [{ status: 'rejected', comment: 'Too expensive' }],
    })
    const [notification] = await coupa.person('emma').notifications()
    expect(notification).toMatchObject({ kind: 'requisition_rejected' })
    expect(notification?.body).toContain('Too expensive')
    expect(await coupa.person('mark').toDo()).toEqual([])

    await coupa.person('emma').submit(number)
    await coupa.person('mark').approve(number)
    expect((await coupa.waitForOrder({ requisition: number })).transmissionStatus).toBe('sent_via_cxml')
  })

  it('lets the requester withdraw, and tells whoever was asked', async () => {
    await start()
    const { number } = await emmaShops()
    await coupa.person('emma').submit(number)
    await coupa.person('emma').withdraw(number, 'Changed my mind')
    expect(coupa.requisition(number)).toMatchObject({
      status: 'withdrawn',
      withdrawReason: 'Changed my mind',
    })
    expect(await coupa.person('mark').toDo()).toEqual([])
    for (const login of ['emma', 'mark']) {
      const [notification] = await coupa.person(login).notifications()
      expect(notification?.body).toContain('Changed my mind')
    }
    await expect(coupa.person('emma').submit(number)).rejects.toMatchObject({ code: 'ERR_COUPA_CONFLICT' })
    expect(supplier.received.map(document => document.kind)).toEqual(['PunchOutSetupRequest'])
  })

  it('issues one order for each supplier, and only tells the ones that take cXML', async () => {
    await start()
    const emma = coupa.person('emma')
    await emma.addItem({ itemId: 4, quantity: '2' })
    const { number, total } = await emmaShops([{ unitPrice: '0.0125', quantity: '3' }])
    expect(total).toBe('198.0375')
    await emma.submit(number)
    await coupa.person('mark').approve(number)
    const office = await coupa.waitForOrder({ requisition: number, supplier: 'Harbour Office Supply' })
    const brightstack = await coupa.waitForOrder({ requisition: number, supplier: 'Brightstack Inc' })
    expect(office).toMatchObject({ transmissionStatus: 'sent_manually', total: '198' })
    expect(brightstack).toMatchObject({ transmissionStatus: 'sent_via_cxml', total: '0.0375' })
    expect(brightstack.lines).toMatchObject([{ lineNum: 1, requisitionLine: 2 }])
  })

  it('lets people see only what is theirs to see', async () => {
    await start()
    const { number } = await emmaShops()
    for (const login of ['mark', 'fiona']) {
      expect(() => coupa.application.requisition(login, number)).toThrow(`There is no requisition ${number}`)
      expect(() => coupa.application.trace(login, `requisition-${number}`)).toThrow('There is no requisition')
    }
    await expect(coupa.person('mark').submit(number)).rejects.toMatchObject({ code: 'ERR_COUPA_NOT_FOUND' })
    await expect(coupa.person('mark').approve(number)).rejects.toMatchObject({ code: 'ERR_COUPA_NOT_FOUND' })
    await coupa.person('emma').submit(number)
    expect(coupa.application.requisition('mark', number).may.approve).toBe(true)
    expect(coupa.application.requisition('ada', number).may).toMatchObject({
      approve: false,
      withdraw: false,
    })
  })

  it('records every document in order, in one trace, without any secret', async () => {
    await start()
    const emma = coupa.person('emma')
    const { openBuy, search } = await emma.search('suite')
    const trip = await emma.choose(openBuy[0]!)
    const { number } = await emma.returnCart(supplier.cart(trip.buyerCookie, [{}]))
    await emma.submit(number)
    await coupa.person('mark').approve(number)
    const order = await coupa.waitForOrder({ requisition: number })
    await confirm(coupa.url, { number: order.number, payloadID: payloadIDOf(order.number) })

    const { exchanges } = coupa.application.trace('emma', `requisition-${number}`)
    expect(exchanges.map(exchange => [exchange.kind, exchange.direction, exchange.via])).toEqual([
      ['authentication', 'sent', 'open-buy'],
      ['search', 'sent', 'open-buy'],
      ['PunchOutSetupRequest', 'sent', 'http'],
      ['PunchOutOrderMessage', 'received', 'browser'],
      ['OrderRequest', 'sent', 'http'],
      ['ConfirmationRequest', 'received', 'http'],
    ])
    expect(exchanges[2]).toMatchObject({ trip: trip.id, requisition: number, httpStatus: 200 })
    expect(exchanges[0]).toMatchObject({ search })
    const written = JSON.stringify([coupa.documents(), coupa.mails()])
    for (const secret of [
      'marker-secret-out',
      'marker-secret-in',
      'marker-open-buy',
      't0ken',
      'one-time-4711',
    ]) {
      expect(written).not.toContain(secret)
    }
    expect(coupa.application.traces('ada')).toMatchObject([{ id: `requisition-${number}`, exchangeCount: 6 }])
  })
})

describe('a shopping trip', () => {
  it('opens with a PunchOutSetupRequest that says who shops', async () => {
    await start()
    const trip = await coupa.person('emma').shop('Brightstack Marketplace')
    expect(trip).toMatchObject({
      buyerCookie: expect.stringMatching(/^[0-9a-f]{32}$/),
      browserFormPostUrl: `${coupa.url}/punchout/checkout?id=1`,
      startPageUrl: `${supplier.url}/start/one-time-4711`,
    })
    const [document] = supplier.received
    if (document?.kind !== 'PunchOutSetupRequest') throw new Error('no setup request')
    expect(document.version).toBeUndefined()
    expect(document.doctype?.dtdVersion).toBe('1.2.014')
    expect(document.header.sender).toMatchObject({
      credentials: [{ identity: 'NORTHWIND', sharedSecret: 'marker-secret-out' }],
      userAgent: 'Coupa Procurement 1.0',
    })
    const { extrinsics, contacts, shipTo, selectedItems, supplierSetup } =
      document.request.punchOutSetupRequest
    expect(extrinsics.map(({ name, value }) => [name, value])).toEqual([
      ['FirstName', 'Emma'],
      ['LastName', 'Reyes'],
      ['UniqueName', 'emma'],
      ['UserEmail', 'emma.reyes@northwind.example'],
      ['User', 'emma'],
      ['BusinessUnit', 'COUPA'],
    ])
    expect(contacts).toMatchObject([{ role: 'endUser', name: { value: 'emma' } }])
    expect(shipTo?.address).toMatchObject({ addressID: 'HQ', postalAddress: { name: 'default' } })
    expect(supplierSetup?.url).toBe(`${supplier.url}/cxml`)
    expect(selectedItems).toEqual([])
  })

  it('carries the chosen product as SelectedItem', async () => {
    await start()
    const emma = coupa.person('emma')
    const { openBuy } = await emma.search('suite')
    const trip = await emma.choose(openBuy[0]!)
    expect(trip.selectedItem).toEqual({ supplierPartID: 'SUITE-1' })
    const [document] = supplier.received
    if (document?.kind !== 'PunchOutSetupRequest') throw new Error('no setup request')
    expect(document.request.punchOutSetupRequest.selectedItems[0]?.itemID.supplierPartID).toBe('SUITE-1')
  })

  it.each([
    [
      'a page instead of cXML',
      { httpStatus: 404, body: '<html>Not here' },
      'Punchout failed: No status element in setup response',
    ],
    [
      'a refusal',
      { httpStatus: 200, body: responseWith('401', 'Login name is not available') },
      'Punchout failed: Setup request failed: 401 Login name is not available',
    ],
    [
      'a StartPage that is no web address',
      { httpStatus: 200, body: startPage('javascript:alert(1)') },
      'Punchout failed: No StartPage URL in setup response',
    ],
  ])('fails in Coupa’s words on %s', async (_name, answer, message) => {
    await start()
    supplier.setupAnswer = answer
    await expect(coupa.person('emma').shop()).rejects.toMatchObject({
      code: 'ERR_COUPA_PUNCHOUT_FAILED',
      message,
    })
    const [exchange] = coupa.documents()
    expect(exchange).toMatchObject({
      failure: message.replace('Punchout failed: ', ''),
      httpStatus: answer.httpStatus,
    })
  })

  it('fails in Coupa’s words when nobody is there', async () => {
    await start()
    await coupa.company.update(company => {
      company.punchoutSites[0]!.url = 'http://127.0.0.1:1/cxml'
    })
    await expect(coupa.person('emma').shop()).rejects.toThrow('Punchout failed: ')
  })
})

describe('the search', () => {
  it('shows own items beside Open Buy results', async () => {
    await start()
    const results = await coupa.person('emma').search('server')
    expect(results.own.map(item => item.name)).toEqual(['Backup drive 4 TB'])
    expect(results.openBuy).toMatchObject([
      { sourcePartNum: 'SUITE-1', unitPrice: '49.90', site: { name: 'Brightstack Marketplace' } },
    ])
    expect(results.problems).toEqual([])
  })

  it('does not wait for a supplier beyond its time, and says so', async () => {
    supplier.openBuy = () => new Promise(() => undefined)
    await start()
    await coupa.company.update(company => {
      company.punchoutSites[0]!.openBuy.timeoutMs = 100
    })
    const results = await coupa.person('emma').search('monitor')
    expect(results.own).toHaveLength(1)
    expect(results.problems).toMatchObject([{ errorCode: 'timed_out' }])
  })

  it.each([
    [401, {}, 'un_authorized'],
    [500, {}, 'service_error'],
    [200, { nothing: 1 }, 'agent_failure'],
  ])('tells HTTP %i with %j as %s', async (status, json, errorCode) => {
    supplier.openBuy = async () => ({ status, json })
    await start()
    expect((await coupa.person('emma').search('monitor')).problems).toMatchObject([{ errorCode }])
  })

  it('leaves out rows without a price and links that are no web addresses', async () => {
    supplier.openBuy = async operation => ({
      status: 200,
      json:
        operation === 'authentication'
          ? { token: 't0ken' }
          : {
              results: [
                { source_part_num: 12345, name: 'Number', unit_price: '1', image_url: 'javascript:alert(1)' },
                { source_part_num: 'F', name: 'As it is written', unit_price: 19.99 },
                { source_part_num: 'N', name: 'No number', unit_price: 'free' },
              ],
            },
    })
    await start()
    const { openBuy } = await coupa.person('emma').search('x')
    expect(openBuy).toMatchObject([
      { sourcePartNum: '12345', unitPrice: '1.00' },
      { sourcePartNum: 'F', unitPrice: '19.99' },
    ])
    expect(openBuy[0]?.imageUrl).toBeUndefined()
  })
})

function payloadIDOf(order: string): string {
  const exchange: Exchange | undefined = coupa
    .documents({ kind: 'OrderRequest', purchaseOrder: order })
    .at(-1)
  const document = exchange?.request.document
  if (document?.kind !== 'OrderRequest') throw new Error(`No OrderRequest of ${order}`)
  return document.payloadID
}

function responseWith(code: string, text: string): string {
  return `<cXML payloadID="1@x" timestamp="2026-03-02T09:00:00+00:00"><Response><Status code="${code}" text="Status">${text}</Status></Response></cXML>`
}

function startPage(url: string): string {
  return `<cXML payloadID="1@x" timestamp="2026-03-02T09:00:00+00:00"><Response><Status code="200" text="OK"/><PunchOutSetupResponse><StartPage><URL>${url}</URL></StartPage></PunchOutSetupResponse></Response></cXML>`
}
