import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { type RestClient, restClient } from '../support/rest-client.js'

let supplier: FakeSupplier
let coupa: MockCoupa
let api: RestClient

beforeEach(async () => {
  supplier = await startFakeSupplier()
  coupa = await startMockCoupa({
    port: 0,
    company: supplier.company(),
    apiRateLimit: { perSecond: 1_000_000, burst: 1_000_000 },
  })
  api = await restClient(coupa)
})

afterEach(async () => {
  await coupa.close()
  await supplier.close()
})

async function contract(): Promise<number> {
  const { json } = await api.json('POST', 'contracts', {
    number: 'C-1',
    name: 'Frame',
    status: 'published',
    supplier: { id: 1 },
  })
  return json.id
}

const site = (contractId: number) => ({
  name: 'Second Shop',
  url: `${supplier.url}/cxml`,
  domain: 'DUNS',
  identity: '123456789',
  secret: 'marker-api-secret',
  'sender-domain': 'NetworkID',
  'sender-identity': 'NORTHWIND',
  protocol: 'cxml',
  'contract-id': contractId,
  'supplier-id': 1,
  'supports-edit': true,
  'ssl-version': 'TLSv1_2',
  'disable-cert-verify': true,
  tags: [{ name: 'second' }],
  'related-commodities': [{ name: 'Software' }],
})

describe('punchout sites in the API', () => {
  it('are created, found, changed and shopped at, and never say their secret', async () => {
    const contractId = await contract()
    const created = await api.json('POST', 'punchout_sites', site(contractId))
    expect([created.status, created.json]).toEqual([
      201,
      expect.objectContaining({
        id: 2,
        name: 'Second Shop',
        title: 'Second Shop',
        'contract-id': contractId,
        'supplier-id': 1,
        'supports-edit': true,
        'supports-inspect': false,
        'ssl-version': 'TLSv1_2',
        'disable-cert-verify': true,
        protocol: 'cxml',
        'use-api': false,
        tags: [expect.objectContaining({ name: 'second' })],
        'related-commodities': [{ id: 1, name: 'Software' }],
      }),
    ])
    const listed = await api.json('GET', 'punchout_sites?tags[name]=second')
    expect(listed.json.map(({ id }: { id: number }) => id)).toEqual([2])
    const changed = await api.json('PUT', 'punchout_sites/2', { tags: [], 'supports-inspect': true })
    expect(changed.json).toMatchObject({ tags: [], 'supports-inspect': true, 'supports-edit': true })
    for (const { text } of [created, listed, changed]) expect(text).not.toContain('marker-')
    await coupa.person('emma').shop('Second Shop')
    expect(supplier.received.at(-1)).toMatchObject({
      header: {
        to: { credentials: [{ domain: 'DUNS', identity: '123456789' }] },
        sender: { credentials: [{ sharedSecret: 'marker-api-secret' }] },
      },
    })
  })

  it.each([
    'name',
    'url',
    'domain',
    'identity',
    'secret',
    'sender-domain',
    'sender-identity',
    'protocol',
    'contract-id',
  ])('need %s', async field => {
    const { [field]: _left, ...rest } = site(await contract()) as Record<string, unknown>
    const { status, json } = await api.json('POST', 'punchout_sites', rest)
    expect(status).toBe(400)
    expect(Object.values(json.errors)[0]).toEqual([expect.stringContaining("can't be blank")])
  })
})

describe('custom fields of a user in the API', () => {
  it('go out as the Extrinsics of a site that asks for them', async () => {
    const users = await api.json('GET', 'users?login=emma')
    await api.json('PUT', `users/${users.json[0].id}`, { 'custom-fields': { 'cost-center': 'CC-9' } })
    await coupa.company.update(company => {
      company.punchoutSites[0]!.customFields = [{ name: 'CostCenter', value: '', userField: 'cost-center' }]
    })
    await coupa.person('emma').shop()
    expect(supplier.received.at(-1)).toMatchObject({
      request: {
        punchOutSetupRequest: { extrinsics: [{}, {}, {}, {}, {}, {}, { name: 'CostCenter', value: 'CC-9' }] },
      },
    })
  })
})

describe('punchout lines that the API completes', () => {
  async function shopped() {
    await coupa.company.update(company => {
      Object.assign(company.punchoutSites[0]!, { supportsEdit: true, leadTimeDays: 10 })
    })
    const emma = coupa.person('emma')
    const trip = await emma.shop()
    const parts = ['A', 'B', 'C'].map(part => ({ part, aux: part }))
    const { number, lines } = await emma.returnCart(supplier.cart(trip.buyerCookie, parts))
    return { emma, number, lines, parts }
  }

  const complete = (number: number, lines: readonly object[]) =>
    api.json('PUT', `requisitions/${number}`, { 'requisition-lines': lines })

  it('keep a need-by date that the lead time allows, and get a later one where it does not', async () => {
    const { emma, number, lines } = await shopped()
    const [soon, late] = [5, 20].map(days => new Date(Date.now() + days * 24 * 60 * 60 * 1000))
    await complete(number, [
      { id: lines[0]?.id, 'need-by-date': soon },
      { id: lines[1]?.id, 'need-by-date': late },
    ])
    await emma.submit(number)
    await coupa.person('mark').approve(number)
    const [first, second, third] = coupa.requisition(number).lines.map(({ needByDate }) => needByDate)
    expect(second).toEqual(late)
    expect(first?.getTime()).toBeGreaterThan(soon!.getTime())
    expect(third).toEqual(first)
  })

  it('keep what was filled in when they are edited at the supplier', async () => {
    const { emma, number, lines, parts } = await shopped()
    const filled = await complete(number, [
      { id: lines[1]?.id, account: { name: 'IT' }, commodity: { name: 'IT hardware' } },
    ])
    expect(filled.status).toBe(200)
    const trip = await emma.reopen(number, 'edit')
    const changed = await emma.returnCart(
      supplier.cart(
        trip.buyerCookie,
        parts.slice(1).map(line => ({ ...line, quantity: '9' })),
      ),
    )
    expect(changed.lines).toMatchObject([
      { id: lines[1]?.id, lineNum: 1, quantity: '9', account: 'IT', commodity: 'IT hardware' },
      { id: lines[2]?.id, lineNum: 2, quantity: '9', commodity: 'Software' },
    ])
  })
})

describe('lines of Open Buy in the API', () => {
  it('carry Coupa’s realtime-extension and alternates', async () => {
    const item = {
      source_part_num: 'SUITE-1',
      name: 'Acme Suite',
      unit_price: '49.90',
      currency: 'USD',
      uom: 'EA',
    }
    supplier.openBuy = async operation => ({
      status: 200,
      json:
        operation === 'authentication'
          ? { token: 't' }
          : operation === 'search'
            ? { count: 1, total_count: 1, results: [{ ...item, realtime_item_key: 'key-1' }] }
            : {
                ...item,
                availability: 'out_of_stock',
                alternates: [{ ...item, source_part_num: 'SUITE-2' }],
              },
    })
    const emma = coupa.person('emma')
    const { openBuy } = await emma.search('suite')
    const { number } = await emma.addResult(openBuy[0]!)
    await coupa.waitFor(() => coupa.requisition(number).lines[0]?.realtime?.asyncStatus === 'failed')
    const { json } = await api.json('GET', `requisitions/${number}`)
    const [line] = json['requisition-lines']
    expect(line['realtime-extension']).toMatchObject({
      'realtime-item-key': 'key-1',
      'async-status': 'failed',
      'show-error-warning': true,
      'translated-error-message': 'Brightstack Marketplace has none of this item in stock',
      'error-code': 'out_of_stock',
    })
    expect(line['alternate-status']).toBe('available')
    expect(line.alternates).toMatchObject([
      { 'source-part-num': 'SUITE-2', 'unit-price': '49.90', quantity: '1.0', total: '49.90' },
    ])
    const { number: plain } = await coupa.person('mark').addItem({ itemId: 1, quantity: '1' })
    const other = (await api.json('GET', `requisitions/${plain}`)).json['requisition-lines'][0]
    expect(other).not.toHaveProperty('realtime-extension')
    expect(other).toMatchObject({ 'alternate-status': 'not_available', alternates: [] })
  })
})
