import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { validateByDtd } from '../support/dtd.js'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { cxmlMaterial } from '../support/root.js'

const material = cxmlMaterial()

let ordering: Ordering

afterEach(() => ordering.close())

const orderRequests = () =>
  ordering.supplier.received.flatMap(document => (document.kind === 'OrderRequest' ? [document] : []))

describe('an order by mail', () => {
  it('goes to the supplier’s PO email as text', async () => {
    ordering = await startOrdering(({ brightstack }) => {
      brightstack.poMethod = 'email'
      brightstack.poEmail = 'orders@brightstack.example'
    })
    const order = await ordering.order()
    expect(order.transmissionStatus).toBe('sent_via_email')
    expect(orderRequests()).toEqual([])
    const mail = ordering.coupa.mails().find(({ to }) => to === 'orders@brightstack.example')
    expect(mail?.subject).toBe(`Northwind Instruments Purchase Order #${order.number}`)
    expect(mail?.text).toContain('1. Acme Suite (SUITE-1): 1 EA at 49.90 USD = 49.90 USD')
    expect(mail?.text).toContain('Total: 49.90 USD')
    expect(mail?.text).toContain('1200 Harbour Way')
    ordering.coupa.application.resend('ada', order.number)
    await ordering.coupa.waitForOrder({ requisition: order.requisition! })
    expect(ordering.coupa.mails().filter(({ to }) => to === 'orders@brightstack.example')).toHaveLength(2)
  })
})

describe('an order by XML', () => {
  it('is posted as the API shows it, tried again after 5XX, and sent again as a whole after a change', async () => {
    const bodies: string[] = []
    const answers = [503, 204, 204]
    const server = createServer(async (request, response) => {
      bodies.push(await text(request))
      response.writeHead(answers.shift() ?? 500).end()
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    ordering = await startOrdering(({ brightstack }) => {
      brightstack.poMethod = 'xml'
      brightstack.cxml!.url = `http://127.0.0.1:${port}/orders`
    })
    try {
      const { coupa } = ordering
      const pending = ordering.order()
      await coupa.waitFor(() => coupa.documents({ kind: 'order-header' })[0])
      ordering.time.advance(60 * 60 * 1000)
      const order = await pending
      expect(order.transmissionStatus).toBe('sent_via_xml')
      expect(order.transmissions[0]?.attempts).toMatchObject([
        { status: 503, failure: 'PO failed: 503 Service Unavailable' },
        { status: 204 },
      ])
      expect(bodies[1]).toContain(`<order-header><id type="integer">${order.id}</id>`)
      expect(bodies[1]).toContain('<total type="decimal">49.90</total>')
      coupa.application.requestChange('ada', {
        purchaseOrder: order.number,
        lines: [{ kind: 'change', orderLine: order.lines[0]!.id, unitPrice: '40' }],
      })
      await coupa.waitFor(() => (bodies.length === 3 ? true : undefined))
      expect(bodies[2]).toContain('<version type="integer">2</version>')
      expect(bodies[2]).toContain('<total type="decimal">40.00</total>')
    } finally {
      server.close()
    }
  })
})

describe('an order by hand', () => {
  it.each([
    ['prompt', 'pending_manual', 'sent_manually'],
    ['buy_online', 'awaiting_online_purchase', 'purchased_online'],
  ] as const)('%s waits in %s until a buyer says so', async (poMethod, waiting, done) => {
    ordering = await startOrdering(({ brightstack }) => {
      brightstack.poMethod = poMethod
    })
    const { application } = ordering.coupa
    const order = await ordering.order()
    expect(order).toMatchObject({ status: 'issued', transmissionStatus: waiting })
    expect(application.purchaseOrder('ada', order.number).may.markSent).toBe(true)
    expect(order.may.markSent).toBe(false)
    expect(() => application.markOrderSent('emma', order.number)).toThrow('Only an administrator may do this')
    const sent = application.markOrderSent('ada', order.number)
    expect(sent).toMatchObject({ transmissionStatus: done, sentAt: new Date('2026-03-02T17:00:00Z') })
    expect(() => application.markOrderSent('ada', order.number)).toThrow(`its transmission is ${done}`)
  })
})

describe('an order by cXML', () => {
  it('carries user and password for HTTP Basic, which no page and no journal shows', async () => {
    ordering = await startOrdering(({ brightstack }) => {
      brightstack.cxml = { ...brightstack.cxml!, httpUsername: 'northwind', httpPassword: 'marker-http' }
    })
    const order = await ordering.order()
    const { coupa, supplier } = ordering
    expect(supplier.headersOf('OrderRequest').authorization).toBe(
      `Basic ${Buffer.from('northwind:marker-http').toString('base64')}`,
    )
    const [exchange] = coupa.documents({ kind: 'OrderRequest', purchaseOrder: order.number })
    expect(JSON.stringify(exchange)).not.toMatch(/marker-http|bm9ydGh3aW5k/)
    const configuration = coupa.application.configuration('ada')
    expect(JSON.stringify(configuration)).not.toContain('marker-http')
    await coupa.application.saveSupplier('ada', configuration.suppliers[0]!)
    expect(coupa.company.current.suppliers[0]?.cxml?.httpPassword).toBe('marker-http')
  })

  it('carries the secret "none" where there is none', async () => {
    ordering = await startOrdering(({ brightstack }) => {
      brightstack.cxml = { ...brightstack.cxml!, secret: '' }
    })
    await ordering.order()
    expect(orderRequests()[0]?.header.sender.credentials[0]?.sharedSecret).toBe('none')
  })

  it('is of cXML 1.2.056 in Supply Chain Collaboration', async () => {
    ordering = await startOrdering(({ brightstack }) => {
      brightstack.supplyChainCollaboration = true
    })
    await ordering.order()
    expect(orderRequests()[0]?.doctype?.dtdVersion).toBe('1.2.056')
  })

  it('that is cancelled has to be cancelled by hand, since Coupa knows no document for it', async () => {
    ordering = await startOrdering()
    const { application } = ordering.coupa
    const { number } = await ordering.order()
    const cancelled = application.actOnOrder('ada', { purchaseOrder: number, action: 'cancel' })
    expect(cancelled).toMatchObject({
      status: 'cancelled',
      transmissionStatus: 'pending_manual_cancel',
      version: 2,
      lines: [{ status: 'cancelled' }],
    })
    expect(orderRequests()).toHaveLength(1)
    expect(application.markOrderSent('ada', number).transmissionStatus).toBe('sent_manually')
  })

  it('that is cancelled goes out as a delete behind the supplier’s switch', async () => {
    ordering = await startOrdering(({ brightstack }) => {
      brightstack.sendsDelete = true
    })
    const { application } = ordering.coupa
    const { number } = await ordering.order()
    application.actOnOrder('ada', { purchaseOrder: number, action: 'cancel' })
    await ordering.coupa.waitFor(() => orderRequests().length === 2)
    const [first, second] = orderRequests()
    expect(second?.request.orderRequest.orderRequestHeader).toMatchObject({
      type: 'delete',
      orderID: number,
      documentReference: { payloadID: first?.payloadID },
    })
  })

  it('that is cancelled while it is being retried is not tried again', async () => {
    ordering = await startOrdering()
    const { coupa, supplier, time } = ordering
    supplier.orderAnswers.push({ code: '500', text: 'Down' })
    const emma = coupa.person('emma')
    const trip = await emma.shop()
    const { number: requisition } = await emma.returnCart(supplier.cart(trip.buyerCookie, [{}]))
    await emma.submit(requisition)
    await coupa.person('mark').approve(requisition)
    const { number } = coupa.requisition(requisition).purchaseOrders[0]!
    await coupa.waitFor(() => coupa.purchaseOrder(number).transmissions[0]?.attempts.length === 1)
    coupa.application.actOnOrder('ada', { purchaseOrder: number, action: 'cancel' })
    time.advance(24 * 3_600_000)
    expect(coupa.purchaseOrder(number)).toMatchObject({
      transmissionStatus: 'pending_manual_cancel',
      transmissions: [{ status: 'transmission_failure' }],
    })
    expect(coupa.purchaseOrder(number).transmissions[0]?.attempts).toHaveLength(1)
    expect(orderRequests()).toHaveLength(1)
  })

  it('that the supplier’s web server refuses fails in Coupa’s words', async () => {
    ordering = await startOrdering()
    ordering.supplier.orderAnswers.push({ httpStatus: 400, body: 'no' })
    const order = await ordering.order()
    expect(order.transmissions[0]?.attempts[0]?.failure).toBe(
      'Connection to supplier failed: 400 Bad Request',
    )
  })

  it.skipIf(material === undefined).each([
    [false, '1.2.014/cXML.dtd'],
    [true, expect.stringMatching(/^1\.2\.0[56]\d\/cXML\.dtd$/)],
  ])('is valid by the DTD that it names, as new, update and delete (SCC %s)', async (isScc, dtd) => {
    ordering = await startOrdering(({ brightstack }) => {
      brightstack.sendsDelete = true
      brightstack.supplyChainCollaboration = isScc
    })
    const { coupa } = ordering
    const { number, lines } = await ordering.order([{ quantity: '2' }])
    await coupa.person('ada').requestChange({
      purchaseOrder: number,
      lines: [
        {
          kind: 'change',
          orderLine: lines[0]!.id,
          quantity: '1',
          needByDate: new Date('2026-04-01T12:00:00Z'),
        },
        { kind: 'add', description: 'Cable', quantity: '1', unitPrice: '8.10', uom: 'EA' },
      ],
    })
    await coupa.waitFor(() => orderRequests().length === 2)
    await coupa.person('ada').actOnOrder(number, 'cancel')
    await coupa.waitFor(() => coupa.documents({ kind: 'OrderRequest' }).length === 3)
    const written = coupa.documents({ kind: 'OrderRequest' }).map(({ request }) => request.raw)
    expect(written.map(xml => validateByDtd(material ?? '', xml))).toEqual(
      written.map(() => ({ dtd, problems: [] })),
    )
  })
})
