import { type MockCoupa, northwindInstruments, startMockCoupa } from '@punchloop/mock-coupa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RestClient, restClient } from '../support/rest-client.js'
import { readText, signIn } from '../support/visitor.js'

let coupa: MockCoupa
let api: RestClient

beforeAll(async () => {
  const apiRateLimit = { perSecond: 1e6, burst: 1e6 }
  coupa = await startMockCoupa({ port: 0, company: northwindInstruments(), apiRateLimit })
  api = await restClient(coupa)
})
afterAll(() => coupa.close())

const line = { description: 'Bench', 'unit-price': '10', supplier: { id: 2 } }
const create = (body: Readonly<Record<string, unknown>>) => api.json('POST', 'requisitions', body)
const told = (answer: { readonly json: { readonly errors: Record<string, readonly string[]> } }) =>
  Object.values(answer.json.errors).flat().join('; ')

describe('lines by number', () => {
  it('step by one', async () => {
    const refused = await create({
      'requisition-lines': [
        { ...line, 'line-num': 1 },
        { ...line, 'line-num': 3 },
      ],
    })
    expect(refused.status).toBe(400)
    expect(told(refused)).toBe('Line num must increase by one: expected 2, found 3')
  })

  it('are taken once, and change the line that has the number', async () => {
    const { json } = await create({
      'requisition-lines': [
        { ...line, 'line-num': 1 },
        { ...line, 'line-num': 1, description: 'Again' },
        { ...line, 'line-num': 2, description: 'Lamp' },
      ],
    })
    expect(json['requisition-lines']).toMatchObject([{ description: 'Bench' }, { description: 'Lamp' }])
    const changed = await api.json('PUT', `requisitions/${json.id}`, {
      'requisition-lines': [{ 'line-num': 2, quantity: '4' }],
    })
    expect(changed.json).toMatchObject({
      total: '50.00',
      'requisition-lines': [{ quantity: '1.0' }, { description: 'Lamp', quantity: '4.0' }],
    })
  })
})

describe('terms', () => {
  it('are the supplier’s where a line names none, and go into the order', async () => {
    await api.json('POST', 'payment_terms', { code: 'NET45', 'days-for-net-payment': 45 })
    await api.json('POST', 'payment_terms', { code: 'NET10', 'days-for-net-payment': 10 })
    await api.json('POST', 'shipping_terms', { code: 'DAP' })
    await api.json('PUT', 'suppliers/2', {
      'payment-term': { code: 'NET45' },
      'shipping-term': { code: 'DAP' },
    })
    const { json } = await create({
      requester: { login: 'emma' },
      'requisition-lines': [
        line,
        { ...line, 'payment-term': { code: 'NET10' } },
        { description: 'Rug', 'unit-price': '5' },
      ],
    })
    const [own, other, none] = json['requisition-lines']
    expect(own).toMatchObject({ 'payment-term': { code: 'NET45' }, 'shipping-term': { code: 'DAP' } })
    expect(other).toMatchObject({ 'payment-term': { code: 'NET10' }, 'shipping-term': { code: 'DAP' } })
    expect(none).not.toHaveProperty('payment-term')
    const chosen = await api.json('PUT', `requisitions/${json.id}`, {
      'requisition-lines': [{ id: none.id, supplier: { id: 2 } }],
    })
    expect(chosen.json['requisition-lines'][2]).toMatchObject({ 'payment-term': { code: 'NET45' } })
    await api.json('PUT', `requisitions/${json.id}/submit_for_approval`)
    await coupa.person('mark').approve(json.id)
    const order = await coupa.waitForOrder({ requisition: json.id })
    expect(order).toMatchObject({ paymentTerm: 'NET45', shippingTerm: 'DAP' })
  })
})

describe('what a body names', () => {
  it('must exist and be active', async () => {
    await coupa.company.update(({ suppliers: [, second] }) => {
      second!.active = false
    })
    const refused = await create({
      'requisition-lines': [{ ...line, currency: { code: 'XTS' } }],
      'ship-to-address': { 'location-code': 'nowhere' },
    })
    expect(refused.status).toBe(400)
    expect(told(refused)).toMatch(/Currency must exist and be active/)
    expect(told(refused)).toMatch(/Ship to address must exist and be active/)
    const inactive = await create({ 'requisition-lines': [line] })
    expect(told(inactive)).toMatch(/^Supplier must exist and be active/)
    await coupa.company.update(({ suppliers: [, second] }) => {
      second!.active = true
    })
  })

  it('is the creator only where the company lets programs say so', async () => {
    const body = { 'created-by': { login: 'mark' } }
    expect((await create(body)).json['created-by'].login).toBe('ada')
    await coupa.company.update(company => {
      company.allowCreatedByOverrideViaApi = true
    })
    expect((await create(body)).json['created-by'].login).toBe('mark')
  })
})

describe('update_without_validation', () => {
  it('writes what a submission then finds wrong', async () => {
    const { json } = await create({ 'requisition-lines': [line] })
    const [{ id }] = json['requisition-lines']
    const body = { 'requisition-lines': [{ id, quantity: '0' }] }
    expect((await api.json('PUT', `requisitions/${json.id}`, body)).status).toBe(400)
    const written = await api.json('PUT', `requisitions/${json.id}/update_without_validation`, body)
    expect(written.json).toMatchObject({ total: '0.00', 'requisition-lines': [{ quantity: '0.0' }] })
    const submitted = await api.json('PUT', `requisitions/${json.id}/submit_for_approval`)
    expect(told(submitted)).toContain('line 1: Quantity must be greater than 0')
  })

  it('changes the header in every status, and lines no more once they are submitted', async () => {
    const { json } = await create({ requester: { login: 'emma' }, 'requisition-lines': [line] })
    const path = `requisitions/${json.id}`
    await api.json('PUT', `${path}/submit_for_approval`)
    expect((await api.json('PUT', path, { justification: 'Late' })).status).toBe(400)
    const late = await api.json('PUT', `${path}/update_without_validation`, { justification: 'Late' })
    expect(late.json).toMatchObject({ status: 'pending_approval', justification: 'Late' })
    const lines = { 'requisition-lines': [{ 'line-num': 1, quantity: '9' }] }
    expect((await api.json('PUT', `${path}/update_without_validation`, lines)).status).toBe(400)
  })
})

it('is deleted while it is a cart or a draft, and stays for whoever refers to it', async () => {
  const { json } = await create({ requester: { login: 'emma' }, 'requisition-lines': [line] })
  expect((await api.json('DELETE', `requisitions/${json.id}`)).status).toBe(200)
  expect((await api.json('GET', `requisitions/${json.id}`)).json.status).toBe('abandoned')
  const again = await api.json('DELETE', `requisitions/${json.id}`)
  expect(told(again)).toContain('cannot be deleted: it is abandoned')
})

it('is deleted by its owner on the page, too', async () => {
  const emma = await signIn(coupa.url, 'emma')
  const { number } = coupa.application.addItem('emma', { itemId: 1, quantity: '1' })
  expect((await emma.get('/cart')).html).toContain(`action="/requisitions/${number}/delete"`)
  const mark = await signIn(coupa.url, 'mark')
  expect((await mark.post(`/requisitions/${number}/delete`)).status).toBe(404)
  expect((await emma.post(`/requisitions/${number}/delete`)).status).toBe(303)
  expect(coupa.application.requisition('emma', number)).toMatchObject({
    status: 'abandoned',
    may: { edit: false },
  })
  expect(coupa.application.cart('emma')).toBeUndefined()
})

it('comes to so much with the taxes that the company expects', async () => {
  await coupa.company.update(company => {
    company.estimatedTaxPercent = '8.25'
  })
  const { json } = await create({ requester: { login: 'emma' }, tags: ['rush'], 'requisition-lines': [line] })
  expect(json).toMatchObject({ total: '10.00', 'total-with-estimated-tax': '10.83' })
  const emma = await signIn(coupa.url, 'emma')
  const page = readText((await emma.get(`/requisitions/${json.id}`)).html)
  expect(page).toContain('with estimated tax 10.83 USD')
})
