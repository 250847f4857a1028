import { type MockCoupa, northwindInstruments, seedOf, startMockBuyer, systems } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readText, signIn, type Visitor } from '../support/visitor.js'

let srm: MockCoupa
let emma: Visitor

const password = 'marker-oci-4ac1'

async function start(
  change: { readonly method?: 'GET'; readonly charset?: 'iso-8859-1' } = {},
): Promise<void> {
  const company = northwindInstruments({
    ...seedOf(systems.srm),
    oci: { url: 'https://shop.example/oci?shop=1', username: 'northwind', password },
  })
  Object.assign(company.punchoutSites[0]?.oci ?? {}, change)
  srm = await startMockBuyer({ port: 0, system: 'srm', company })
  emma = await signIn(srm.url, 'emma')
}

beforeEach(() => start())
afterEach(() => srm.close())

const line = {
  'NEW_ITEM-DESCRIPTION[1]': 'Plan',
  'NEW_ITEM-QUANTITY[1]': '2',
  'NEW_ITEM-UNIT[1]': 'EA',
  'NEW_ITEM-PRICE[1]': '12.50',
  'NEW_ITEM-CURRENCY[1]': 'USD',
  'NEW_ITEM-VENDORMAT[1]': 'SKU-1',
  'NEW_ITEM-MATGROUP[1]': '43232701',
  'NEW_ITEM-EXT_PRODUCT_ID[1]': 'ref-1',
} as const

const numbered = (fields: Readonly<Record<string, string>>, index: number) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.replace('[1]', `[${index}]`), value]),
  )

describe('a call of a catalogue', () => {
  it('leaves by the shopper’s browser, as a form with the whole call structure', async () => {
    const { html } = await emma.post('/punchout/sites/1')
    expect(html).toContain('action="https://shop.example/oci?shop=1"')
    const fields = Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    )
    expect(fields).toMatchObject({
      USERNAME: 'northwind',
      PASSWORD: password,
      '~OkCode': 'ADDI',
      '~TARGET': '_top',
      '~CALLER': 'CTLG',
      http_content_charset: 'utf-8',
    })
    expect(fields.HOOK_URL).toMatch(new RegExp(`^${srm.url}/oci/hook\\?trip=[\\w-]{43}$`))
  })

  it('is a redirect where the site is called by GET', async () => {
    await srm.close()
    await start({ method: 'GET' })
    const { status, location } = await emma.post('/punchout/sites/1')
    expect(status).toBe(303)
    expect(new URL(location ?? '').searchParams.get('shop')).toBe('1')
    expect(new URL(location ?? '').searchParams.get('USERNAME')).toBe('northwind')
  })

  it('stands in the journal without its password', async () => {
    await srm.person('emma').shop()
    expect(srm.documents()).toMatchObject([{ kind: 'OCI call', via: 'browser' }])
    expect(JSON.stringify(srm.documents())).not.toContain(password)
  })
})

describe('lines that come back', () => {
  const bring = async (fields: Readonly<Record<string, string>>) => {
    const trip = await srm.person('emma').shop()
    return srm.person('emma').returnCart(fields, trip)
  }

  it('are a requisition like any other', async () => {
    const { lines, total } = await bring(line)
    expect(lines).toMatchObject([
      {
        description: 'Plan',
        sourcePartNum: 'SKU-1',
        suppAuxPartNum: 'ref-1',
        quantity: '2',
        unitPrice: '12.50',
        uom: 'EA',
        unspscCode: '43232701',
      },
    ])
    expect(total).toBe('25')
  })

  it('have the price of one, whatever the price unit', async () => {
    const { lines } = await bring({ ...line, 'NEW_ITEM-PRICE[1]': '12.50', 'NEW_ITEM-PRICEUNIT[1]': '100' })
    expect(lines).toMatchObject([{ unitPrice: '0.125', total: '0.25' }])
  })

  it('are found by the token among the fields, where the shop took the address apart', async () => {
    const { browserFormPostUrl } = await srm.person('emma').shop()
    const { origin, pathname, searchParams } = new URL(browserFormPostUrl)
    const body = new URLSearchParams({ trip: searchParams.get('trip') ?? '', ...line })
    const answer = await fetch(origin + pathname, { method: 'POST', body, redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/punchout\/carts\/[\w-]{43}$/),
    ])
  })

  it('are dropped one by one where they cannot be taken; only the journal says why', async () => {
    const { lines } = await bring({
      ...line,
      ...numbered({ ...line, 'NEW_ITEM-QUANTITY[1]': '1,000' }, 2),
      ...numbered({ ...line, 'NEW_ITEM-UNIT[1]': 'XYZ' }, 3),
      ...numbered({ ...line, 'NEW_ITEM-PRICEUNIT[1]': '0' }, 4),
      ...numbered({ ...line, 'NEW_ITEM-MATNR[1]': '4711' }, 5),
      ...numbered({ ...line, 'NEW_ITEM-VENDORMAT[1]': '' }, 6),
      ...numbered({ ...line, 'NEW_ITEM-VENDORMAT[1]': 'SKU-7' }, 7),
      'NEW_ITEM-DESCRIPTION[0]': 'before the first',
    })
    expect(lines.map(({ sourcePartNum }) => sourcePartNum)).toEqual(['SKU-1', 'SKU-7'])
    const { failure = '' } = srm.documents().at(-1) ?? {}
    for (const reason of [
      '[2] QUANTITY "1,000" is no number',
      'Unit of measure XYZ is not enabled',
      '[4] PRICEUNIT is 0',
      '[5] DESCRIPTION and MATNR exclude each other',
      'SupplierPartID is missing',
    ]) {
      expect(failure).toContain(reason)
    }
  })

  it('are cut to their fields, and described by the long text where there is no other', async () => {
    const { 'NEW_ITEM-DESCRIPTION[1]': _, ...plain } = line
    const { lines } = await bring({ ...plain, 'NEW_ITEM-LONGTEXT_1:132[]': `${'x'.repeat(50)}` })
    expect(lines[0]?.description).toBe('x'.repeat(40))
  })

  it('are read in the character set that the shop was told', async () => {
    await srm.close()
    await start({ charset: 'iso-8859-1' })
    const trip = await srm.person('emma').shop()
    const body = `${new URLSearchParams({ ...line, 'NEW_ITEM-DESCRIPTION[1]': 'X' })}`.replace(
      '=X&',
      '=Gr%F6%DFe&',
    )
    const answer = await fetch(trip.browserFormPostUrl, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      redirect: 'manual',
    })
    await emma.get(answer.headers.get('location') ?? '')
    expect(readText((await emma.get('/cart')).html)).toContain('Größe')
  })

  it('are none when the shopper left', async () => {
    await expect(bring({})).rejects.toThrow('The shopper came back without a cart')
  })

  it('come once, and only on a trip that was begun', async () => {
    const trip = await srm.person('emma').shop()
    await srm.person('emma').returnCart(line, trip)
    const again = await fetch(trip.browserFormPostUrl, { method: 'POST', body: new URLSearchParams(line) })
    expect(again.status).toBe(409)
    const guess = await fetch(`${srm.url}/oci/hook?trip=guess`, {
      method: 'POST',
      body: new URLSearchParams(line),
    })
    expect(guess.status).toBe(400)
  })
})

describe('other systems', () => {
  it('have no such hook', async () => {
    const coupa = await startMockBuyer({ port: 0 })
    const answer = await fetch(`${coupa.url}/oci/hook`, { method: 'POST', body: new URLSearchParams(line) })
    await coupa.close()
    expect(answer.status).toBe(404)
  })
})

describe('the page of a site', () => {
  it('has the call structure, keeps the password and never shows it', async () => {
    const ada = await signIn(srm.url, 'ada')
    const { html } = await ada.get('/setup/punchout-sites/1')
    expect(html).toContain('Open Catalog Interface')
    expect(html).not.toContain(password)
    expect(JSON.stringify(srm.application.configuration('ada'))).not.toContain(password)
    const [site] = srm.company.current.punchoutSites
    const sent = await ada.post('/setup/punchout-sites/1', {
      name: 'Shop',
      url: 'https://shop.example/oci',
      supplier: '1',
      domain: site?.domain ?? '',
      identity: site?.identity ?? '',
      senderDomain: site?.senderDomain ?? '',
      senderIdentity: site?.senderIdentity ?? '',
      'oci.username': 'other',
      'oci.password': '',
      'oci.method': 'GET',
      'oci.charset': 'iso-8859-1',
    })
    expect(sent.status).toBe(303)
    expect(srm.company.current.punchoutSites[0]?.oci).toEqual({
      username: 'other',
      password,
      method: 'GET',
      charset: 'iso-8859-1',
    })
  })
})
