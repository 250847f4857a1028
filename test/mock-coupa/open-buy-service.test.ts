import { type MockCoupa, type OpenBuySettings, startMockCoupa } from '@punchloop/mock-coupa'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import {
  type StrangeAnswer,
  type StrangeSupplier,
  says,
  startStrangeSupplier,
} from '../support/strange-supplier.js'
import { signIn } from '../support/visitor.js'

let shop: FakeSupplier
let service: StrangeSupplier
let coupa: MockCoupa

beforeAll(async () => {
  shop = await startFakeSupplier()
  service = await startStrangeSupplier()
  coupa = await startMockCoupa({ port: 0, company: shop.company() })
})

afterAll(async () => {
  await coupa.close()
  await service.close()
  await shop.close()
})

const plain = () => ({
  enabled: true,
  url: `${service.url}/open-buy/`,
  credentials: 'marker-open-buy',
  timeoutMs: 5_000,
})

const settle = (openBuy: OpenBuySettings) =>
  coupa.company.update(({ punchoutSites: [site] }) => Object.assign(site!, { openBuy }))

beforeEach(async () => {
  service.received.length = 0
  await settle(plain())
})

const json = (value: unknown, status = 200) => text(JSON.stringify(value), status)
const text = (body: string | Uint8Array, status = 200) =>
  says(body, { 'content-type': 'application/json' }, status)

/** Answers by the last word of the path before a version; a function decides by what was asked before. */
function serve(answers: Readonly<Record<string, StrangeAnswer>>): void {
  service.answer = (response, connection) => {
    const path = service.received.at(-1)?.path ?? ''
    const [, operation = ''] = /\/(authentication|search|token)\b/.exec(path) ?? []
    const answer = answers[operation] ?? json({}, 404)
    answer(response, connection)
  }
}

const token = json({ token: 't0ken' })
const found = (...results: readonly unknown[]) =>
  json({ count: results.length, total_count: results.length, results })
const suite = { source_part_num: 'S-1', name: 'Suite', unit_price: '49.90', currency: 'USD', uom: 'EA' }

const search = () => coupa.person('emma').search(`suite ${Math.random()}`)
const paths = () => service.received.map(({ path }) => path)

describe('an Open Buy service', () => {
  it('is asked below its URL, or below that at a version', async () => {
    serve({ authentication: token, search: found(suite) })
    expect((await search()).openBuy).toMatchObject([{ sourcePartNum: 'S-1' }])
    await settle({ ...plain(), pathVersion: 'v1.0.0' })
    await search()
    expect(paths()).toEqual([
      '/open-buy/authentication',
      '/open-buy/search',
      '/open-buy/authentication/v1.0.0',
      '/open-buy/search/v1.0.0',
    ])
    expect(JSON.parse(service.received[0]?.body ?? '')).toEqual({
      credentials: 'marker-open-buy',
      email: 'emma.reyes@northwind.example',
    })
  })

  it('may have its tokens from an OAuth 2 server', async () => {
    await settle({ ...plain(), oauth: { tokenUrl: `${service.url}/token`, clientId: 'northwind' } })
    serve({
      token: json({
        access_token: 'by-oauth',
        refresh_token: 'by-oauth-again',
        token_type: 'bearer',
        expires_in: 60,
      }),
      search: found(suite),
    })
    expect((await search()).openBuy).toHaveLength(1)
    expect(paths()).toEqual(['/token', '/open-buy/search'])
    expect(service.received[0]).toMatchObject({
      contentType: 'application/x-www-form-urlencoded',
      body: 'grant_type=client_credentials',
    })
    const trace = JSON.stringify(coupa.documents({ via: 'open-buy' }))
    expect(trace).not.toContain('by-oauth')
    expect(trace).not.toContain('marker-open-buy')
  })

  it('is set up on the page of its site', async () => {
    const ada = await signIn(coupa.url, 'ada')
    const { name, url, domain, identity, senderDomain, senderIdentity } =
      coupa.company.current.punchoutSites[0]!
    const form = {
      ...{ name, url, domain, identity, senderDomain, senderIdentity },
      'openBuy.url': plain().url,
      'openBuy.timeoutMs': '5000',
    }
    const more = {
      supplier: '1',
      active: 'on',
      'openBuy.enabled': 'on',
      'openBuy.pathVersion': 'v2',
      'openBuy.oauth.tokenUrl': `${service.url}/token`,
      'openBuy.oauth.clientId': 'northwind',
    }
    const file = new File([], '')
    expect((await ada.upload('/setup/punchout-sites/1', { ...form, ...more }, file)).status).toBe(303)
    expect(coupa.company.current.punchoutSites[0]?.openBuy).toEqual({
      ...plain(),
      pathVersion: 'v2',
      oauth: { tokenUrl: `${service.url}/token`, clientId: 'northwind' },
    })
    const half = { ...form, ...more, 'openBuy.oauth.clientId': '' }
    expect((await ada.upload('/setup/punchout-sites/1', half, file)).status).toBe(422)
  })

  it('may let a token expire: it is asked once more with a new one, and no more than once', async () => {
    let searches = 0
    serve({
      authentication: token,
      search: (...at) => (++searches === 1 ? json({}, 401) : found(suite))(...at),
    })
    expect((await search()).openBuy).toHaveLength(1)
    expect(paths().map(path => path.split('/').at(-1))).toEqual([
      'authentication',
      'search',
      'authentication',
      'search',
    ])
    service.received.length = 0
    serve({ authentication: token, search: json({}, 401) })
    const { problems } = await search()
    expect(problems).toMatchObject([{ errorCode: 'un_authorized' }])
    expect(service.received).toHaveLength(4)
    service.received.length = 0
    serve({ authentication: json({}, 401) })
    expect((await search()).problems).toMatchObject([{ errorCode: 'un_authorized' }])
    expect(service.received).toHaveLength(1)
  })
})

describe('what an Open Buy service answers', () => {
  it('is read exactly, numbers as they are written', async () => {
    serve({
      authentication: token,
      search: text(`{"count":3,"total_count":3,"results":[
        {"source_part_num":12345678901234567890,"name":"Number","unit_price":0.10,"currency":"USD","uom":"EA"},
        {"source_part_num":"007","name":null,"description":"In words","unit_price":1234567.005,"currency":"USD","uom":"EA"},
        {"source_part_num":"N","name":"<script>alert(1)</script>","unit_price":"1","currency":"USD","uom":"EA",
          "image_url":"http://pics.example/a.png","unknown":{"deep":[1]},"__proto__":{"name":"x"}}]}`),
    })
    const { openBuy, search: id } = await search()
    expect(openBuy).toMatchObject([
      { sourcePartNum: '12345678901234567890', name: 'Number', unitPrice: '0.10' },
      { sourcePartNum: '007', name: 'In words', unitPrice: '1234567.005' },
      { sourcePartNum: 'N', name: '<script>alert(1)</script>', imageUrl: 'http://pics.example/a.png' },
    ])
    const emma = await signIn(coupa.url, 'emma')
    const { html } = await emma.get(`/search?search=${id}&q=suite`)
    expect(html).not.toContain('<script>alert')
  })

  it.each([
    ['without a part number', { ...suite, source_part_num: null }],
    ['without a name', { ...suite, name: ' ' }],
    ['without a price', { ...suite, unit_price: undefined }],
    ['with a price in words', { ...suite, unit_price: 'on request' }],
    ['with a price below zero', { ...suite, unit_price: -1 }],
    ['that is no object', 'S-1'],
    ['that is null', null],
  ])('is shown without an item %s', async (_what, row) => {
    serve({ authentication: token, search: found(row, suite) })
    const { openBuy, problems } = await search()
    expect(openBuy).toMatchObject([{ sourcePartNum: 'S-1' }])
    expect(problems).toEqual([])
  })

  it('has no picture that is no web address', async () => {
    serve({ authentication: token, search: found({ ...suite, image_url: 'javascript:alert(1)' }) })
    expect((await search()).openBuy[0]).not.toHaveProperty('imageUrl')
  })

  it.each([
    ['"7"', 7],
    ['7', 7],
    ['0', 1],
    ['-5', 1],
    ['1.5', 1],
    ['1e15', 1],
    ['null', 1],
    ['"many"', 1],
  ])('counts %s results in all as %i', async (total, count) => {
    const body = `{"count":99,"total_count":${total},"results":[${JSON.stringify(suite)}]}`
    serve({ authentication: token, search: text(body) })
    // No item of the company's own is called so.
    expect(await coupa.application.searchPage('emma', { text: 'zzz' })).toMatchObject({ totalCount: count })
  })

  it.each([
    ['a web page', says('<html>Hi</html>', { 'content-type': 'text/html' }), 'agent_failure'],
    ['nothing', text(''), 'agent_failure'],
    ['half a document', text('{"results":['), 'agent_failure'],
    ['a list', json([suite]), 'agent_failure'],
    ['no results', json({ count: 0 }), 'agent_failure'],
    ['bytes that are no UTF-8', text(Uint8Array.of(0x7b, 0xff, 0x7d)), 'agent_failure'],
    ['much too much', text(Buffer.alloc(11 * 1024 * 1024, 32)), 'service_error'],
    ['HTTP 400', json({}, 400), 'unknown'],
    ['HTTP 400 with a code', json({ error_code: 'registration_error' }, 400), 'registration_error'],
    ['HTTP 404', json({}, 404), 'service_error'],
    ['HTTP 500', json({}, 500), 'service_error'],
    ['a redirect', says('', { location: '/elsewhere' }, 302), 'service_error'],
  ])('is told by its code where it is %s', async (_what, answer, errorCode) => {
    serve({ authentication: token, search: answer })
    const { problems, openBuy } = await search()
    expect(openBuy).toEqual([])
    expect(problems).toMatchObject([{ errorCode }])
  })

  it.each([
    ['no token', json({})],
    ['an empty token', json({ token: '' })],
    ['a token that no header can hold', json({ token: 'a\r\nx: y' })],
  ])('leads to no search where the authentication gives %s', async (_what, authentication) => {
    serve({ authentication, search: found(suite) })
    expect((await search()).problems).toMatchObject([{ errorCode: 'agent_failure' }])
    expect(service.received).toHaveLength(1)
  })
})
