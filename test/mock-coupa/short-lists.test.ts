import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { createVisitor, readText, signIn, signInAsSupplier, type Visitor } from '../support/visitor.js'

let supplier: FakeSupplier
let coupa: MockCoupa
let ada: Visitor
let order: string

beforeAll(async () => {
  supplier = await startFakeSupplier()
  const company = supplier.company()
  for (let number = 1; number <= 30; number += 1) {
    const [like] = company.people
    if (like !== undefined) {
      company.people.push({
        ...like,
        login: `clerk${number}`,
        lastName: `Clerk=${number}`,
        title: '=SUM(A1)',
      })
    }
  }
  coupa = await startMockCoupa({ port: 0, company })
  ada = await signIn(coupa.url, 'ada')
  const emma = coupa.person('emma')
  const trip = await emma.shop()
  const { number } = await emma.returnCart(supplier.cart(trip.buyerCookie, [{}]), trip)
  await emma.submit(number)
  await coupa.person('mark').approve(number)
  order = (await coupa.waitForOrder({ requisition: number })).number
})

afterAll(async () => {
  await coupa.close()
  await supplier.close()
})

const rowsOf = (csv: string) => csv.trim().split('\r\n').slice(1)

describe('lists of Setup and traces', () => {
  it('come page by page, are narrowed by a word, and are exported as a whole or as narrowed, without formulas', async () => {
    const first = readText((await ada.get('/setup/people')).html)
    expect(first).toContain('34 people · page 1 of 2')
    expect(readText((await ada.get('/setup/people?page=2')).html)).toContain('Clerk=30')
    const narrowed = await ada.get('/setup/people?text=CLERK%3D3')
    expect(readText(narrowed.html)).toContain('2 people')
    expect(narrowed.html).toContain('value="CLERK=3"')
    expect(readText((await ada.get('/setup/people?text=nobody')).html)).toContain('No people match')
    expect(rowsOf((await ada.get('/setup/people.csv')).html)).toHaveLength(34)
    const export_ = rowsOf((await ada.get('/setup/people.csv?text=clerk%3D3')).html)
    expect(export_).toHaveLength(2)
    expect(export_[0]).toContain("'=SUM(A1)")
  })

  it.each([
    ['/setup/mails', 'needs your approval'],
    ['/setup/suppliers', 'Brightstack Inc'],
    ['/trace', 'Requisition'],
  ])('%s has the same as a file', async (path, text) => {
    expect(readText((await ada.get(path)).html)).toContain('Export as CSV')
    const { html, headers } = await ada.get(`${path}.csv`)
    expect(headers.get('content-type')).toContain('text/csv')
    expect(html).toContain(text)
    expect((await (await signIn(coupa.url, 'emma')).get(`${path}.csv`)).status).toBe(403)
  })
})

it('To Do is paged, narrowed and exported', async () => {
  const emma = coupa.person('emma')
  for (let quantity = 1; quantity <= 26; quantity += 1) {
    const { number } = await emma.addItem({ itemId: 1, quantity: '1' })
    await emma.submit(number, { justification: 'One of many' })
  }
  const mark = await signIn(coupa.url, 'mark')
  expect(readText((await mark.get('/approvals')).html)).toContain('26 approvals · page 1 of 2')
  const rows = rowsOf((await mark.get('/approvals.csv')).html)
  expect(rows).toHaveLength(26)
  expect(rows[0]).toMatch(/^Requisition \d+,.*,pending_approval,.*,1899,USD$/)
})

it('the supplier portal exports orders and invoices of that supplier, and says where a filter finds nothing', async () => {
  const brightstack = await signInAsSupplier(coupa.url, 1)
  expect(rowsOf((await brightstack.get('/supplier/orders.csv')).html)).toEqual([
    expect.stringMatching(new RegExp(`^${order},.*,issued,.*,49.9,USD$`)),
  ])
  const nothing = readText((await brightstack.get('/supplier/orders?text=zzz')).html)
  expect(nothing).toMatch(/No orders match Show all/)
  // The portal's statuses, as Coupa writes them.
  expect(nothing).toContain('Issued Buyer Hold Currency Hold Soft Closed Closed Cancelled')
  await brightstack.post(`/supplier/orders/${order}/invoice`, { invoiceNumber: 'INV-1', 'line-1': '1' })
  expect((await brightstack.get('/supplier/invoices.csv')).html).toContain('INV-1')
  const harbour = await signInAsSupplier(coupa.url, 2)
  expect(rowsOf((await harbour.get('/supplier/orders.csv')).html)).toEqual([])
})

describe('somebody who comes too late', () => {
  it('sees the document as it is and why that could not be done', async () => {
    const emma = coupa.person('emma')
    const { number } = await emma.addItem({ itemId: 1, quantity: '1' })
    await emma.submit(number)
    const visitor = await signIn(coupa.url, 'emma')
    const path = `/requisitions/${number}`
    expect((await visitor.post(`${path}/withdraw`)).status).toBe(303)
    const again = await visitor.post(`${path}/withdraw`)
    expect(again.status).toBe(409)
    expect(readText(again.html)).toContain('cannot be withdrawn: it is withdrawn')
    expect(again.html).toContain('data-status="withdrawn"')
  })

  it('to approve sees the same', async () => {
    const { number } = await coupa.person('emma').addItem({ itemId: 1, quantity: '1' })
    await coupa.person('emma').submit(number)
    const mark = await signIn(coupa.url, 'mark')
    const path = `/requisitions/${number}`
    expect((await mark.post(`${path}/approve`)).status).toBe(303)
    const again = await mark.post(`${path}/approve`)
    expect(again.status).toBe(409)
    expect(readText(again.html)).toContain(`Requisition ${number} waits for nobody`)
    expect(again.html).toContain(`data-requisition="${number}"`)
  })

  it('comes back to the page of the form, once signed in again, and to no other host', async () => {
    const nobody = createVisitor(coupa.url)
    const from = (referer: string) =>
      nobody.postRaw('/requisitions/1001/comments', { csrf: '' }, { origin: coupa.url, referer })
    expect((await from(`${coupa.url}/requisitions/1001`)).location).toBe(
      '/sign-in?return=%2Frequisitions%2F1001',
    )
    expect((await from('https://elsewhere.example/requisitions/1001')).location).toBe('/sign-in')
  })
})

it('the supplier portal leads back to what was wanted, within itself', async () => {
  const somebody = createVisitor(coupa.url, '/supplier/sign-in')
  const asked = await somebody.get(`/supplier/orders/${order}`)
  expect(asked.location).toBe(`/supplier/sign-in?return=%2Fsupplier%2Forders%2F${order}`)
  expect((await somebody.get(asked.location ?? '')).html).toContain(
    `name="return" value="/supplier/orders/${order}"`,
  )
  const enter = (to: string) => somebody.post('/supplier/session', { supplier: '1', return: to })
  expect((await enter(`/supplier/orders/${order}`)).location).toBe(`/supplier/orders/${order}`)
  for (const elsewhere of ['/setup/people', '//evil.example/supplier/', 'https://evil.example/supplier/'])
    expect((await enter(elsewhere)).location).toBe('/supplier/orders')
})

it('the Inbox is exported as it is narrowed', async () => {
  const emma = await signIn(coupa.url, 'emma')
  const all = rowsOf((await emma.get('/notifications.csv')).html)
  expect(all.some(row => row.includes('is approved'))).toBe(true)
  const approved = rowsOf((await emma.get('/notifications.csv?type=requisition_approved')).html)
  expect(approved.length).toBeLessThan(all.length)
  expect((await emma.get('/notifications')).html).toContain('href="/notifications.csv?')
})

it('the search box holds what was searched', async () => {
  expect((await ada.get('/search?q=monitor')).html).toMatch(/<input[^>]*name="q"[^>]*value="monitor"/)
})
