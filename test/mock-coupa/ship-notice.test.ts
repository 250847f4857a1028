import { type MockCoupa, manualTime, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { restClient } from '../support/rest-client.js'
import { type FakeShipNotice, postShipNotice, ship, shipNoticeDocument } from '../support/ship-notice.js'
import { readText, signIn } from '../support/visitor.js'

const time = manualTime(new Date('2026-03-02T17:00:00Z'))

let supplier: FakeSupplier
let coupa: MockCoupa
let order: string
let requisition: number

beforeEach(async () => {
  supplier = await startFakeSupplier()
  coupa = await startMockCoupa({
    port: 0,
    company: supplier.company(),
    clock: time.clock,
    timers: time.timers,
    apiRateLimit: { perSecond: 1_000_000, burst: 1_000_000 },
  })
  const emma = coupa.person('emma')
  const trip = await emma.shop()
  const { number } = await emma.returnCart(
    supplier.cart(trip.buyerCookie, [
      { quantity: '12', part: 'A' },
      { quantity: '2', part: 'B' },
    ]),
  )
  requisition = number
  await emma.submit(number)
  await coupa.person('mark').approve(number)
  order = (await coupa.waitForOrder({ requisition: number })).number
})
afterEach(async () => {
  await coupa.close()
  await supplier.close()
})

const send = (notice: Partial<FakeShipNotice> = {}) => ship(coupa.url, { order, ...notice })
const noticeOf = (index = 0) => coupa.purchaseOrder(order).shipNotices[index]!

describe('a ship notice', () => {
  it('is recorded with its dates, carrier, tracking number and lines', async () => {
    expect(await send({ items: [{ lineNumber: '1', quantity: '5' }] })).toEqual({
      httpStatus: 200,
      code: '200',
      text: 'OK',
      dtd: '1.2.020',
    })
    expect(noticeOf()).toMatchObject({
      asnNumber: 'S-1',
      status: 'in_transit',
      noticeDate: new Date('2026-03-02T09:00:00Z'),
      shipDate: new Date('2026-03-02T16:00:00Z'),
      deliveryDate: new Date('2026-03-06T01:00:00Z'),
      carrier: 'UPS',
      trackingNumber: '1Z999',
      comments: 'Two boxes',
      lines: [{ quantity: '5', status: 'in_transit', uom: 'EA' }],
    })
    expect(coupa.purchaseOrder(order).history.at(-1)?.text).toContain('tracking number 1Z999')
    const [exchange] = coupa.documents({ kind: 'ShipNoticeRequest' })
    expect(exchange).toMatchObject({ purchaseOrder: order, from: 'Brightstack Inc', httpStatus: 200 })
    expect(exchange?.request.raw).not.toContain('marker-secret-in')
  })

  it('without lines is about the whole order', async () => {
    await send()
    expect(noticeOf().lines).toMatchObject([{ quantity: '12' }, { quantity: '2' }])
  })

  it('sent again gets the first answer again; another one under its payloadID is refused', async () => {
    const notice = { payloadID: 'p-1' }
    expect(await send(notice)).toMatchObject({ code: '200' })
    expect(await send(notice)).toMatchObject({ code: '200' })
    expect(coupa.purchaseOrder(order).shipNotices).toHaveLength(1)
    expect(await send({ ...notice, trackingNumber: 'other' })).toMatchObject({ code: '409' })
    expect(noticeOf().trackingNumber).toBe('1Z999')
  })

  it('is changed by an update and taken back by a delete, while it is on its way', async () => {
    await send({ items: [{ lineNumber: '1', quantity: '5' }] })
    await send({ operation: 'update', items: [{ lineNumber: '2', quantity: '1' }], trackingNumber: 'X2' })
    expect(noticeOf()).toMatchObject({ trackingNumber: 'X2', lines: [{ quantity: '1' }] })
    expect(await send({ operation: 'delete' })).toMatchObject({ code: '200' })
    expect(noticeOf().status).toBe('voided')
    expect(await send({ operation: 'delete' })).toMatchObject({ code: '417', text: 'Could not find ASN S-1' })
    expect(await send()).toMatchObject({ code: '200' })
    expect(noticeOf().status).toBe('in_transit')
  })

  it('cannot be changed once something of it has arrived, until that is voided', async () => {
    await send({ items: [{ lineNumber: '1', quantity: '5' }] })
    coupa.application.receiveShipNotice('emma', noticeOf().id)
    const received = 'ASN S-1 has been received and cannot be'
    expect(await send({ operation: 'update' })).toMatchObject({ code: '417', text: `${received} changed` })
    expect(await send({ operation: 'delete' })).toMatchObject({ code: '417', text: `${received} deleted` })
    coupa.application.voidReceipt('emma', { receipt: coupa.purchaseOrder(order).receipts[0]!.id })
    expect(noticeOf()).toMatchObject({ status: 'in_transit', lines: [{ status: 'in_transit' }] })
    expect(await send({ operation: 'update', items: [{ lineNumber: '1', quantity: '6' }] })).toMatchObject({
      code: '200',
    })
    expect(noticeOf().lines).toMatchObject([
      { quantity: '5', status: 'voided' },
      { quantity: '6', status: 'in_transit' },
    ])
  })
})

describe('a ship notice that is refused', () => {
  it.each<readonly [string, Partial<FakeShipNotice>, string, string]>([
    ['has a wrong secret', { secret: 'wrong' }, '401', 'Invalid credentials.'],
    ['is for no order', { shipmentID: 'S-2', order: '77' }, '417', 'Could not find order header 77'],
    ['is new and known', { payloadID: 'two' }, '417', 'ASN S-1 has been sent before'],
    [
      'updates what is not known',
      { operation: 'update', shipmentID: 'S-9' },
      '417',
      'Could not find ASN S-9',
    ],
    [
      'names a line that there is not',
      { shipmentID: 'S-2', items: [{ lineNumber: '9', quantity: '1' }] },
      '417',
      'has no line 9',
    ],
    [
      'ships nothing',
      { shipmentID: 'S-2', items: [{ lineNumber: '1', quantity: '0' }] },
      '417',
      'not above 0',
    ],
  ])('%s', async (_name, notice, code, text) => {
    await send()
    const answer = await send(notice)
    expect(answer).toMatchObject({ httpStatus: Number(code), code })
    expect(answer.text).toContain(text)
    expect(coupa.purchaseOrder(order).shipNotices).toHaveLength(1)
  })

  it('is for an order of another supplier, or for one that is cancelled', async () => {
    const emma = coupa.person('emma')
    const { number } = await emma.addItem({ itemId: 1, quantity: '1' })
    await emma.submit(number)
    await coupa.person('mark').approve(number)
    const other = (await coupa.waitForOrder({ requisition: number })).number
    expect(await send({ order: other })).toMatchObject({
      code: '417',
      text: `Order header ${other} does not belong to supplier Brightstack Inc`,
    })
    await coupa.person('ada').actOnOrder(order, 'cancel')
    expect(await send()).toMatchObject({ code: '417', text: `Order header ${order} is cancelled` })
  })

  it('cannot be read, does not fit its DTD, or is another document', async () => {
    const post = (body: string) => postShipNotice(coupa.url, body)
    const unreadable = await post('hello')
    expect(unreadable).toMatchObject({ httpStatus: 406, code: '406' })
    expect(unreadable.text).toMatch(/^Could not parse cXML document/)
    const document = shipNoticeDocument({ order })
    const invalid = await post(document.replace('<ShipControl>', '<Parcel/><ShipControl>'))
    expect(invalid).toMatchObject({ httpStatus: 406, code: '406' })
    expect(invalid.text).toMatch(/^Request did not validate successfully with DTD/)
    const older = await post(document.replace('1.2.020/Fulfill.dtd', '1.1.010/Fulfill.dtd'))
    expect(older).toMatchObject({ httpStatus: 450, code: '450', text: 'cXML version not supported' })
    const update = /<ShipNoticeRequest>.*<\/ShipNoticeRequest>/s
    const other = document.replace(
      update,
      '<StatusUpdateRequest><Status code="200" text="OK">OK</Status></StatusUpdateRequest>',
    )
    const refused = await post(other.replace('/Fulfill.dtd', '/cXML.dtd'))
    expect(refused).toMatchObject({ httpStatus: 450, code: '450' })
    expect(refused.text).toContain('takes ShipNoticeRequest documents; found StatusUpdateRequest')
    expect(coupa.purchaseOrder(order).shipNotices).toEqual([])
  })
})

describe('people', () => {
  it('receive what was shipped, or void it, on pages', async () => {
    await send({ items: [{ lineNumber: '1', quantity: '5' }] })
    await send({
      shipmentID: 'S-2',
      items: [
        { lineNumber: '1', quantity: '7' },
        { lineNumber: '2', quantity: '2' },
      ],
    })
    const emma = await signIn(coupa.url, 'emma')
    expect(readText((await emma.get('/user/asn_headers')).html)).toContain('S-1')
    const { html } = await emma.get(`/orders/${order}`)
    expect(html).toContain(`href="/user/asn_headers/${noticeOf().id}"`)
    expect(readText((await emma.get(`/user/asn_headers/${noticeOf().id}`)).html)).toContain(
      'Tracking number 1Z999',
    )
    expect((await emma.post(`/user/asn_headers/${noticeOf().id}/receive`)).status).toBe(303)
    expect(coupa.requisition(requisition).status).toBe('partially_received')
    expect(coupa.purchaseOrder(order).receipts).toMatchObject([{ quantity: '5', status: 'created' }])
    expect((await emma.post(`/user/asn_headers/${noticeOf().id}/void`)).status).toBe(409)
    expect((await emma.post(`/user/asn_headers/${noticeOf(1).id}/void`)).status).toBe(303)
    expect(noticeOf(1).status).toBe('voided')
    expect((await emma.get('/user/asn_headers.csv')).html).toContain('S-2')
    expect((await emma.get('/user/asn_headers?status=voided')).html).not.toContain('>S-1<')
  })

  it('see no notice of an order of somebody else', async () => {
    await send()
    const mark = await signIn(coupa.url, 'mark')
    expect((await mark.get('/user/asn_headers')).html).not.toContain('S-1')
    expect((await mark.get(`/user/asn_headers/${noticeOf().id}`)).status).toBe(404)
    expect((await mark.post(`/user/asn_headers/${noticeOf().id}/receive`)).status).toBe(404)
    expect((await (await signIn(coupa.url, 'ada')).get(`/user/asn_headers/${noticeOf().id}`)).status).toBe(
      200,
    )
  })

  it('do not receive more than is open, however much was shipped', async () => {
    await send({ items: [{ lineNumber: '2', quantity: '3' }] })
    const emma = await signIn(coupa.url, 'emma')
    const refused = await emma.post(`/user/asn_headers/${noticeOf().id}/receive`)
    expect(refused.status).toBe(422)
    expect(readText(refused.html)).toContain('2 were ordered')
    expect(noticeOf().status).toBe('in_transit')
  })
})

describe('programs', () => {
  it('write ship notices, change, receive and void them', async () => {
    const api = await restClient(coupa)
    const [first, second] = coupa.purchaseOrder(order).lines
    const created = await api.json('POST', 'asn/headers', {
      'asn-number': 'A-7',
      supplier: { id: 1 },
      'delivery-date': '2026-03-05T09:00:00-08:00',
      'tracking-number': '1Z7',
      'asn-lines': [
        { 'order-line': { id: first?.id }, quantity: '5', uom: { code: 'EA' } },
        { 'order-line': { id: second?.id }, quantity: '2' },
      ],
    })
    expect(created).toMatchObject({
      status: 201,
      json: {
        'asn-number': 'A-7',
        status: 'in_transit',
        'delivery-date': '2026-03-05T09:00:00-08:00',
        'asn-lines': [{ quantity: '5.0', 'order-line': { id: first?.id } }, { quantity: '2.0' }],
      },
    })
    const path = `asn/headers/${created.json.id}`
    const changed = await api.json('PUT', path, { 'tracking-number': '1Z8' })
    expect(changed.json).toMatchObject({ 'tracking-number': '1Z8', 'asn-lines': [{ quantity: '5.0' }, {}] })
    const [one, two] = changed.json['asn-lines']
    expect((await api.json('PUT', `asn/lines/${one.id}/receive`)).json.status).toBe('received')
    expect((await api.json('GET', path)).json.status).toBe('partially_received')
    expect(coupa.purchaseOrder(order).lines[0]).toMatchObject({ received: '5' })
    expect((await api.json('PUT', path, { comments: 'x' })).status).toBe(400)
    expect((await api.json('PUT', `asn/lines/${two.id}/void`)).json.status).toBe('voided')
    expect((await api.json('PUT', `${path}/receive`)).status).toBe(400)
    expect((await api.json('GET', 'asn/headers?supplier[name]=Brightstack Inc')).json).toHaveLength(1)
  })

  it.each<readonly [string, Record<string, unknown>]>([
    ['of another supplier', { supplier: { id: 2 } }],
    ['without lines', { 'asn-lines': [] }],
    ['under a number that stands already', { 'asn-number': 'S-1' }],
    ['without a number', { 'asn-number': '' }],
  ])('are refused a ship notice %s', async (_name, change) => {
    await send()
    const api = await restClient(coupa)
    const refused = await api.json('POST', 'asn/headers', {
      'asn-number': 'A-8',
      supplier: { id: 1 },
      'asn-lines': [{ 'order-line': { id: coupa.purchaseOrder(order).lines[0]?.id }, quantity: '1' }],
      ...change,
    })
    expect(refused.status).toBe(400)
    expect(coupa.purchaseOrder(order).shipNotices).toHaveLength(1)
  })
})
