import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { requestToken } from '../support/rest-client.js'
import { createVisitor, readText, type Visitor } from '../support/visitor.js'

let coupa: MockCoupa

beforeEach(async () => {
  coupa = await startMockCoupa({ port: 0 })
})
afterEach(() => coupa.close())

async function signedIn(login: string): Promise<Visitor> {
  const visitor = createVisitor(coupa.url)
  await visitor.post('/session', { login })
  return visitor
}

it('an administrator lets a program in, and out again', async () => {
  const ada = await signedIn('ada')
  const client = { client_id: 'erp', client_secret: 'a-secret-of-the-erp' }
  const fields = { name: 'ERP', identifier: 'erp', login: 'ada', scopes: 'core.user.read' }
  expect((await ada.post('/oauth2/clients', { ...fields, secret: '' })).status).toBe(422)
  const saved = await ada.post('/oauth2/clients', { ...fields, secret: client.client_secret })
  expect(saved).toMatchObject({ status: 303, location: '/oauth2/clients?notice=saved' })
  expect((await requestToken(coupa, client)).json.scope).toBe('core.user.read')
  const page = await ada.get('/oauth2/clients/erp')
  expect(page.html).toContain('value="ERP"')
  expect(page.html).not.toContain(client.client_secret)
  await ada.post('/oauth2/clients/erp', { ...fields, name: 'ERP 2', secret: '' })
  expect((await requestToken(coupa, client)).status).toBe(200)
  await ada.post('/oauth2/clients/erp/remove')
  expect((await requestToken(coupa, client)).status).toBe(401)
})

it('filters of answers are made, changed and removed', async () => {
  const ada = await signedIn('ada')
  const filter = { name: 'erp orders', resource: 'purchase_orders', fields: '["id",{"supplier":["name"]}]' }
  expect((await ada.post('/api_filters', { ...filter, fields: '{"id":1}' })).status).toBe(422)
  expect((await ada.post('/api_filters', filter)).status).toBe(303)
  expect((await ada.post('/api_filters', filter)).html).toContain('is taken')
  const kept = await ada.post('/api_filters/erp%20orders', { ...filter, name: 'erp', isDefault: '1' })
  expect(kept.status).toBe(303)
  expect(coupa.company.current.apiFilters).toEqual([{ ...filter, name: 'erp', isDefault: true }])
  const other = await ada.post('/api_filters', { ...filter, name: 'other', isDefault: '1' })
  expect(other.html).toMatch(/id="field-isDefault-problem">is another one already/)
  expect(readText((await ada.get('/api_filters')).html)).toContain('erp purchase_orders Yes')
  expect((await ada.post('/api_filters/erp/remove')).status).toBe(303)
  expect(coupa.company.current.apiFilters).toEqual([])
})

it('lists the scopes, and what each opens', async () => {
  const ada = await signedIn('ada')
  const { status, html } = await ada.get('/oauth2/scopes')
  expect(status).toBe(200)
  expect(readText(html)).toContain('core.inventory.asn.write Advance Ship Notices')
})

it('the reference shows what is served', async () => {
  const ada = await signedIn('ada')
  const { status, html } = await ada.get('/setup/api')
  expect(status).toBe(200)
  expect(html).toContain('/api/requisitions/:id/submit_for_approval')
})
