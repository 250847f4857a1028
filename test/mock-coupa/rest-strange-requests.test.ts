import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RestClient, requestToken, restClient, seededClient } from '../support/rest-client.js'

let coupa: MockCoupa
let api: RestClient
let token: string

beforeAll(async () => {
  coupa = await startMockCoupa({ port: 0, apiRateLimit: { perSecond: 1_000_000, burst: 1_000_000 } })
  api = await restClient(coupa)
  token = (await requestToken(coupa, seededClient)).json.access_token
})
afterAll(() => coupa.close())

type Headers = Readonly<Record<string, string>>

async function send(
  method: string,
  path: string,
  headers: Headers = {},
  body?: string | Uint8Array<ArrayBuffer>,
) {
  const response = await fetch(`${coupa.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...headers },
    ...(body === undefined ? {} : { body }),
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const one = '/api/users?limit=1&return_object=limited'

describe('the format of an answer', () => {
  it.each([
    ['nothing', {}, 'xml'],
    ['anything', { accept: '*/*' }, 'xml'],
    ['a page', { accept: 'text/html' }, 'xml'],
    ['JSON', { accept: 'application/json' }, 'json'],
    ['what axios asks for', { accept: 'application/json, text/plain, */*' }, 'json'],
    ['JSON rather than XML', { accept: 'application/xml;q=0.5, application/json' }, 'json'],
    ['XML rather than JSON', { accept: 'application/json;q=0.5, text/xml' }, 'xml'],
  ])('for whoever asks for %s', async (_what, headers, type) => {
    const { headers: answered } = await send('GET', one, headers)
    expect(answered.get('content-type')).toBe(`application/${type}; charset=utf-8`)
  })

  it('stands behind a point, too', async () => {
    expect((await send('GET', '/api/users/1.json?return_object=limited')).text).toBe('{"id":1}')
    const { text } = await send('GET', '/api/users.xml?limit=1', { accept: 'application/json' })
    expect(text).toContain('<users type="array">')
  })
})

describe('an address', () => {
  it.each(['/api/users/', '/api//users', '//api/users', '/api/users//'])('is found as %s', async path => {
    const { status } = await send('GET', `${path}?limit=1`)
    expect(status).toBe(200)
  })

  it('says which methods it has', async () => {
    const options = await send('OPTIONS', '/api/users/1')
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'HEAD, GET, PUT, PATCH, OPTIONS'])
    const refused = await send('DELETE', '/api/users/1', { accept: 'application/json' })
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'HEAD, GET, PUT, PATCH, OPTIONS'])
    expect(JSON.parse(refused.text)).toHaveProperty('errors.api')
    const head = await send('HEAD', '/api/users/1')
    expect([head.status, head.text]).toEqual([200, ''])
  })
})

describe('a body', () => {
  const json = { 'content-type': 'application/json', accept: 'application/json' }
  const xml = { 'content-type': 'application/xml', accept: 'application/json' }
  const post = async (body: string | Uint8Array<ArrayBuffer>, headers: Headers) => {
    const { status, text } = await send('POST', '/api/departments', headers, body)
    return { status, json: JSON.parse(text) }
  }

  it.each<[string, string | Uint8Array<ArrayBuffer>, Headers]>([
    ['below its name', '{"department":{"name":"One"}}', json],
    ['with a byte order mark', '\uFEFF{"name":"Two"}', json],
    ['as text/json', '{"name":"Three"}', { ...json, 'content-type': 'text/json; charset=utf-8' }],
    ['of XML with a byte order mark', '\uFEFF<department><name>Four</name></department>', xml],
    ['of XML in a namespace', '<c:department xmlns:c="urn:x"><c:name>Five</c:name></c:department>', xml],
    [
      'of XML with CDATA and comments',
      '<department><name><![CDATA[S]]><!-- i -->ix</name></department>',
      xml,
    ],
    [
      'of XML in another encoding',
      new Uint8Array(Buffer.from('\uFEFF<department><name>Sieben</name></department>', 'utf16le')),
      xml,
    ],
  ])('%s is taken', async (_what, body, headers) => {
    expect((await post(body, headers)).status).toBe(201)
  })

  it.each([
    ['of JSON without a type', '{"name":"x"}', { accept: 'application/json' }, 'looks like JSON'],
    [
      'of JSON as a form',
      '{"name":"x"}',
      { ...json, 'content-type': 'application/x-www-form-urlencoded' },
      'looks like JSON',
    ],
    ['of XML as JSON', '<department><name>x</name></department>', json, 'looks like XML'],
    [
      'that is a list in XML',
      '<departments type="array"><department/></departments>',
      xml,
      'The root must be <department>',
    ],
    ['that is a list', '[{"name":"x"}]', json, 'must be a JSON object'],
    [
      'that nests without end',
      `{"custom":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
      json,
      'nested more than 64 deep',
    ],
    [
      'of XML that nests without end',
      `<department>${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}</department>`,
      xml,
      'nested more than 64 deep',
    ],
    [
      'with entities',
      '<!DOCTYPE d [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><department><name>&b;</name></department>',
      xml,
      'refused',
    ],
    [
      'with names of prototypes',
      '{"__proto__":{"name":"x"},"constructor":{"name":"x"}}',
      json,
      "Name can't be blank",
    ],
  ])('%s is refused, and told why', async (_what, body, headers, message) => {
    const { status, json: answer } = await post(body, headers)
    expect(status).toBe(400)
    expect(answer.errors.department[0]).toContain(message)
  })
})

describe('a search', () => {
  const ids = async (query: string) => {
    const { status, json } = await api.json('GET', `users?${query}&return_object=limited`)
    return status === 200 ? json.map(({ id }: { id: number }) => id) : json.errors.user
  }

  it('takes lists as clients write them', async () => {
    expect(await ids('id[]=1&id[]=2')).toEqual([1, 2])
    expect(await ids('id[in][]=1&id[in][]=2')).toEqual([1, 2])
    expect(await ids('id[in]=')).toEqual([])
    expect(await ids('[manager][login]=mark')).toEqual([1, 4])
    expect(await ids('manager=2')).toEqual(await ids('manager[id]=2'))
  })

  it('knows a plus that nobody escaped, and no text in dates', async () => {
    expect(await ids('created-at[gt]=2020-01-01T00:00:00+05:30')).toEqual([1, 2, 3, 4])
    expect(await ids('created_at[gt]=2011-01-1')).toEqual([1, 2, 3, 4])
    expect(await ids('created_at[gt]=2911-1-31')).toEqual([])
    expect(await ids('created-at[contains]=2026')).toEqual([
      'created-at is a datetime: contains looks into text only',
    ])
  })

  it('is in the order of what others are called', async () => {
    expect(await ids('order_by=manager[login]&id[in]=1,2')).toEqual([2, 1])
    expect(await ids('order_by=manager.login&dir=desc&id[in]=1,2')).toEqual([1, 2])
  })
})

describe('POST /oauth2/token', () => {
  it('takes scopes of parts that the mock does not have, as clients of the whole ask for them', async () => {
    const scope = 'core.user.read core.budget.read core.inventory.transaction.read core.user.read openid'
    const { status, json } = await requestToken(coupa, { ...seededClient, scope })
    expect([status, json.scope]).toEqual([200, [...new Set(scope.split(' '))].join(' ')])
  })

  it('reads what is no secret from the address, and no secret and no token', async () => {
    const basic = `Basic ${btoa(`${seededClient.client_id}:${seededClient.client_secret}`)}`
    const address = '/oauth2/token?grant_type=client_credentials&scope=core.user.read'
    expect((await send('POST', address, { authorization: basic })).status).toBe(200)
    const secret = `client_id=${seededClient.client_id}&client_secret=${seededClient.client_secret}`
    expect((await send('POST', `${address}&${secret}`, { authorization: '' })).status).toBe(401)
    expect((await send('GET', `${one}&access_token=${token}`, { authorization: '' })).status).toBe(401)
    expect((await send('GET', one, { authorization: `bearer ${token}` })).status).toBe(200)
    expect((await send('GET', one, { authorization: token })).status).toBe(401)
  })
})

it('whatever can be exported is marked by exported=true in its address', async () => {
  const { json } = await api.json('POST', 'requisitions', { justification: 'x' })
  const marked = await api.json('PUT', `requisitions/${json.id}?exported=true`)
  expect(marked.json).toMatchObject({ exported: true, 'last-exported-at': expect.any(String) })
})

it('receipts have their old address, too', async () => {
  expect(await api.json('GET', 'inventory_transactions')).toMatchObject({ status: 200, json: [] })
  expect((await api.json('PUT', 'inventory_transactions/7/void')).status).toBe(404)
})

it('what the configuration refuses is told by the name of the field', async () => {
  expect((await api.json('PUT', 'suppliers/1', { 'po-method': 'email' })).json).toEqual({
    errors: { supplier: ['Po email must be an e-mail address where orders go out by mail'] },
  })
})
