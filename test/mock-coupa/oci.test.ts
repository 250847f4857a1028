import { type MockCoupa, northwindInstruments, seedOf, startMockBuyer, systems } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type StrangeSupplier, says, startStrangeSupplier } from '../support/strange-supplier.js'
import { certificate } from '../support/tls-front.js'
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
    // With its index where the other fields have theirs, every text lands on the first item.
    const wrong = await bring({
      ...plain,
      ...numbered(plain, 2),
      'NEW_ITEM-LONGTEXT[1]': 'of the first',
      'NEW_ITEM-LONGTEXT[2]': 'of the second',
    })
    expect(wrong.lines.map(({ description }) => description)).toEqual(['x'.repeat(40), 'of the second'])
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

/** The page with which a catalogue would send a browser back, here with two products. */
const results = `<!doctype html><title>Results</title><body onload="document.forms[0].submit()">
<form method="POST" action="http://return.to/me">
  <input type="hidden" name="NEW_ITEM-DESCRIPTION[1]" value="Notebook 11&quot; &#233;dition">
  <INPUT TYPE=hidden NAME=NEW_ITEM-QUANTITY[1] VALUE=1.00>
  <input value='EA' name='NEW_ITEM-UNIT[1]' type='hidden'/>
  <input type="hidden" name="NEW_ITEM-PRICE[1]" value="99990"><input type="hidden" name="NEW_ITEM-PRICEUNIT[1]" value="100">
  <input type="hidden" name="NEW_ITEM-CURRENCY[1]" value="USD"><input type="hidden" name="NEW_ITEM-VENDORMAT[1]" value="MBA11">
  <input type="hidden" name="NEW_ITEM-EXT_PRODUCT_ID[1]" value="key-11"><input type="hidden" name="NEW_ITEM-MATGROUP[1]" value="43211503">
  <input type="hidden" name="NEW_ITEM-DESCRIPTION[2]" value="No price"><input type="hidden" name="NEW_ITEM-QUANTITY[2]" value="1">
</form>`

describe('what is asked in the background', () => {
  let shop: StrangeSupplier
  const html = (body: string, status = 200) =>
    says(body, { 'content-type': 'text/html; charset=utf-8' }, status)
  const asked = () => Object.fromEntries(new URLSearchParams(shop.received.at(-1)?.body))

  beforeEach(async () => {
    shop = await startStrangeSupplier()
    await srm.company.update(({ punchoutSites: [site] }) => Object.assign(site!, { url: `${shop.url}/oci` }))
  })
  afterEach(() => shop.close())

  it('is a search: its hits stand among the results and open the shop at their product', async () => {
    shop.answer = html(results)
    const { html: page } = await emma.get('/search?q=notebook')
    expect(asked()).toMatchObject({
      FUNCTION: 'BACKGROUND_SEARCH',
      SEARCHSTRING: 'notebook',
      USERNAME: 'northwind',
      PASSWORD: password,
      HOOK_URL: `${srm.url}/oci/hook`,
    })
    expect(readText(page)).toContain('Notebook 11&quot; édition')
    expect(readText(page)).toContain('999.90')
    expect(page.match(/data-source-part-num="/g)).toHaveLength(1)
    // An OCI product is bought in its shop: nothing here puts it into the cart.
    expect(page).not.toContain('/cart/open-buy-items')
    const [hit] = (await srm.person('emma').search('notebook')).openBuy
    const trip = await srm.person('emma').choose(hit!)
    const call = Object.fromEntries(trip.call!.fields.map(({ name, value }) => [name, value]))
    expect(call).toMatchObject({ FUNCTION: 'DETAIL', PRODUCTID: 'key-11' })
    await expect(srm.person('emma').addResult(hit!)).rejects.toMatchObject({ code: 'ERR_COUPA_CONFLICT' })
    expect(JSON.stringify(srm.documents())).not.toContain(password)
  })

  it('is asked over TLS as the site says', async () => {
    const { private: key, cert } = await certificate
    const secured = await startStrangeSupplier({ key, cert })
    try {
      secured.answer = html(results)
      const search = async (disableCertVerify: boolean) => {
        await srm.company.update(({ punchoutSites: [site] }) =>
          Object.assign(site!, { url: `${secured.url}/oci`, disableCertVerify }),
        )
        return srm.person('emma').search('notebook')
      }
      expect((await search(true)).openBuy).toHaveLength(1)
      expect((await search(false)).problems).toMatchObject([
        { errorCode: 'service_error', message: expect.stringContaining('certificate verify failed') },
      ])
      expect(srm.documents().at(-1)?.found).toContain('Disable SSL Cert Verification')
    } finally {
      await secured.close()
    }
  })

  it('is a search that nobody waits for in vain: what goes wrong is said', async () => {
    shop.answer = html('<h1>No</h1>', 403)
    const { problems, openBuy } = await srm.person('emma').search('notebook')
    expect(openBuy).toEqual([])
    expect(problems).toMatchObject([
      { errorCode: 'un_authorized', message: 'Brightstack Marketplace refused our OCI user' },
    ])
  })

  it('is what lines of a cart are today: they become that, and keep their quantity', async () => {
    const mine = srm.person('emma')
    const trip = await mine.shop()
    const two = { ...line, ...numbered({ ...line, 'NEW_ITEM-EXT_PRODUCT_ID[1]': 'gone' }, 2) }
    const { number } = await mine.returnCart(two, trip)
    expect(readText((await emma.get('/cart')).html)).toContain('Check prices')
    shop.answer = (response, connection) =>
      html(
        asked().PRODUCTID === 'gone'
          ? '<form></form>'
          : results.replace('value="99990"', 'value="1300"').replace('value="key-11"', 'value="ref-2"'),
      )(response, connection)
    await emma.post(`/requisitions/${number}/validate`, { trip: String(trip.id) })
    expect(shop.received.map(({ body }) => Object.fromEntries(new URLSearchParams(body)))).toMatchObject([
      { FUNCTION: 'VALIDATE', PRODUCTID: 'ref-1', QUANTITY: '2' },
      { FUNCTION: 'VALIDATE', PRODUCTID: 'gone' },
    ])
    const after = srm.requisition(number)
    expect(after.lines).toMatchObject([
      { quantity: '2', unitPrice: '13', total: '26', suppAuxPartNum: 'ref-2', trip: trip.id },
      { quantity: '2', unitPrice: '12.50', suppAuxPartNum: 'gone' },
    ])
    expect(after.history.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'Checked line 1 at Brightstack Marketplace: its price was 12.50 and is 13',
        'Checked line 2 at Brightstack Marketplace: it is not offered any more',
      ]),
    )
    await mine.submit(number)
    await expect(mine.validate(number)).rejects.toMatchObject({ code: 'ERR_COUPA_FORBIDDEN' })
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
      'oci.searches': 'on',
    })
    expect(sent.status).toBe(303)
    expect(srm.company.current.punchoutSites[0]?.oci).toEqual({
      username: 'other',
      password,
      method: 'GET',
      charset: 'iso-8859-1',
      searches: true,
    })
  })
})
