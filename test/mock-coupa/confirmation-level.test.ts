import { type Company, type MockCoupa, manualTime, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { confirm, type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { type RestClient, restClient } from '../support/rest-client.js'
import { readText, signIn } from '../support/visitor.js'

const time = manualTime(new Date('2026-03-02T17:00:00Z'))
const later = '2026-03-20T12:00:00-08:00'

let supplier: FakeSupplier
let coupa: MockCoupa
let api: RestClient
let order: { number: string; payloadID: string }

type Confirming = Pick<
  Company['suppliers'][number],
  'orderConfirmationLevel' | 'confirmByHours' | 'supplyChainCollaboration'
>

/** A company whose marketplace confirms so, and an order of 12 and of 2 that it was sent. */
async function start(confirming: Confirming) {
  const company = supplier.company()
  Object.assign(company.suppliers[0]!, { supplyChainCollaboration: true, ...confirming })
  coupa = await startMockCoupa({
    port: 0,
    company,
    clock: time.clock,
    timers: time.timers,
    apiRateLimit: { perSecond: 1_000_000, burst: 1_000_000 },
  })
  api = await restClient(coupa)
  const emma = coupa.person('emma')
  const trip = await emma.shop()
  const { number } = await emma.returnCart(
    supplier.cart(trip.buyerCookie, [
      { quantity: '12', part: 'A' },
      { quantity: '2', part: 'B' },
    ]),
  )
  await emma.submit(number)
  await coupa.person('mark').approve(number)
  const sent = await coupa.waitForOrder({ requisition: number })
  order = { number: sent.number, payloadID: sent.transmissions[0]!.payloadID }
}

beforeEach(async () => {
  supplier = await startFakeSupplier()
})
afterEach(async () => {
  await coupa.close()
  await supplier.close()
})

type Items = NonNullable<Parameters<typeof confirm>[2]>['items']
type Item = NonNullable<Items>[number]

let sent = 0
const send = (change: Parameters<typeof confirm>[2] = {}) => {
  sent += 1
  return confirm(coupa.url, order, { payloadID: `c-${sent}@supplier.example`, ...change })
}
const detail = (...items: Item[]) => send({ type: 'detail', items })
const seen = () => coupa.purchaseOrder(order.number)

function sentOrder() {
  const document = supplier.received.findLast(({ kind }) => kind === 'OrderRequest')
  if (document?.kind !== 'OrderRequest') throw new Error('no order')
  return document.request.orderRequest
}

describe('an order says whether it may be confirmed', () => {
  it.each<
    readonly [NonNullable<Confirming['orderConfirmationLevel']>, string | undefined, string | undefined]
  >([
    ['not_applicable', 'notAllowed', undefined],
    ['header', 'allowed', undefined],
    ['line', undefined, 'allowed'],
  ])('%s', async (orderConfirmationLevel, header, line) => {
    await start({ orderConfirmationLevel, confirmByHours: 48 })
    const { orderRequestHeader, itemOuts } = sentOrder()
    expect(orderRequestHeader.controlKeys?.ocInstruction?.value).toBe(header)
    expect(itemOuts.map(item => item.controlKeys?.ocInstruction?.value)).toEqual([line, line])
    const dueAt = orderConfirmationLevel === 'not_applicable' ? undefined : '2026-03-04T09:00:00-08:00'
    expect(itemOuts.map(({ confirmationDueDate }) => confirmationDueDate)).toEqual([dueAt, dueAt])
  })

  it('in no version of cXML that has no place for it', async () => {
    await start({ orderConfirmationLevel: 'line', confirmByHours: 48, supplyChainCollaboration: false })
    expect(sentOrder().itemOuts[0]?.controlKeys).toBeUndefined()
    expect(sentOrder().itemOuts[0]?.confirmationDueDate).toBeUndefined()
  })
})

describe('a confirmation', () => {
  it('is refused where it is not applicable', async () => {
    await start({ orderConfirmationLevel: 'not_applicable' })
    expect(await send()).toMatchObject({ code: '417', text: 'Order confirmation is not applicable' })
    expect(seen().confirmations).toEqual([])
  })

  it('by the header accepts or rejects the whole order, and nothing else', async () => {
    await start({ orderConfirmationLevel: 'header' })
    expect(seen().awaitedConfirmation).toBeDefined()
    const parted = await detail({ lineNumber: '1', quantity: '12', status: 'reject' })
    expect(parted).toMatchObject({ code: '417' })
    expect(parted.text).toContain('for the whole order only')
    expect(await send({ type: 'accept' })).toMatchObject({ code: '200' })
    expect(seen()).toMatchObject({ confirmations: [{ type: 'accept', status: 'accepted' }] })
    expect(seen().awaitedConfirmation).toBeUndefined()
  })

  it('by the line accepts and rejects lines', async () => {
    await start({ orderConfirmationLevel: 'line' })
    const answer = await detail(
      { lineNumber: '1', quantity: '12' },
      { lineNumber: '2', quantity: '2', status: 'reject' },
    )
    expect(answer).toMatchObject({ code: '200' })
    expect(seen().confirmations).toMatchObject([
      { status: 'partially_accepted', lines: [{ status: 'accept' }, { status: 'reject' }] },
    ])
    const [heard] = await coupa.person('emma').notifications()
    expect(heard?.subject).toContain('has confirmed a part of')
  })

  it.each<readonly [string, Item, string]>([
    [
      'promises what has passed',
      { lineNumber: '1', quantity: '12', status: 'detail', deliveryDate: '2026-03-01T12:00:00-08:00' },
      'Unable to accept/propose change line 1. Promised date needs to be set for a future date',
    ],
    [
      'does not add up',
      { lineNumber: '1', quantity: '12', confirmed: '11' },
      'ConfirmationStatus quantity must sum up to total ConfirmationItem quantity for PO',
    ],
    ['says something else of a line', { lineNumber: '1', quantity: '12', status: 'backordered' }, 'line 1'],
  ])('is refused that %s', async (_name, item, text) => {
    await start({ orderConfirmationLevel: 'line' })
    const answer = await detail(item)
    expect(answer.code).toBe('417')
    expect(answer.text).toContain(text)
    expect(seen()).toMatchObject({ confirmations: [], awaitedConfirmation: {} })
  })
})

describe('a change that the supplier proposes', () => {
  const proposal: Item = {
    lineNumber: '1',
    quantity: '10',
    status: 'detail',
    deliveryDate: later,
    unitPrice: '45.00',
  }

  beforeEach(() => start({ orderConfirmationLevel: 'line' }))

  it('waits for the buyer, and becomes a change of the order when it is accepted', async () => {
    expect(await detail(proposal, { lineNumber: '2', quantity: '2' })).toMatchObject({ code: '200' })
    expect(seen().confirmations).toMatchObject([
      { status: 'pending_approval', lines: [{ decision: 'pending' }, { status: 'accept' }] },
    ])
    expect(seen().lines[0]).toMatchObject({ quantity: '12', unitPrice: '49.90' })
    const [heard] = await coupa.person('emma').notifications()
    expect(heard?.subject).toContain('proposes changes to')
    const changed = await coupa.person('ada').acceptConfirmation(seen().confirmations[0]!.id)
    expect(changed.confirmations).toMatchObject([
      { status: 'accepted', lines: [{ decision: 'accepted' }, {}] },
    ])
    expect(changed.changes).toMatchObject([
      {
        justification: 'Proposed by Brightstack Inc',
        lines: [{ quantity: '10', unitPrice: '45.00', needByDate: new Date(later) }],
      },
    ])
  })

  it('is rejected on the page of the order, with a comment', async () => {
    await detail(proposal)
    const emma = await signIn(coupa.url, 'emma')
    const { html } = await emma.get(`/orders/${order.number}`)
    const [, path = ''] = /formaction="([^"]+)"/.exec(html) ?? []
    expect(readText(html)).toContain('10 detail, 45.00 USD')
    expect((await emma.post(path, { comment: 'Too late' })).status).toBe(303)
    expect(seen()).toMatchObject({
      confirmations: [{ status: 'rejected', lines: [{ decision: 'rejected' }] }],
      changes: [],
    })
    expect(seen().history.at(-1)).toMatchObject({ text: 'Proposed changes rejected', comment: 'Too late' })
    expect((await emma.post(path)).status).not.toBe(303)
  })

  it('is decided by the requester and administrators only', async () => {
    await detail(proposal)
    const { id } = seen().confirmations[0]!
    await expect(coupa.person('mark').acceptConfirmation(id)).rejects.toMatchObject({
      code: 'ERR_COUPA_FORBIDDEN',
    })
    await expect(coupa.person('mark').rejectConfirmation(id)).rejects.toMatchObject({
      code: 'ERR_COUPA_FORBIDDEN',
    })
    await expect(coupa.person('fiona').acceptConfirmation(id)).rejects.toMatchObject({
      code: 'ERR_COUPA_NOT_FOUND',
    })
  })
})

describe('for the supplier', () => {
  it('an administrator accepts or rejects the whole order, while that is asked', async () => {
    await start({ orderConfirmationLevel: 'header', confirmByHours: 24 })
    const { id, confirmBy } = seen().awaitedConfirmation!
    expect(confirmBy).toEqual(new Date('2026-03-03T17:00:00Z'))
    await expect(coupa.person('emma').acceptConfirmation(id)).rejects.toMatchObject({
      code: 'ERR_COUPA_FORBIDDEN',
    })
    const ada = await signIn(coupa.url, 'ada')
    const { html } = await ada.get(`/orders/${order.number}`)
    expect(readText(html)).toContain('Accept for the supplier')
    expect((await ada.post(`/confirmations/${id}/accept`)).status).toBe(303)
    expect(seen()).toMatchObject({ confirmations: [{ type: 'accept', status: 'accepted' }] })
    expect(seen().acknowledgedAt).toBeDefined()
    expect((await ada.post(`/confirmations/${id}/reject`)).status).toBe(409)
  })

  it('programs list, write, submit, accept and reject confirmations', async () => {
    await start({ orderConfirmationLevel: 'line' })
    const { json } = await api.json('GET', 'order_header_confirmations?status=pending_confirmation')
    expect(json).toMatchObject([
      { status: 'pending_confirmation', 'order-header': { 'po-number': order.number } },
    ])
    const path = `order_header_confirmations/${json[0].id}`
    expect((await api.json('POST', `${path}/submit`)).status).toBe(400)
    const written = await api.json('PUT', path, {
      'order-line-confirmations': [
        { 'line-num': 1, quantity: '12', status: 'detail', 'promised-date': later },
        { 'line-num': 2, quantity: '2', status: 'accept' },
      ],
    })
    expect(written.json['order-line-confirmations']).toMatchObject([
      { 'line-num': 1, quantity: '12.0', status: 'detail', 'promised-date': later },
      { 'line-num': 2 },
    ])
    expect((await api.json('POST', `${path}/submit`)).json.status).toBe('pending_approval')
    expect((await api.json('POST', `${path}/reject_header`)).json).toMatchObject({
      status: 'partially_accepted',
      'order-line-confirmations': [{ decision: 'rejected' }, { decision: null }],
    })
    expect((await api.json('POST', `${path}/accept_header`)).status).toBe(400)
    expect((await api.json('PUT', path, { exported: true })).json.exported).toBe(true)
    expect((await api.xml('GET', path)).text).toContain('<order-header-confirmation>')
  })

  it('the level of a supplier is set on its page, which keeps what it does not show', async () => {
    await start({})
    const company = coupa.application.configuration('ada')
    const office = company.suppliers[1]!
    await coupa.application.saveSupplier('ada', { ...office, allowCxmlInvoicing: false })
    const ada = await signIn(coupa.url, 'ada')
    const path = `/setup/suppliers/${office.id}`
    const fields = { name: office.name, active: 'on', poMethod: 'mark_as_sent', confirmByHours: '24' }
    expect((await ada.post(path, { ...fields, orderConfirmationLevel: 'line' })).status).toBe(303)
    expect(coupa.application.configuration('ada').suppliers[1]).toEqual({
      ...office,
      allowCxmlInvoicing: false,
      orderConfirmationLevel: 'line',
      confirmByHours: 24,
    })
    expect((await ada.post(path, { ...fields, confirmByHours: 'soon' })).status).toBe(422)
    const seen = await api.json('GET', `suppliers/${office.id}`)
    expect(seen.json).toMatchObject({ 'order-confirmation-level': 2, 'confirm-by-hrs': 24 })
  })

  it('the level of a supplier is set by the API', async () => {
    await start({})
    expect(await send()).toMatchObject({ code: '200' })
    const set = await api.json('PUT', 'suppliers/1', { 'order-confirmation-level': 0, 'confirm-by-hrs': 12 })
    expect(set.json).toMatchObject({ 'order-confirmation-level': 0, 'confirm-by-hrs': 12 })
    expect(await send()).toMatchObject({ code: '417', text: 'Order confirmation is not applicable' })
    expect((await api.json('PUT', 'suppliers/1', { 'order-confirmation-level': 7 })).status).toBe(400)
  })
})
