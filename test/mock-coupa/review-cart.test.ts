import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { readText, signIn, signInAsSupplier, type Visitor } from '../support/visitor.js'

let supplier: FakeSupplier
let coupa: MockCoupa
let emma: Visitor

beforeAll(async () => {
  supplier = await startFakeSupplier()
  const company = supplier.company()
  company.addresses.push({ ...(company.addresses[0] as (typeof company.addresses)[0]), code: 'LAB' })
  coupa = await startMockCoupa({ port: 0, company })
  emma = await signIn(coupa.url, 'emma')
})

afterAll(async () => {
  await coupa.close()
  await supplier.close()
})

/** A cart of Emma's with one line of the catalogue. */
async function cart() {
  const { number, lines } = await coupa.person('emma').addItem({ itemId: 1, quantity: '2' })
  return { number, line: lines[0]?.id ?? 0, path: `/requisitions/${number}` }
}

describe('Review Cart', () => {
  it('saves header and lines, shows them again, and submits them', async () => {
    const { number, line, path } = await cart()
    const fields = {
      review: 'on',
      onBehalfOf: 'emma',
      justification: 'For the lab',
      shipTo: 'LAB',
      shipToAttention: 'Dock 4',
      hidePrice: 'on',
      [`quantity-${line}`]: '3',
      [`commodity-${line}`]: 'Office furniture',
      [`account-${line}`]: 'IT',
      [`needByDate-${line}`]: '2027-01-15',
    }
    expect(await emma.post(`${path}/save`, fields)).toMatchObject({
      status: 303,
      location: '/cart?notice=saved',
    })
    const { html } = await emma.get('/cart')
    expect(html).toMatch(/<option value="LAB" selected/)
    expect(html).toContain('value="Dock 4"')
    expect(html).toMatch(/checked[^>]*name="hidePrice"|name="hidePrice"[^>]*checked/)
    expect(html).toContain('value="2027-01-15"')
    expect(await emma.post(`${path}/submit`, { ...fields, [`quantity-${line}`]: '4' })).toMatchObject({
      location: `${path}?notice=submitted`,
    })
    expect(coupa.requisition(number)).toMatchObject({
      status: 'pending_approval',
      justification: 'For the lab',
      shipTo: 'LAB',
      shipToAttention: 'Dock 4',
      hidePrice: true,
      lines: [{ quantity: '4', commodity: 'Office furniture', account: 'IT' }],
    })
    await coupa.person('emma').withdraw(number)
  })

  it('keeps what was typed where it cannot be saved, says which field it is, and saves nothing', async () => {
    const { number, line, path } = await cart()
    const refused = await emma.post(`${path}/save`, {
      review: 'on',
      justification: 'Typed with care',
      [`quantity-${line}`]: 'three',
    })
    expect(refused.status).toBe(422)
    await emma.post(`${path}/save`, { review: 'on', [`needByDate-${line}`]: '2027-01-15' })
    for (const day of ['31.12.2027', '2027-02-31']) {
      const { status, html } = await emma.post(`${path}/save`, { review: 'on', [`needByDate-${line}`]: day })
      expect([status, html.includes(`id="needByDate-${line}-problem"`)]).toEqual([422, true])
    }
    expect(coupa.requisition(number).lines[0]?.needByDate).toEqual(new Date('2027-01-15'))
    await emma.post(`${path}/save`, { review: 'on', [`needByDate-${line}`]: '' })
    expect(coupa.requisition(number).lines[0]).not.toHaveProperty('needByDate')
    expect(refused.html).toContain('Typed with care')
    expect(refused.html).toMatch(
      new RegExp(`value="three"[^>]*name="quantity-${line}"[^>]*aria-invalid="true"`),
    )
    expect(coupa.requisition(number)).not.toHaveProperty('justification')
    await emma.post(`${path}/lines/1/remove`)
  })

  it('leaves to the shop what the shop returned', async () => {
    const trip = await coupa.person('emma').shop()
    const { number, lines } = await coupa
      .person('emma')
      .returnCart(supplier.cart(trip.buyerCookie, [{}]), trip)
    const line = lines[0]?.id ?? 0
    expect((await emma.get('/cart')).html).not.toContain(`quantity-${line}`)
    const refused = await emma.post(`/requisitions/${number}/save`, {
      review: 'on',
      [`quantity-${line}`]: '9',
    })
    expect(refused.status).toBe(422)
    expect(coupa.requisition(number).lines[0]?.quantity).toBe('1')
    await emma.post(`/requisitions/${number}/lines/1/remove`)
  })

  it('saves for later as a draft with its chain drawn, and the next cart is empty', async () => {
    const { number, path } = await cart()
    const answer = await emma.post(`${path}/save-for-later`, { review: 'on', justification: 'Next month' })
    expect(answer.location).toBe(`${path}?notice=saved-for-later`)
    expect(coupa.requisition(number)).toMatchObject({ status: 'draft', justification: 'Next month' })
    const page = readText((await emma.get(path)).html)
    expect(page).toContain('Submit for Approval')
    expect(page).toContain('Mark Osei')
    expect(readText((await emma.get('/cart')).html)).toContain('Your cart is empty')
  })
})

describe('on behalf of somebody else', () => {
  it('is that person’s request: the own manager is asked, both see it, and the filler may withdraw it', async () => {
    const { number, path } = await cart()
    // Mark fills a cart of his own at the same time.
    await coupa.person('mark').addItem({ itemId: 1, quantity: '1' })
    await emma.post(`${path}/save`, { review: 'on', onBehalfOf: 'mark' })
    expect(coupa.application.cart('emma')?.number).toBe(number)
    expect(coupa.application.cart('mark')?.number).not.toBe(number)
    await emma.post(`${path}/submit`, { review: 'on', onBehalfOf: 'mark' })
    const { requestedBy, preparedBy, chain } = coupa.requisition(number)
    expect([requestedBy.login, preparedBy?.login, chain[0]?.approver.login]).toEqual([
      'mark',
      'emma',
      'fiona',
    ])
    for (const login of ['emma', 'mark']) {
      const rows = coupa.application.requisitionList(login, { mine: true }).rows
      expect(rows.some(row => row.number === number)).toBe(true)
    }
    await coupa.person('fiona').reject(number, 'Not now')
    for (const login of ['emma', 'mark']) {
      expect(coupa.application.notifications(login)[0]?.subject).toContain('was rejected')
    }
    await coupa.person('emma').withdraw(number)
    expect(coupa.requisition(number).status).toBe('withdrawn')
  })

  it('is for active people only', async () => {
    const { path } = await cart()
    expect((await emma.post(`${path}/save`, { review: 'on', onBehalfOf: 'nobody' })).status).toBe(422)
    await emma.post(`${path}/lines/1/remove`)
  })
})

it('a hidden price is on no page or list of the supplier, nor in print', async () => {
  const { number, path } = await cart()
  await emma.post(`${path}/submit`, { review: 'on', hidePrice: 'on' })
  await coupa.person('mark').approve(number)
  const order = await coupa.waitForOrder({ requisition: number })
  const price = '3,798.00'
  expect((await emma.get(`/orders/${order.number}`)).html).toContain(price)
  expect((await emma.get(`/orders/${order.number}/print`)).html).not.toContain(price)
  const harbour = await signInAsSupplier(coupa.url, 2)
  for (const page of ['/supplier/orders', `/supplier/orders/${order.number}`]) {
    const { status, html } = await harbour.get(page)
    expect([status, html.includes(order.number), html.includes(price)]).toEqual([200, true, false])
  }
})
