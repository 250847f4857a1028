import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RestClient, requestToken, restClient, seededClient } from '../support/rest-client.js'

let coupa: MockCoupa
let api: RestClient

beforeAll(async () => {
  coupa = await startMockCoupa({ port: 0, apiRateLimit: { perSecond: 1_000_000, burst: 1_000_000 } })
  api = await restClient(coupa)
})
afterAll(() => coupa.close())

describe('a user', () => {
  it('has phones, limits, roles and what else Coupa documents', async () => {
    const created = await api.xml(
      'POST',
      'users',
      `<user><login>otto</login><email>otto@northwind.example</email><firstname>Otto</firstname><lastname>Ek</lastname>
        <password>hush-hush</password><expense-user type="boolean">true</expense-user>
        <phone-work><country-code>1</country-code><area-code>650</area-code><number>4442932</number></phone-work>
        <requisition-approval-limit><amount>750</amount><currency><code>USD</code></currency></requisition-approval-limit>
        <expense-approval-limit><amount type="decimal">20.5</amount></expense-approval-limit>
        <country-of-residence><code>SE</code></country-of-residence>
        <roles type="array"><role><name>Admin</name></role><role><name>Buyer</name></role></roles>
      </user>`,
    )
    expect(created.status).toBe(201)
    expect(created.text).not.toContain('hush-hush')
    expect(created.text).toContain('<phone-work><country-code>1</country-code><area-code>650</area-code>')
    expect(coupa.application.user('otto')).toMatchObject({ approvalLimit: '750', administrator: true })
    const { json } = await api.json('GET', 'users?login=otto')
    expect(json[0]).toMatchObject({
      'purchasing-user': true,
      'expense-user': true,
      'sourcing-user': false,
      'default-currency': { code: 'USD' },
      'expense-approval-limit': { amount: '20.50' },
      'country-of-residence': { code: 'SE', name: 'Sweden' },
      roles: [{ name: 'Admin' }, { name: 'Buyer' }],
    })
    const changed = await api.json('PUT', `users/${json[0].id}`, {
      roles: [{ name: 'Buyer' }],
      'requisition-approval-limit': null,
      phone_work: { extension: '9' },
    })
    expect(changed.json).toMatchObject({
      roles: [{ name: 'Buyer' }],
      'phone-work': { 'area-code': '650', extension: '9' },
    })
    expect(changed.json).not.toHaveProperty('requisition-approval-limit')
    expect(coupa.application.user('otto')).toMatchObject({ administrator: false })
  })

  it('is in the approval groups that are given, which ask from then on', async () => {
    await coupa.company.update(company => {
      company.approvalGroups = [
        { id: 1, name: 'Board', members: ['fiona'] },
        { id: 2, name: 'Legal', members: ['emma', 'mark'] },
      ]
    })
    const given = await api.json('PUT', 'users/1', { 'approval-groups': [{ name: 'Board' }] })
    expect(given.json['approval-groups']).toMatchObject([{ id: 1, name: 'Board' }])
    expect(coupa.company.current.approvalGroups).toMatchObject([
      { members: ['fiona', 'emma'] },
      { members: ['mark'] },
    ])
    expect((await api.json('GET', 'users?approval-groups[name]=Board')).json).toHaveLength(2)
    const refused = await api.json('PUT', 'users/1', { 'approval-groups': [{ name: 'Nobody' }] })
    expect(refused.json.errors.user).toEqual(['Approval groups must exist; found Nobody'])
  })

  it('keeps the login that others know him by', async () => {
    const same = await api.json('PUT', 'users/1', { login: 'emma', 'seniority-level': 'L3' })
    expect(same.json).toMatchObject({ login: 'emma', 'seniority-level': 'L3' })
    const refused = await api.json('PUT', 'users/1', { login: 'emily' })
    expect(refused).toMatchObject({
      status: 400,
      json: { errors: { user: ['Login cannot be changed from emma: others refer to it by that'] } },
    })
  })

  it('is invited by mail where that is asked for', async () => {
    const about = { email: 'pia@northwind.example', firstname: 'Pia', lastname: 'Ek' }
    await api.json('POST', 'users', { login: 'pia', ...about, 'generate-password-and-notify': 'Yes' })
    expect(coupa.mails().map(({ to, subject }) => [to, subject])).toEqual([[about.email, 'Welcome to Coupa']])
  })
})

describe('an item', () => {
  it('keeps what Coupa documents, with its types', async () => {
    const created = await api.json('POST', 'items', {
      name: 'Turkey',
      description: 'A whole one',
      'item-number': 'T-1',
      'pack-qty': '12',
      'pack-uom': { code: 'EA' },
      'allow-partial-quantity': true,
      'reorder-point': 2.5,
      'storage-quantity': 40,
      'image-url': 'https://images.example/turkey.png',
      'sustainability-detail': { 'co2-per-unit': '1.2' },
    })
    expect(created.status).toBe(201)
    expect(created.json).toMatchObject({
      'pack-qty': '12.0',
      'pack-uom': { code: 'EA' },
      'allow-partial-quantity': true,
      'reorder-point': '2.5',
      'storage-quantity': 40,
      'sustainability-detail': { 'co2-per-unit': '1.2' },
    })
    const found = await api.json('GET', 'items?pack-uom[code]=EA&reorder-point[gt]=2&storage_quantity=40')
    expect(found.json).toMatchObject([{ name: 'Turkey' }])
    const { access_token } = (await requestToken(coupa, seededClient)).json
    const image = await fetch(`${coupa.url}/api/items/${created.json.id}/image`, {
      headers: { authorization: `Bearer ${access_token}` },
      redirect: 'manual',
    })
    expect([image.status, image.headers.get('location')]).toEqual([302, 'https://images.example/turkey.png'])
    expect((await api.json('GET', 'items/1/image')).status).toBe(404)
  })

  it('that is not active is ordered by nobody', async () => {
    const { json } = await api.json('PUT', 'items/1', { active: false })
    expect(json).toMatchObject({ active: false })
    const line = { item: { id: 1 }, quantity: '1' }
    const refused = await api.json('POST', 'requisitions', { 'requisition-lines': [line] })
    expect(refused.status).toBe(400)
    expect(refused.json.errors.requisition_header).toEqual([
      expect.stringContaining('Item must exist and be active'),
    ])
    await api.json('PUT', 'items/1', { active: true })
    expect((await api.json('POST', 'requisitions', { 'requisition-lines': [line] })).status).toBe(201)
  })

  it('is bought of the supplier that a line names, at its price, and else of the preferred one', async () => {
    const other = await api.json('POST', 'suppliers', { name: 'Saladino', number: 'DC05', status: 'active' })
    const created = await api.xml(
      'POST',
      'supplier_items',
      `<supplier-item><price type="decimal">2.00</price><supplier-part-num>99847490</supplier-part-num>
        <price-tier-1>1.9</price-tier-1><availability>in_stock</availability><lead-time>3</lead-time>
        <currency><code>USD</code></currency><supplier><number>DC05</number></supplier><item><id type="integer">2</id></item>
      </supplier-item>`,
    )
    expect(created.status).toBe(201)
    const { json } = await api.json('GET', 'items/2/supplier_items?order_by=id')
    expect(json).toHaveLength(2)
    expect(json[1]).toMatchObject({
      price: '2.00',
      'price-tier-1': '1.90',
      'lead-time': 3,
      availability: 'in_stock',
      preferred: false,
      supplier: { number: 'DC05' },
      item: { id: 2 },
    })
    const priceOf = async (line: object) =>
      (
        await api.json('POST', 'requisitions', {
          'requisition-lines': [{ item: { id: 2 }, quantity: '1', ...line }],
        })
      ).json['requisition-lines'][0]
    expect(await priceOf({ supplier: { id: other.json.id } })).toMatchObject({
      'unit-price': '2.00',
      'source-part-num': '99847490',
      supplier: { name: 'Saladino' },
    })
    const before = await priceOf({})
    expect(before.supplier.name).not.toBe('Saladino')

    const preferred = await api.json('PUT', `items/2/supplier_items/${json[1].id}`, {
      preferred: true,
      price: '1.80',
    })
    expect(preferred.json).toMatchObject({
      id: json[1].id,
      preferred: true,
      price: '1.80',
      'price-tier-1': '1.90',
    })
    expect(await priceOf({})).toMatchObject({ 'unit-price': '1.80', supplier: { name: 'Saladino' } })
    const search = await api.json('GET', 'supplier_items/search?item_id=2&preferred_flag=false')
    expect(search.json).toMatchObject([{ id: json[0].id, supplier: { id: before.supplier.id } }])

    expect((await api.json('DELETE', `supplier_items/${json[1].id}`)).status).toBe(400)
    const removed = await api.json('DELETE', `supplier_items/${json[0].id}`)
    expect(removed).toMatchObject({ status: 200, json: { id: json[0].id } })
    expect((await api.json('GET', `supplier_items/${json[0].id}`)).status).toBe(404)
    expect((await api.json('GET', 'items/2/supplier_items')).json).toHaveLength(1)
  })
})

describe('accounts', () => {
  it('are listed as somebody’s favourites, and as those charged lately', async () => {
    const [favourite] = (await api.json('GET', 'accounts/favorites')).json
    expect(favourite).toMatchObject({ active: true })
    const { name } = favourite
    const line = { description: 'Ribbon', 'unit-price': '1', quantity: '1', account: { name } }
    await api.json('POST', 'requisitions', { 'requisition-lines': [line] })
    expect((await api.json('GET', 'accounts/recent')).json).toMatchObject([{ name }])
  })

  it('that are switched off are charged no more', async () => {
    const { json } = await api.json('GET', 'accounts?limit=1')
    const off = await api.json('PUT', `accounts/${json[0].id}`, { active: 'false' })
    expect(off.json).toMatchObject({ active: false })
    const line = { description: 'Ribbon', 'unit-price': '1', account: { name: json[0].name } }
    expect((await api.json('POST', 'requisitions', { 'requisition-lines': [line] })).status).toBe(400)
    await api.json('PUT', `accounts/${json[0].id}`, { active: true })
  })
})

describe('an address', () => {
  it('may be for somebody, until it is not', async () => {
    const { json } = await api.json('GET', 'addresses?limit=1')
    const put = (body: object) => api.json('PUT', `addresses/${json[0].id}`, body)
    expect((await put({ attention: 'Accounts payable' })).json.attention).toBe('Accounts payable')
    expect((await put({ street2: 'Floor 2' })).json.attention).toBe('Accounts payable')
    expect((await put({ attention: null })).json.attention).toBeNull()
  })

  it('is in any country, and keeps its tax registrations', async () => {
    const { status, json } = await api.json('POST', 'addresses', {
      name: 'Lyon',
      street1: '1 Rue X',
      city: 'Lyon',
      'postal-code': '69001',
      country: { code: 'FR' },
      'vat-country': { code: 'FR' },
      'external-src-ref': 'ERP-7',
      'tax-registrations': [{ number: 'FR123', country: { code: 'FR' } }],
      purposes: [{ name: 'Ship to' }],
    })
    expect(status).toBe(201)
    expect(json).toMatchObject({
      country: { code: 'FR', name: 'France' },
      'vat-country': { code: 'FR' },
      'external-src-ref': 'ERP-7',
      'tax-registrations': [{ number: 'FR123' }],
      purposes: [{ name: 'Ship to' }],
    })
  })
})

it('somebody has addresses of his own', async () => {
  const created = await api.xml(
    'POST',
    'users/1/addresses',
    `<address><attention nil="true"/><city>San Mateo</city><name>Silicon Valley</name><postal-code>94400</postal-code>
      <state>CA</state><street1>2 W 5th Ave</street1><country><code>US</code></country></address>`,
  )
  expect(created.status).toBe(201)
  expect(created.text).toMatch(/^<\?xml[^>]*><address>/)
  const found = await api.json('GET', 'users/1/addresses?name=Silicon+Valley')
  expect(found.json).toMatchObject([{ city: 'San Mateo', country: { name: 'United States' } }])
  const [{ id }] = found.json
  expect((await api.json('PUT', `users/1/addresses/${id}`, { active: false })).json).toMatchObject({
    active: false,
  })
  expect((await api.json('GET', 'users/2/addresses')).json).toEqual([])
})

describe('a contract', () => {
  it('keeps what Coupa documents, and says what is none of its words', async () => {
    const contract = { name: 'Frame', number: 'F-1', supplier: { id: 1 }, 'savings-pct': '12.5' }
    const refused = await api.json('POST', 'contracts', {
      ...contract,
      'term-type': 'forever',
      'whose-paper': 'mine',
    })
    expect(refused.json.errors.contract).toEqual([
      'Term type is not included in the list',
      'Whose paper must be an integer',
    ])
    const { status, json } = await api.json('POST', 'contracts', {
      ...contract,
      'term-type': 'auto_renew',
      'whose-paper': 'our_paper',
      'contract-owner': { login: 'mark' },
      'contract-type-custom-field-3': 'three',
      'contract-clauses': [{ title: 'Liability' }],
      tags: ['strategic'],
    })
    expect(status).toBe(201)
    expect(json).toMatchObject({
      'savings-pct': '12.50',
      'whose-paper': 1,
      'contract-owner': { login: 'mark' },
      'contract-type-custom-field-3': 'three',
      'contract-clauses': [{ title: 'Liability' }],
      tags: [{ name: 'strategic' }],
    })
  })
})

it('receipt requests are listed, and none is open, for no receipt waits for anybody', async () => {
  expect(await api.json('GET', 'receipt_requests')).toMatchObject({ status: 200, json: [] })
})

it('a history record says which run wrote it, and what the other side answered', async () => {
  const { json: integration } = await api.json('POST', 'integrations', { name: 'ERP' })
  const { json: run } = await api.json('POST', 'integration_runs', { integration: { id: integration.id } })
  const record = await api.json('POST', 'integration_history_records/', {
    'document-type': 'InvoiceHeader',
    'document-id': 1,
    'integration-run-id': run.id,
    responses: [{ 'response-code': '500', message: 'No' }],
  })
  expect(record).toMatchObject({
    status: 201,
    json: { 'integration-run-id': run.id, responses: [{ 'response-code': '500' }] },
  })
})
