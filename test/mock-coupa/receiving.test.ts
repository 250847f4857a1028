import { type MockCoupa, manualTime, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { type RestClient, restClient } from '../support/rest-client.js'
import { createVisitor } from '../support/visitor.js'

const time = manualTime(new Date('2026-03-02T17:00:00Z'))

let supplier: FakeSupplier
let coupa: MockCoupa
let api: RestClient

beforeEach(async () => {
  supplier = await startFakeSupplier()
  coupa = await startMockCoupa({
    port: 0,
    company: supplier.company(),
    clock: time.clock,
    timers: time.timers,
    apiRateLimit: { perSecond: 1_000_000, burst: 1_000_000 },
  })
  api = await restClient(coupa)
})
afterEach(async () => {
  await coupa.close()
  await supplier.close()
})

/** An order of Emma's with lines of these quantities. */
async function order(...quantities: string[]) {
  const emma = coupa.person('emma')
  const trip = await emma.shop()
  const lines = quantities.map((quantity, index) => ({ quantity, part: `PART-${index + 1}` }))
  const { number } = await emma.returnCart(supplier.cart(trip.buyerCookie, lines))
  await emma.submit(number)
  await coupa.person('mark').approve(number)
  return coupa.waitForOrder({ requisition: number })
}

const statusOf = (requisition: number | undefined) => coupa.requisition(requisition ?? 0).status

describe('what arrives', () => {
  it('takes line and requisition from ordered to received, and back when it is voided', async () => {
    const { number, requisition } = await order('12', '2')
    const emma = coupa.person('emma')
    const partly = await emma.receive(number, { 1: '5' })
    expect(partly.lines).toMatchObject([{ received: '5', status: 'partially_received' }, { received: '0' }])
    expect(statusOf(requisition)).toBe('partially_received')
    const whole = await emma.receive(number)
    expect(whole.lines).toMatchObject([{ received: '12', status: 'received' }, { received: '2' }])
    expect(statusOf(requisition)).toBe('received')
    for (const { id } of whole.receipts) coupa.application.voidReceipt('emma', { receipt: id })
    expect(statusOf(requisition)).toBe('ordered')
    expect(coupa.purchaseOrder(number).lines).toMatchObject([{ received: '0', status: 'created' }, {}])
  })

  it('is never more than was ordered, nor nothing, and is voided once', async () => {
    const { number } = await order('3')
    const emma = coupa.person('emma')
    await expect(emma.receive(number, { 1: '4' })).rejects.toMatchObject({ code: 'ERR_COUPA_INVALID' })
    await expect(emma.receive(number, { 1: '-1' })).rejects.toMatchObject({ code: 'ERR_COUPA_INVALID' })
    const { receipts } = await emma.receive(number, { 1: '2.5' })
    const receipt = receipts[0]?.id ?? 0
    coupa.application.voidReceipt('emma', { receipt, reason: 'Another parcel' })
    expect(() => coupa.application.voidReceipt('emma', { receipt })).toThrow('was voided before')
  })

  it('is said by the requester or an administrator', async () => {
    const { number } = await order('3')
    await expect(coupa.person('mark').receive(number)).rejects.toMatchObject({ code: 'ERR_COUPA_FORBIDDEN' })
    await expect(coupa.person('ada').receive(number)).resolves.toMatchObject({ receipts: [{}] })
  })

  it('is said by whoever receives in the requester’s place, as long as that is so', async () => {
    const { number } = await order('3')
    const mark = coupa.person('mark')
    const emma = createVisitor(coupa.url)
    await emma.post('/session', { login: 'emma' })
    const days = { startDate: '2026-03-01', endDate: '2026-03-03' }
    const saved = await emma.post('/settings/delegation', {
      delegate: 'fiona',
      for: 'receiving',
      reason: 'Away',
      ...days,
    })
    expect(saved.status).toBe(303)
    const [delegation] = coupa.application.delegations('emma')
    const inAWeek = {
      startDate: new Date('2026-03-10'),
      endDate: new Date('2026-03-12'),
      reason: 'Away later',
    }
    coupa.application.delegate('emma', { ...inAWeek, delegate: 'mark', receivingDelegate: true })
    const today = { startDate: new Date('2026-03-01'), endDate: new Date('2026-03-12'), reason: 'Away' }
    coupa.application.delegate('emma', { ...today, delegate: 'mark' })
    expect(delegation).toMatchObject({ approvalDelegate: false, receivingDelegate: true })
    await expect(mark.receive(number)).rejects.toMatchObject({ code: 'ERR_COUPA_FORBIDDEN' })
    const fiona = coupa.person('fiona')
    const { receipts } = await fiona.receive(number, { 1: '1' })
    expect(receipts).toMatchObject([{ createdBy: 'fiona' }])
    coupa.application.endDelegation('emma', delegation?.id ?? 0)
    await expect(fiona.receive(number)).rejects.toMatchObject({ code: 'ERR_COUPA_NOT_FOUND' })
  })

  it('goes back to the supplier, and not more than came', async () => {
    const { number } = await order('12')
    await coupa.person('emma').receive(number, { 1: '5' })
    const id = coupa.purchaseOrder(number).lines[0]?.id
    const giveBack = (quantity: string) =>
      api.json('POST', 'receiving_transactions', {
        type: 'ReceivingQuantityReturnToSupplier',
        quantity,
        'order-line': { id },
      })
    expect((await giveBack('6')).status).toBe(400)
    expect((await giveBack('2')).json).toMatchObject({
      type: 'ReceivingQuantityReturnToSupplier',
      quantity: '-2.0',
    })
    expect(coupa.purchaseOrder(number).lines[0]).toMatchObject({
      received: '3',
      status: 'partially_received',
    })
  })

  it('is said on pages', async () => {
    const { number } = await order('12')
    const emma = createVisitor(coupa.url)
    await emma.post('/session', { login: 'emma' })
    expect((await emma.get(`/orders/${number}`)).html).toContain(`/orders/${number}/receive`)
    expect((await emma.get(`/orders/${number}/receive`)).html).toContain('value="12"')
    const refused = await emma.post(`/orders/${number}/receive`, { 'line-1': '13' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('12 were ordered, 0 are received')
    expect((await emma.post(`/orders/${number}/receive`, { 'line-1': '7' })).status).toBe(303)
    const list = await emma.get('/receipts')
    expect(list.html).toContain(`Order ${number}`)
    const [, id] = /\/receipts\/(\d+)\/void/.exec(list.html) ?? []
    expect((await emma.get(`/receipts/${id}/void`)).html).toContain('name="reason"')
    expect((await emma.post(`/receipts/${id}/void`, { reason: 'Wrong box' })).status).toBe(303)
    expect((await emma.get('/receipts')).html).toContain('Voided')
    expect(coupa.purchaseOrder(number).receipts).toMatchObject([{ voidReason: 'Wrong box' }])
    expect(coupa.purchaseOrder(number).history.at(-1)).toMatchObject({ comment: 'Wrong box' })
    const fiona = createVisitor(coupa.url)
    await fiona.post('/session', { login: 'fiona' })
    expect((await fiona.get(`/receipts/${id}/void`)).status).toBe(404)
  })

  it('is said by the API', async () => {
    const { number, requisition } = await order('12')
    const line = coupa.purchaseOrder(number).lines[0]
    const created = await api.json('POST', 'receiving_transactions', {
      type: 'ReceivingQuantityConsumption',
      quantity: '12',
      'order-line': { id: line?.id },
      'transaction-date': '2026-03-02T10:00:00-08:00',
    })
    expect(created).toMatchObject({
      status: 201,
      json: {
        type: 'ReceivingQuantityConsumption',
        status: 'created',
        quantity: '12.0',
        'transaction-date': '2026-03-02T10:00:00-08:00',
        'order-line': { id: line?.id },
      },
    })
    expect(statusOf(requisition)).toBe('received')
    const again = await api.json('POST', 'receiving_transactions', {
      quantity: '1',
      'order-line': { id: line?.id },
    })
    expect(again.status).toBe(400)
    const voided = await api.json('PUT', `receiving_transactions/${created.json.id}/void`)
    expect(voided.json.status).toBe('voided')
    expect(statusOf(requisition)).toBe('ordered')
    const found = await api.json('GET', `receiving_transactions?order-line[id]=${line?.id}&status=voided`)
    expect(found.json).toHaveLength(1)
    const stored = await api.json('POST', 'inventory_transactions', {
      type: 'InventoryReceipt',
      quantity: '1',
      'order-line': { id: line?.id },
    })
    expect(stored).toMatchObject({ status: 201, json: { type: 'InventoryReceipt', quantity: '1.0' } })
    // Charged to what the line is charged to.
    const account = created.json.account.name
    expect((await api.json('GET', `purchase_order_lines/${line?.id}`)).json.account.name).toBe(account)
    const charged = `receiving_transactions?account[name]=${encodeURIComponent(account)}&fields=["id"]`
    expect((await api.json('GET', charged)).json).toContainEqual({ id: created.json.id })
    const xml = await api.xml('GET', `receiving_transactions/${created.json.id}`)
    expect(xml.text).toContain('<inventory-transaction>')
  })
})
