import { type MockCoupa, type MockCoupaOptions, manualTime, startMockCoupa } from '@punchloop/mock-coupa'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RestClient, requestToken, restClient, seededClient } from '../support/rest-client.js'

const unlimited = { perSecond: 1_000_000, burst: 1_000_000 }
const time = manualTime(new Date('2026-03-02T17:00:00Z'))

let coupa: MockCoupa
let api: RestClient

async function start(options: MockCoupaOptions = {}): Promise<void> {
  coupa = await startMockCoupa({
    port: 0,
    clock: time.clock,
    timers: time.timers,
    apiRateLimit: unlimited,
    ...options,
  })
  api = await restClient(coupa)
}

/** One for all tests of a block; none minds what the others do. */
function forAll(): void {
  beforeAll(() => start())
  afterAll(() => coupa.close())
}

describe('POST /oauth2/token', () => {
  forAll()

  it('gives a bearer token for a day, and says its scopes', async () => {
    const { status, json, headers } = await requestToken(coupa, {
      ...seededClient,
      scope: 'core.requisition.read core.user.read',
    })
    expect(status).toBe(200)
    expect(json).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43}$/),
      token_type: 'bearer',
      expires_in: 86_399,
      scope: 'core.requisition.read core.user.read',
    })
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('takes the client as HTTP Basic, too', async () => {
    const response = await fetch(`${coupa.url}/oauth2/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${btoa(`${seededClient.client_id}:${seededClient.client_secret}`)}`,
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'core.user.read' }),
    })
    expect(response.status).toBe(200)
  })

  it.each([
    ['a wrong secret', { ...seededClient, client_secret: 'wrong' }, 401, 'invalid_client'],
    ['an unknown client', { client_id: 'nobody', client_secret: 'x' }, 401, 'invalid_client'],
    ['an unknown scope', { ...seededClient, scope: 'core.nothing.read' }, 400, 'invalid_scope'],
    ['another grant', { ...seededClient, grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('refuses %s', async (_what, form, status, error) => {
    expect(await requestToken(coupa, form)).toMatchObject({ status, json: { error } })
  })

  it('gives no more than the client may have', async () => {
    await coupa.company.update(company => {
      company.apiClients?.push({
        name: 'Reader',
        identifier: 'reader',
        secret: 'a-secret',
        scopes: ['core.user.read'],
        login: 'ada',
      })
    })
    const client = { client_id: 'reader', client_secret: 'a-secret' }
    expect(await requestToken(coupa, { ...client, scope: 'core.user.write' })).toMatchObject({
      status: 400,
      json: { error: 'invalid_scope' },
    })
    const { json } = await requestToken(coupa, client)
    expect(json.scope).toBe('core.user.read')
    const response = await fetch(`${coupa.url}/api/requisitions`, {
      headers: { authorization: `Bearer ${json.access_token}`, accept: 'application/json' },
    })
    expect(response.status).toBe(403)
    expect(response.headers.get('www-authenticate')).toContain('insufficient_scope')
  })

  it('opens comments with the scope of comments', async () => {
    const commenting = await restClient(coupa, 'core.comment.write')
    expect((await commenting.json('POST', 'users/1/comments', { comments: 'Welcome' })).status).toBe(201)
    expect((await commenting.json('GET', 'users/1/comments')).status).toBe(403)
    expect((await commenting.json('PUT', 'users/1', {})).status).toBe(403)
  })
})

describe('a request', () => {
  beforeEach(() => start())
  afterEach(() => coupa.close())

  it('needs a token that has not expired', async () => {
    const get = (authorization: string) =>
      fetch(`${coupa.url}/api/users`, { headers: { authorization, accept: 'application/json' } })
    expect((await get('')).status).toBe(401)
    expect((await get('Bearer nonsense')).status).toBe(401)
    const moving = manualTime(new Date('2026-03-02T17:00:00Z'))
    await coupa.close()
    await start({ clock: moving.clock, timers: moving.timers })
    expect((await api.json('GET', 'users')).status).toBe(200)
    moving.advance(86_400_000)
    expect((await api.json('GET', 'users')).status).toBe(401)
  })

  it('may carry a legacy key instead', async () => {
    await coupa.company.update(company => {
      company.apiKeys = [{ name: 'Old script', key: 'a-long-legacy-key', login: 'ada' }]
    })
    const get = (key: string) =>
      fetch(`${coupa.url}/api/users`, { headers: { 'x-coupa-api-key': key, accept: 'application/json' } })
    expect((await get('a-long-legacy-key')).status).toBe(200)
    expect((await get('another')).status).toBe(401)
  })

  it('is one of 25 a second; 20 beyond wait for their turn, and others are refused', async () => {
    const moving = manualTime(new Date('2026-03-02T17:00:00Z'))
    await coupa.close()
    await start({
      clock: moving.clock,
      timers: moving.timers,
      apiRateLimit: { perSecond: 25, burst: 20 },
    })
    const answered = { 200: 0, 429: 0 }
    const burst = Array.from({ length: 50 }, async () => {
      const { status } = await api.json('GET', 'users?limit=1')
      if (status === 200 || status === 429) answered[status] += 1
    })
    await expect.poll(() => answered).toEqual({ 200: 25, 429: 5 })
    moving.advance(400)
    await expect.poll(() => answered).toEqual({ 200: 35, 429: 5 })
    moving.advance(400)
    await Promise.all(burst)
    expect(answered).toEqual({ 200: 45, 429: 5 })
  })

  it('to an address that is none is refused in the format of the API', async () => {
    expect(await api.json('GET', 'nothing')).toMatchObject({
      status: 404,
      json: { errors: { api: ['There is no GET /api/nothing in this API'] } },
    })
  })
})

describe('a list', () => {
  forAll()

  it('shows dashed keys, short people, and times with the offset of the company', async () => {
    const { json } = await api.json('GET', 'users?login=emma')
    expect(json).toMatchObject([
      {
        id: 1,
        'created-at': '2026-03-02T09:00:00-08:00',
        login: 'emma',
        'employee-number': null,
        roles: [{ name: 'User' }],
        manager: { id: 2, login: 'mark', fullname: 'Mark Osei' },
      },
    ])
    expect(json[0].manager).not.toHaveProperty('manager')
    expect(json[0]).not.toHaveProperty('created-by')
  })

  it.each([
    ['login[not_eq]=emma', ['mark', 'fiona', 'ada']],
    ['login[in]=emma,ada', ['emma', 'ada']],
    ['login[not_in]=emma,ada', ['mark', 'fiona']],
    ['email[contains]=osei', ['mark']],
    ['email[starts_with]=f', ['fiona']],
    ['lastname[ends_with]=in', ['ada']],
    ['id[gt]=2', ['fiona', 'ada']],
    ['id[lt]=2', ['emma']],
    ['id[gt_or_eq]=4', ['ada']],
    ['id[lt_or_eq]=1', ['emma']],
    ['requisition-approval-limit[amount][gt]=5000', ['fiona']],
    ['requisition-approval-limit[amount][gt_or_eq]=5000.00', ['mark', 'fiona']],
    ['requisition_approval_limit[amount]=100000', ['fiona']],
    ['employee-number[blank]=false', []],
    ['manager[blank]=true', ['fiona']],
    ['manager_id=2', ['emma', 'ada']],
    ['manager-id[in]=2,3', ['emma', 'mark', 'ada']],
    ['roles[name]=Admin', ['ada']],
    ['manager[login]=mark', ['emma', 'ada']],
    ['manager[manager][login]=fiona', ['emma', 'ada']],
    ['department[name][starts_with]=Eng&manager[login]=fiona', ['mark']],
    ['created-at[gt]=2026-03-02T08:59:59-08:00', ['emma', 'mark', 'fiona', 'ada']],
    ['created_at[gt]=2026-03-02T17:00:00Z', []],
    ['nonsense=1&also[nonsense]=2&login[unknown_operator]=x', ['emma', 'mark', 'fiona', 'ada']],
    ['order_by=lastname', ['ada', 'fiona', 'mark', 'emma']],
    ['order_by=lastname&dir=desc', ['emma', 'mark', 'fiona', 'ada']],
    ['limit=2&offset=1', ['mark', 'fiona']],
    ["login=emma' OR '1'='1", []],
    ['login[contains]=%25', []],
  ])('?%s', async (query, logins) => {
    const { status, json } = await api.json('GET', `users?${query}`)
    expect(status).toBe(200)
    expect(json.map(({ login }: { login: string }) => login)).toEqual(logins)
  })

  it.each(['id=abc', 'limit=x', 'created-at[gt]=yesterday', 'active=perhaps', 'fields=[id'])(
    'says what is wrong with ?%s',
    async query => {
      const { status, json } = await api.json('GET', `users?${query}`)
      expect(status).toBe(400)
      expect(json.errors.user).toHaveLength(1)
    },
  )

  it('gives 50 rows at most', async () => {
    await coupa.company.update(company => {
      for (let number = 0; number < 60; number++) company.departments.push(`Department ${number}`)
    })
    expect((await api.json('GET', 'departments')).json).toHaveLength(50)
    expect((await api.json('GET', 'departments?limit=500')).json).toHaveLength(50)
    expect((await api.json('GET', 'departments?offset=50')).json).toHaveLength(13)
  })

  it('shows what is asked for', async () => {
    const fields = encodeURIComponent('["id",{"manager":["login",{"department":["name"]}]}]')
    const { json } = await api.json('GET', `users?login=emma&fields=${fields}`)
    expect(json).toEqual([{ id: 1, manager: { login: 'mark', department: { name: 'Engineering' } } }])
  })

  it('shows no more than return_object says', async () => {
    expect((await api.json('GET', 'users?login=emma&return_object=limited')).json).toEqual([{ id: 1 }])
    const { json } = await api.json('GET', 'users?login=emma&return_object=shallow')
    expect(json[0]).toMatchObject({ login: 'emma', manager: { id: 2 } })
    expect(json[0].manager).toEqual({ id: 2, login: 'mark', email: 'mark.osei@northwind.example' })
    expect(await api.json('GET', 'users?return_object=none')).toMatchObject({ status: 200, text: '' })
  })

  it('shows what an API filter says, by its name or as the default', async () => {
    await coupa.company.update(company => {
      company.apiFilters = [
        { name: 'who', resource: 'users', fields: '["login",{"manager":["login"]}]' },
        { name: 'ids', resource: 'users', fields: '["id"]', isDefault: true },
      ]
    })
    const shown = async (query: string) => (await api.json('GET', `users?login=emma&${query}`)).json
    expect(await shown('filter=who')).toEqual([{ login: 'emma', manager: { login: 'mark' } }])
    expect(await shown('')).toEqual([{ id: 1 }])
    expect(await shown('filter=nobodys')).toEqual([{ id: 1 }])
    expect(await shown('filter=who&fields=["email"]')).toEqual([{ email: 'emma.reyes@northwind.example' }])
    expect((await shown('return_object=shallow'))[0]).toMatchObject({ login: 'emma' })
    expect((await api.json('GET', 'departments?filter=who')).json[0].name).toBe('Engineering')
    await coupa.company.update(company => {
      company.apiFilters = []
    })
    expect((await shown('filter=who'))[0]).toMatchObject({ fullname: 'Emma Reyes' })
  })

  it('is in order of amounts as numbers, narrowed by them exactly, and by what is new', async () => {
    for (const price of ['100', '25.50', '9']) {
      const line = { description: 'Lamp', quantity: '1', 'unit-price': price }
      await api.json('POST', 'requisitions', { 'requisition-lines': [line] })
    }
    const totals = async (query: string) => {
      const { json } = await api.json('GET', `requisitions?fields=["total"]&${query}`)
      return json.map(({ total }: { total: string }) => total)
    }
    expect(await totals('order_by=total')).toEqual(['9.00', '25.50', '100.00'])
    expect(await totals('total=25.5')).toEqual(['25.50'])
    expect(await totals('total[gt_or_eq]=25.50')).toEqual(['100.00', '25.50'])
    expect(await totals('total[lt]=25.50000000000000000001')).toEqual(['25.50', '9.00'])
    expect(await totals('total[in]=9,100.0')).toEqual(['100.00', '9.00'])
    expect(await totals('updated-at[gt]=2026-03-02T09:00:00-09:00')).toEqual([])
    expect(await totals('updated-at[gt_or_eq]=2026-03-02T09:00:00-08:00')).toHaveLength(3)
    const sameInAll = await api.json('GET', 'requisition_lines?order_by=material-cert-required&dir=desc')
    expect(sameInAll.json).toHaveLength(3)
  })

  it('that is empty is [] in JSON and 404 in XML', async () => {
    expect(await api.json('GET', 'users?login=nobody')).toMatchObject({ status: 200, json: [] })
    const { status, text } = await api.xml('GET', 'users?login=nobody')
    expect(status).toBe(404)
    expect(text).toContain(
      '<errors><error><![CDATA[No results match your search criteria.]]></error></errors>',
    )
  })

  it('is XML unless JSON is asked for', async () => {
    const { headers, text } = await api.xml('GET', 'users?login=emma')
    expect(headers.get('content-type')).toBe('application/xml; charset=utf-8')
    expect(text).toContain('<users type="array"><user><id type="integer">1</id>')
    expect(text).toContain('<created-at type="datetime">2026-03-02T09:00:00-08:00</created-at>')
    expect(text).toContain('<employee-number nil="true"/>')
    expect(text).toContain('<user-groups type="array"/>')
  })
})

describe('what is written', () => {
  forAll()

  it('is answered with 201 and then 200, and told what is wrong with it', async () => {
    const refused = await api.json('POST', 'users', { login: 'emma', email: 'emma.reyes@northwind.example' })
    expect(refused).toMatchObject({
      status: 400,
      json: {
        errors: {
          user: [
            'Login has already been taken',
            'Email has already been taken',
            "Firstname can't be blank",
            "Lastname can't be blank",
          ],
        },
      },
    })
    const created = await api.json('POST', 'users', {
      login: 'nina',
      email: 'nina@northwind.example',
      firstname: 'Nina',
      lastname: 'Roy',
      employee_number: '4711',
      manager: { login: 'mark' },
      'requisition-approval-limit': { amount: '2500.5', currency: { code: 'USD' } },
    })
    expect(created).toMatchObject({
      status: 201,
      json: {
        fullname: 'Nina Roy',
        'employee-number': '4711',
        'requisition-approval-limit': {
          name: '2500.5 USD',
          amount: '2500.50',
          subject: 'requisition_header',
          currency: { code: 'USD' },
        },
      },
    })
    expect(created.json['created-by']).toMatchObject({ login: 'ada' })
    expect(coupa.application.user('nina')).toMatchObject({ manager: 'mark', approvalLimit: '2500.5' })
    for (const method of ['PUT', 'PATCH']) {
      const changed = await api.json(method, `users/${created.json.id}`, { lastname: `Roy-${method}` })
      expect(changed).toMatchObject({ status: 200, json: { lastname: `Roy-${method}`, login: 'nina' } })
    }
  })

  it('in XML is answered in XML', async () => {
    const created = await api.xml(
      'POST',
      'suppliers',
      '<supplier><name>Quill &amp; Sons</name><po-method>mark_as_sent</po-method><cxml-secret>hush</cxml-secret><number nil="true"/></supplier>',
    )
    expect(created.status).toBe(201)
    expect(created.text).toContain('<name>Quill &amp; Sons</name>')
    expect(created.text).not.toContain('hush')
    const refused = await api.xml('POST', 'suppliers', '<supplier><name></name></supplier>')
    expect(refused.status).toBe(400)
    expect(refused.text).toContain("<errors><error><![CDATA[Name can't be blank]]></error></errors>")
  })

  it('is the same text in XML, however much it looks like XML', async () => {
    const name = 'AT&amp;T \r <b>]]>\u0007'
    const { json } = await api.json('POST', 'suppliers', { name, 'po-method': 'mark_as_sent' })
    const { text } = await api.xml('GET', `suppliers/${json.id}?fields=["name"]`)
    expect(text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><supplier><name>AT&amp;amp;T &#13; &lt;b&gt;]]&gt;\uFFFD</name></supplier>',
    )
    const refused = await api.xml(
      'PUT',
      `suppliers/${json.id}`,
      '<supplier><payment-term>]]&gt;</payment-term></supplier>',
    )
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('found "]]]]><![CDATA[>"')
  })

  it.each([
    [
      'an entity',
      '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><supplier><name>&x;</name></supplier>',
    ],
    ['half a document', '<supplier><name>'],
    ['nothing of XML', '{"name":"x"}'],
  ])('is no XML with %s', async (_what, body) => {
    const { status, text } = await api.xml('POST', 'suppliers', body)
    expect(status).toBe(400)
    expect(text).toContain('<errors><error>')
    expect(text).not.toContain('root:')
  })

  it('is no JSON that is none', async () => {
    expect(await api.json('POST', 'suppliers', [])).toMatchObject({
      status: 400,
      json: { errors: { supplier: ['The body must be a JSON object'] } },
    })
  })

  it('never shows a secret', async () => {
    const { text } = await api.json('GET', 'suppliers')
    expect(text).not.toContain('open-sesame')
    expect((await api.json('GET', 'punchout_sites')).text).not.toContain('open-sesame')
  })

  it('keeps what only the API knows, over a change of the configuration', async () => {
    const { json } = await api.json('PUT', 'suppliers/1', { 'account-number': 'A-1', 'on-hold': false })
    expect(json).toMatchObject({ 'account-number': 'A-1', 'on-hold': false, name: 'Brightstack Inc' })
    await coupa.company.update(company => {
      for (const supplier of company.suppliers) supplier.name = `${supplier.name}!`
    })
    expect((await api.json('GET', 'suppliers/1')).json).toMatchObject({
      'account-number': 'A-1',
      name: 'Brightstack Inc!',
    })
  })
})

describe('custom fields', () => {
  forAll()

  it('stand below custom-fields, or beside the others where the company says so', async () => {
    await coupa.company.update(company => {
      company.customFields = [{ object: 'requisition-header', name: 'project-code', topLevel: true }]
    })
    const { status, json } = await api.json('POST', 'requisitions', {
      project_code: 'P-7',
      'custom-fields': { cost_bearer: 'Sales' },
    })
    expect(status).toBe(201)
    expect(json).toMatchObject({ 'project-code': 'P-7', 'custom-fields': { cost_bearer: 'Sales' } })
    const found = await api.json('GET', 'requisitions?custom-fields[cost_bearer]=Sales&limit=1')
    expect(found.json).toMatchObject([{ id: json.id }])
    expect((await api.json('GET', 'requisitions?custom-fields[cost_bearer]=Nobody')).json).toEqual([])
  })

  it.each([
    ['departments', { name: 'Optics' }],
    ['accounts', { name: 'Lenses', 'segment-1': 'NWI', 'account-type': { id: 1 } }],
    ['payment_terms', { code: 'Net 7' }],
    ['shipping_terms', { code: 'By tube' }],
    ['uoms', { code: 'DZN' }],
  ])('%s have them, too', async (path, body) => {
    const { status, json } = await api.json('POST', path, { ...body, 'custom-fields': { region: 'West' } })
    expect(status).toBe(201)
    expect(json['custom-fields']).toEqual({ region: 'West' })
    const found = await api.json('GET', `${path}?custom-fields[region]=West`)
    expect(found.json).toMatchObject([{ id: json.id }])
  })
})

describe('the OpenAPI document', () => {
  forAll()

  it('names every address that is served', async () => {
    const document = await (await fetch(`${coupa.url}/api/openapi.json`)).json()
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/requisitions',
        '/api/requisitions/{id}/submit_for_approval',
        '/api/requisitions/{id}/comments',
        '/api/approvals/{id}/approve',
        '/api/suppliers/{id}',
      ]),
    )
    for (const path of Object.keys(document.paths)) {
      if (path.includes('{') || document.paths[path].get === undefined) continue
      expect([200, 201]).toContain((await api.json('GET', path.replace('/api/', ''))).status)
    }
  })
})
