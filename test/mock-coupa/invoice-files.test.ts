import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { type RestClient, requestToken, restClient, seededClient } from '../support/rest-client.js'

let world: Ordering
let api: RestClient
let token: string
let id: number
let line: number

beforeAll(async () => {
  world = await startOrdering(({ company }) => {
    company.accounts.push({
      name: 'Laboratory',
      segments: [{ type: 'Organization', id: 'LAB', description: 'Laboratory' }],
    })
  })
  api = await restClient(world.coupa)
  token = (await requestToken(world.coupa, seededClient)).json.access_token
  const order = await world.order([{ quantity: '3', unitPrice: '10', description: 'Größe (L) & more' }])
  const { json } = await api.json('POST', 'invoices', {
    'invoice-number': 'F/1',
    'invoice-date': '2026-03-02',
    supplier: { id: 1 },
    'tax-amount': '2.50',
    'invoice-lines': [{ 'order-line-id': order.lines[0]?.id, quantity: '3', price: '10' }],
  })
  id = json.id
  line = json['invoice-lines'][0].id
})
afterAll(() => world.close())

const request = (path: string, init: RequestInit = {}) =>
  fetch(`${world.coupa.url}/api/invoices/${id}/${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  })

describe('the image scan of an invoice', () => {
  it('is put there as a form, told of, and handed out as a file only', async () => {
    expect((await request('retrieve_image_scan')).status).toBe(404)
    const form = new FormData()
    form.set('file', new File([new Uint8Array([1, 2, 3])], 'paper.png', { type: 'image/png' }))
    const put = await request('image_scan', { method: 'PUT', body: form })
    expect(await put.json()).toMatchObject({
      'image-scan-file-name': 'paper.png',
      'image-scan-content-type': 'image/png',
      'image-scan-file-size': '3',
    })
    const got = await request('retrieve_image_scan')
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]))
    expect(got.headers.get('content-type')).toBe('image/png')
    expect(got.headers.get('content-disposition')).toContain('attachment')
    expect(got.headers.get('content-security-policy')).toBe('sandbox')
  })

  it('is refused where the form has no file', async () => {
    const form = new FormData()
    form.set('file', 'text')
    const put = await request('image_scan', { method: 'PUT', body: form })
    expect({ status: put.status, body: await put.json() }).toEqual({
      status: 400,
      body: { errors: { invoice_header: ["File can't be blank"] } },
    })
  })
})

describe('the PDF of an invoice', () => {
  it('says what the invoice says, and finds every object where it says it is', async () => {
    const got = await request('retrieve_legal_invoice_pdf')
    expect(got.headers.get('content-type')).toBe('application/pdf')
    const pdf = Buffer.from(await got.arrayBuffer()).toString('latin1')
    expect(pdf).toMatch(/^%PDF-1\.4\n[\s\S]*%%EOF\n$/)
    for (const text of [
      '(Number: F/1)',
      '(Größe \\(L\\) & more)',
      '(3 EA)',
      '(30.00)',
      '(2.50)',
      '(32.50)',
    ]) {
      expect(pdf).toContain(text)
    }
    const table = Number(/startxref\n(\d+)\n/.exec(pdf)?.[1])
    expect(pdf.slice(table, table + 4)).toBe('xref')
    const starts = [...pdf.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, start]) => Number(start))
    expect(starts.length).toBeGreaterThan(7)
    expect(starts.map(start => pdf.slice(start, start + 8))).toEqual(
      starts.map((_start, index) => `${index + 1} 0 obj\n`),
    )
    for (const [, length, content = ''] of pdf.matchAll(
      /\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g,
    )) {
      expect(content).toHaveLength(Number(length))
    }
  })
})

it('has the clearance document that the supplier attached, and says so where there is none', async () => {
  const got = await request('retrieve_clearance_document')
  expect({ status: got.status, body: await got.json() }).toEqual({
    status: 404,
    body: { errors: { invoice_header: [`Invoice ${id} has no clearance document`] } },
  })
})

it('is charged to other accounts, whatever its status is, until it is paid', async () => {
  const put = (body: unknown) => api.json('PUT', `invoices/${id}/update_line_accounts`, body)
  const split = [
    { account: { name: 'Laboratory' }, pct: '50' },
    { account: { name: world.coupa.company.current.accounts[0]?.name }, pct: '50' },
  ]
  const changed = await put({ 'invoice-lines': [{ id: line, 'account-allocations': split }] })
  expect(changed.json['invoice-lines'][0]['account-allocations']).toMatchObject([
    { amount: '15.00' },
    { amount: '15.00' },
  ])
  expect((await put({ 'invoice-lines': [{ id: line }] })).status).toBe(400)
  await api.json('PUT', `invoices/${id}/bypass_approvals`)
  const one = { 'invoice-lines': [{ id: line, account: { name: 'Laboratory' } }] }
  expect((await put(one)).json['invoice-lines'][0].account.name).toBe('Laboratory')
})

it('becomes a ship notice of what it asks money for', async () => {
  const flipped = await api.json('PUT', `invoices/${id}/flip_to_advance_ship_notice`)
  expect(flipped.status).toBe(200)
  const notices = await api.json('GET', 'asn/headers?asn-number=F/1')
  expect(notices.json).toMatchObject([{ status: 'in_transit', lines: [{ quantity: '3.0' }] }])
})
