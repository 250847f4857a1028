import { describe, expect, it } from 'vitest'
import {
  cart,
  requestXml,
  secret,
  startTestSupplier,
  type TestSupplier,
} from '../../test/start-test-supplier.js'
import type { Buyer } from '../buyers/buyer.js'
import type { OpenBuyCatalog, OpenBuyItem } from '../open-buy/catalog.js'
import type { Cart } from '../punchout/cart.js'
import type { OciAccess } from './oci-access.js'

const password = 'marker-oci-31d8'
const hook = 'https://srm.example/sap/bc/gui?~event=x&client=100'

const item: OpenBuyItem = {
  supplierPartID: 'SKU-1',
  name: 'Plan',
  description: 'A plan of which much is to be said, more than forty characters',
  unitPrice: '19.90',
  currency: 'EUR',
  unitOfMeasure: 'EA',
  unspsc: '43232701',
}

const catalog: OpenBuyCatalog = {
  search: async ({ text }) => ({
    totalCount: 3,
    items:
      text === 'plan'
        ? [
            item,
            { ...item, supplierPartID: 'X'.repeat(41) },
            { ...item, supplierPartID: 'SKU-2', needsConfiguration: true },
          ]
        : [],
  }),
  item: async ({ supplierPartID }) => (supplierPartID === 'SKU-1' ? item : undefined),
}

function start(
  access: Partial<OciAccess> = {},
  change: Parameters<typeof startTestSupplier>[0] = {},
  more: Partial<Buyer> = {},
): TestSupplier {
  const buyer: Buyer = {
    id: 'srm',
    name: 'Globex SRM',
    credentials: [{ domain: 'NetworkID', identity: 'SRM' }],
    sharedSecrets: [secret],
    browserFormPostOrigins: ['https://srm.example'],
    oci: { username: 'globex', passwords: [password, 'older'], ...access },
    ...more,
  }
  return startTestSupplier({ buyers: [buyer], openBuy: catalog, ...change })
}

const usual = { USERNAME: 'globex', PASSWORD: password, HOOK_URL: hook }

async function call(
  world: TestSupplier,
  fields: Readonly<Record<string, string>> | readonly [string, string][],
  method: 'GET' | 'POST' = 'GET',
): Promise<{ status: number; headers: Headers; html: string }> {
  const form = new URLSearchParams(fields as Record<string, string>)
  const request =
    method === 'GET'
      ? new Request(`${world.supplier.ociUrl}?${form}`)
      : new Request(world.supplier.ociUrl, { method, body: form })
  const response = await world.supplier.fetch(request)
  return { status: response.status, headers: response.headers, html: await response.text() }
}

/** What a browser would post, and where. */
function formOf(html: string) {
  const unescaped = (text = '') =>
    text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))).replaceAll('&amp;', '&')
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
    ([, name, value]) => [unescaped(name), unescaped(value)] as const,
  )
  const [, attributes = ''] = /<form([^>]*)>/.exec(html) ?? []
  const attribute = (name: string) => unescaped(new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1])
  return { fields: Object.fromEntries(fields), names: fields.map(([name]) => name), attribute }
}

async function shop(world: TestSupplier, fields: Readonly<Record<string, string>> = {}) {
  const { headers } = await call(world, { ...usual, ...fields })
  const startPage = headers.get('location') ?? ''
  const opened = await world.browse(startPage, { method: 'POST' })
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const session = await world.supplier.session(
    new Request('https://market.example/', { headers: { cookie } }),
  )
  if (session === undefined) throw new Error('no session')
  return { session, location: opened.headers.get('location') }
}

describe('a call by OCI', () => {
  it.each(['GET', 'POST'] as const)('by %s opens the same one-time StartPage as cXML does', async method => {
    const world = start()
    const answer = await call(
      world,
      { ...usual, '~OkCode': 'ADDI', '~CALLER': 'CTLG', COSTCENTER: '4711' },
      method,
    )
    expect(answer.status).toBe(303)
    const location = answer.headers.get('location') ?? ''
    expect(location).toMatch(/^https:\/\/market\.example\/punchloop\/start\/[\w-]{43}$/)
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    const opened = await world.browse(location, { method: 'POST' })
    expect(opened).toMatchObject({ status: 303 })
    expect(opened.headers.get('location')).toBe('/')
  })

  it('gives the shop a session like any other', async () => {
    const { session } = await shop(start({ fields: { email: 'MAIL', login: 'UNAME' } }), {
      MAIL: 'e@srm.example',
      UNAME: 'EREYES',
      COSTCENTER: '4711',
    })
    expect(session).toMatchObject({
      protocol: 'oci',
      buyerId: 'srm',
      operation: 'create',
      shopper: { email: 'e@srm.example', login: 'EREYES' },
      extrinsics: [{ name: 'COSTCENTER', value: '4711' }],
      browserFormPost: hook,
      deploymentMode: 'production',
    })
    expect(JSON.stringify(session)).not.toContain(password)
  })

  it('is a test where the buyer is on trial: OCI itself has no word for it', async () => {
    const { session } = await shop(start({}, {}, { test: true }))
    expect(session.deploymentMode).toBe('test')
  })

  it('takes either password while one replaces the other, and other names of fields', async () => {
    expect(await call(start(), { ...usual, PASSWORD: 'older' })).toMatchObject({ status: 303 })
    const world = start({ fields: { username: 'user', password: 'pw', hookUrl: 'RETURN_URL' } })
    expect(await call(world, { user: 'globex', pw: password, RETURN_URL: hook })).toMatchObject({
      status: 303,
    })
    expect(await call(world, usual)).toMatchObject({ status: 401 })
  })

  it.each([
    ['a wrong password', { PASSWORD: 'wrong' }],
    ['no password', { PASSWORD: '' }],
    ['an unknown user', { USERNAME: 'somebody' }],
    ['a name of an object’s member', { USERNAME: '__proto__' }],
  ])('is refused with the same words for %s', async (_, change) => {
    const world = start()
    const { status, html } = await call(world, { ...usual, ...change })
    expect(status).toBe(401)
    expect(html).toContain('The user name or the password of the call was not recognised')
    expect(JSON.stringify(world.log)).not.toMatch(/marker|wrong|somebody/)
  })

  it.each([
    ['https://evil.example/', 'origin https://evil.example'],
    ['http://srm.example/', 'must be an https URL'],
    ['https://srm.example@evil.example/', 'user name'],
    ['javascript:alert(1)', 'must be an https URL'],
    ['https://srm.example/\nx', 'control character'],
    ['//srm.example/', 'not an absolute URL'],
    ['', 'is missing'],
  ])('whose HOOK_URL is %j is refused', async (url, reason) => {
    const { status, html } = await call(start(), { ...usual, HOOK_URL: url })
    expect(status).toBe(400)
    expect(html).toContain('HOOK_URL')
    expect(html).toContain(reason)
    expect(html).not.toContain('<a ')
  })

  it.each(['"><script>', '_evil', 'a b', 'x'.repeat(65)])('whose ~TARGET is %j is refused', async target => {
    const { status, html } = await call(start(), { ...usual, '~TARGET': target })
    expect(status).toBe(400)
    expect(html).toContain('~TARGET must be')
  })

  it('that says a field twice, says too much, or is no form, is refused', async () => {
    const world = start()
    const twice: [string, string][] = [...Object.entries(usual), ['hook_url', 'https://srm.example/other']]
    expect((await call(world, twice)).html).toContain('hook_url stands in the call more than once')
    const again: [string, string][] = [...Object.entries(usual), ['hook_url', hook]]
    expect(await call(world, again)).toMatchObject({ status: 303 })
    const many = Array.from({ length: 101 }, (_, index): [string, string] => [`F${index}`, ''])
    expect((await call(world, many)).status).toBe(400)
    const json = new Request(world.supplier.ociUrl, { method: 'POST', body: JSON.stringify(usual) })
    expect((await world.supplier.fetch(json)).status).toBe(400)
    const huge = new Request(world.supplier.ociUrl, {
      method: 'POST',
      body: new URLSearchParams({ ...usual, X: 'x'.repeat(70_000) }),
    })
    expect((await world.supplier.fetch(huge)).status).toBeGreaterThanOrEqual(400)
    expect((await call(world, { ...usual, FUNCTION: 'DROP' })).html).toContain('FUNCTION must be')
  })

  it('of a buyer that is not configured for it finds nobody', async () => {
    expect(await call(startTestSupplier(), usual)).toMatchObject({ status: 401 })
  })
})

describe('what SAP encodes in ISO-8859-1', () => {
  const encoded =
    'USERNAME=globex&PASSWORD=marker-oci-31d8&HOOK_URL=https%3A%2F%2Fsrm.example%2Fh%3Fsite%3DK%25F6ln%26x%3D1'

  it.each(['GET', 'POST'] as const)('is read as that by %s, and UTF-8 as UTF-8', async method => {
    const seen: string[] = []
    const world = start(
      {},
      {
        openBuy: {
          ...catalog,
          search: async ({ text }) => {
            seen.push(text)
            return { totalCount: 0, items: [] }
          },
        },
      },
    )
    for (const word of ['Gr%F6%DFe+5', 'Gr%C3%B6%C3%9Fe%205']) {
      const fields = `${encoded}&FUNCTION=BACKGROUND_SEARCH&SEARCHSTRING=${word}`
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
      const request =
        method === 'GET'
          ? new Request(`${world.supplier.ociUrl}?${fields}`)
          : new Request(world.supplier.ociUrl, { method, headers, body: fields })
      const html = await (await world.supplier.fetch(request)).text()
      // The hook goes back byte for byte, whatever charset the form has.
      expect(formOf(html).attribute('action')).toBe('https://srm.example/h?site=K%F6ln')
      expect(formOf(html).fields).toEqual({ x: '1' })
    }
    expect(seen).toEqual(['Größe 5', 'Größe 5'])
  })
})

describe('a cart that goes back by OCI', () => {
  it('is a form of NEW_ITEM fields from 1, posted to the hook without its query', async () => {
    const world = start()
    const { session } = await shop(world, { '~OkCode': 'ADDI', '~TARGET': '_top', '~CALLER': 'CTLG' })
    const { request, response } = await world.supplier.returnCart(session, cart)
    const html = await response.text()
    const { fields, attribute } = formOf(html)
    expect(attribute('action')).toBe('https://srm.example/sap/bc/gui')
    expect(attribute('target')).toBe('_top')
    expect(attribute('accept-charset')).toBe('iso-8859-1')
    const [first, second] = request.lines
    expect(fields).toEqual({
      '~event': 'x',
      client: '100',
      '~OkCode': 'ADDI',
      '~TARGET': '_top',
      '~CALLER': 'CTLG',
      'NEW_ITEM-DESCRIPTION[1]': 'Plan',
      'NEW_ITEM-QUANTITY[1]': '3',
      'NEW_ITEM-UNIT[1]': 'EA',
      'NEW_ITEM-PRICE[1]': '19.99',
      'NEW_ITEM-PRICEUNIT[1]': '1',
      'NEW_ITEM-CURRENCY[1]': 'USD',
      'NEW_ITEM-VENDORMAT[1]': 'SKU-1',
      'NEW_ITEM-MATGROUP[1]': '43232701',
      'NEW_ITEM-EXT_QUOTE_ID[1]': request.id,
      'NEW_ITEM-EXT_QUOTE_ITEM[1]': '1',
      'NEW_ITEM-EXT_PRODUCT_ID[1]': first?.supplierPartAuxiliaryID,
      'NEW_ITEM-LONGTEXT_1:132[]': 'Plan, yearly & renewing',
      'NEW_ITEM-DESCRIPTION[2]': 'Support hours',
      'NEW_ITEM-QUANTITY[2]': '1.5',
      'NEW_ITEM-UNIT[2]': 'HUR',
      'NEW_ITEM-PRICE[2]': '0.10',
      'NEW_ITEM-PRICEUNIT[2]': '1',
      'NEW_ITEM-CURRENCY[2]': 'USD',
      'NEW_ITEM-VENDORMAT[2]': 'SKU-2',
      'NEW_ITEM-MATGROUP[2]': '81112200',
      'NEW_ITEM-EXT_QUOTE_ID[2]': request.id,
      'NEW_ITEM-EXT_QUOTE_ITEM[2]': '2',
      'NEW_ITEM-EXT_PRODUCT_ID[2]': second?.supplierPartAuxiliaryID,
    })
    expect(response.headers.get('content-security-policy')).toContain('form-action https://srm.example')
    await expect(world.supplier.returnCart(session, cart)).rejects.toThrow('returned already')
  })

  const line = cart.lines[0] as Cart['lines'][number]
  const returned = async (
    change: Partial<Cart['lines'][number]>,
    call = {},
    access: Partial<OciAccess> = {},
  ) => {
    const world = start(access, { referenceKeys: [{ id: 'k1', secret: 'sixteen characters' }] })
    const { session } = await shop(world, call)
    const { shortName: _, ...plain } = line
    const { response } = await world.supplier.returnCart(session, {
      currency: 'USD',
      lines: [{ ...plain, ...change }],
    })
    return formOf(await response.text()).fields
  }

  it('says what is cheaper than a thousandth by its price unit', async () => {
    expect(await returned({ unitPrice: '0.0125' })).toMatchObject({
      'NEW_ITEM-PRICE[1]': '0.125',
      'NEW_ITEM-PRICEUNIT[1]': '10',
    })
    expect(await returned({ unitPrice: '0.0000012' })).toMatchObject({
      'NEW_ITEM-PRICE[1]': '0.012',
      'NEW_ITEM-PRICEUNIT[1]': '10000',
    })
    await expect(returned({ unitPrice: '0.00000012' })).rejects.toThrow('lines[0].unitPrice')
  })

  it('cuts a description at a whole character, and says all of it in the long text', async () => {
    const description = `${'x'.repeat(39)}\u{1F469}\u200D\u{1F4BB} and more`
    const fields = await returned({ description }, { http_content_charset: 'UTF-8' })
    expect(fields['NEW_ITEM-DESCRIPTION[1]']).toBe('x'.repeat(39))
    expect(fields['NEW_ITEM-LONGTEXT_1:132[]']).toBe(description)
  })

  it('is written in what the buyer reads: plain signs where it reads ISO-8859-1', async () => {
    const description = 'Größe „L“ – 5 € … 漢'
    expect((await returned({ description }))['NEW_ITEM-DESCRIPTION[1]']).toBe('Größe "L" - 5 EUR ... ?')
    const utf8 = await returned({ description }, { http_content_charset: 'utf-8' })
    expect(utf8['NEW_ITEM-DESCRIPTION[1]']).toBe(description)
  })

  it.each([
    ['supplierPartID', 'X'.repeat(41), 'VENDORMAT takes 40'],
    ['supplierPartID', 'SKÜ-漢', 'ISO-8859-1'],
    ['quantity', '1.2345', 'at most 3 digits'],
    ['quantity', '123456789012.5', 'at most 11 digits before the point'],
    ['unitPrice', '123456789012', 'at most 11 digits before the point'],
    ['manufacturerPartID', 'X'.repeat(41), 'MANUFACTMAT takes 40'],
  ])('is refused where its %s %j would be cut', async (field, value, reason) => {
    await expect(returned({ [field]: value })).rejects.toThrow(reason)
  })

  it('carries the buyer’s own fields and units, and a reference that fits', async () => {
    const fields = await returned(
      {
        extrinsics: [
          { name: 'CUST_FIELD1', value: 'yearly' },
          { name: 'LineType', value: 'Quantity' },
        ],
      },
      {},
      { units: { EA: 'ST' } },
    )
    expect(fields['NEW_ITEM-CUST_FIELD1[1]']).toBe('yearly')
    expect(fields['NEW_ITEM-UNIT[1]']).toBe('ST')
    expect(fields['NEW_ITEM-EXT_PRODUCT_ID[1]']).toMatch(/^[0-9a-f]{32}$/)
    expect(Object.keys(fields).join()).not.toContain('LineType')
  })

  it('names our number at the buyer, and what only the shop knows of a line', async () => {
    const extrinsics = [
      { name: 'LEADTIME', value: '14' },
      { name: 'CONTRACT', value: '4600000012' },
      { name: 'CONTRACT_ITEM', value: '00010' },
    ]
    const fields = await returned({ extrinsics }, {}, { vendor: '0000100042' })
    expect(fields).toMatchObject({
      'NEW_ITEM-VENDOR[1]': '0000100042',
      'NEW_ITEM-LEADTIME[1]': '14',
      'NEW_ITEM-CONTRACT[1]': '4600000012',
      'NEW_ITEM-CONTRACT_ITEM[1]': '00010',
    })
    expect(() => start({ vendor: '12345678901' })).toThrow('buyers[0].oci.vendor')
  })

  it('has the buyer’s material number or a text, never both', async () => {
    const material = (value: string) => ({
      extrinsics: [{ name: 'MATNR', value }],
      description: 'x'.repeat(50),
    })
    const names = Object.keys(await returned(material('100-432')))
    expect(names).toContain('NEW_ITEM-MATNR[1]')
    expect(names.join()).not.toMatch(/DESCRIPTION|LONGTEXT/)
    await expect(returned(material('x'.repeat(19)), {}, { version: '3.0' })).rejects.toThrow('MATNR takes 18')
  })

  it('may be shown where the shop may: by the buyer and its portals', async () => {
    const world = start({}, {}, { frameOrigins: ['https://portal.example'] })
    const { session } = await shop(world)
    const { response } = await world.supplier.returnCart(session, cart)
    expect(response.headers.get('content-security-policy')).toContain(
      'frame-ancestors https://srm.example https://portal.example;',
    )
  })

  it('says what the HOOK_URL says already only there', async () => {
    const world = start()
    const HOOK_URL = 'https://srm.example/hook?~okcode=ADDI&x=1'
    const { session } = await shop(world, { HOOK_URL, '~OkCode': 'ADDI', '~CALLER': 'CTLG' })
    const { names } = formOf(await (await world.supplier.cancelCart(session)).text())
    expect(names).toEqual(['~okcode', 'x', '~CALLER'])
  })

  it('stays text, whatever a line says', async () => {
    const hostile = `"><script>alert(1)</script>`
    const world = start()
    const { session } = await shop(world)
    const { response } = await world.supplier.returnCart(session, {
      currency: 'USD',
      lines: [{ ...line, description: hostile, shortName: hostile }],
    })
    const html = await response.text()
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(formOf(html).fields['NEW_ITEM-DESCRIPTION[1]']).toBe(hostile)
  })

  it('is kept with the units that the buyer will order in', async () => {
    const world = start({ units: { EA: 'ST', ST: 'PCE' } })
    const { session } = await shop(world)
    const { request, response } = await world.supplier.returnCart(session, cart)
    expect(request.lines.map(({ unitOfMeasure }) => unitOfMeasure)).toEqual(['ST', 'HUR'])
    expect(formOf(await response.text()).fields['NEW_ITEM-UNIT[1]']).toBe('ST')
  })

  it('goes back without items when the shopper leaves', async () => {
    const world = start()
    const { session } = await shop(world, { '~OkCode': 'ADDI' })
    const { names } = formOf(await (await world.supplier.cancelCart(session)).text())
    expect(names).toEqual(['~event', 'client', '~OkCode'])
  })

  it('is ordered by cXML: the reference leads back from the order', async () => {
    const world = start()
    const { session } = await shop(world)
    const { request } = await world.supplier.returnCart(session, cart)
    const [first, second] = request.lines
    const answer = await world.post(
      requestXml(
        `<OrderRequest><OrderRequestHeader orderID="4500001" orderDate="2026-01-16T10:00:00+01:00" type="new"><Total><Money currency="USD">${request.total}</Money></Total></OrderRequestHeader>${[
          first,
          second,
        ]
          .map(
            each =>
              `<ItemOut quantity="${each?.quantity}" lineNumber="${each?.lineNumber}"><ItemID><SupplierPartID>${each?.supplierPartID}</SupplierPartID><SupplierPartAuxiliaryID>${each?.supplierPartAuxiliaryID}</SupplierPartAuxiliaryID></ItemID><ItemDetail><UnitPrice><Money currency="USD">${each?.unitPrice}</Money></UnitPrice><Description xml:lang="en">x</Description><UnitOfMeasure>${each?.unitOfMeasure}</UnitOfMeasure><Classification domain="UNSPSC">43232701</Classification></ItemDetail></ItemOut>`,
          )
          .join('')}</OrderRequest>`,
      ).replaceAll('AN01', 'SRM'),
    )
    expect([answer.code, answer.reason]).toEqual(['200', expect.any(String)])
    await world.supplier.deliver()
    expect(world.fulfilled).toEqual(['SKU-1', 'SKU-2'])
  })
})

describe('functions of OCI', () => {
  it('DETAIL opens the shop at the product, by part or by the reference of a line', async () => {
    const world = start()
    expect((await shop(world, { FUNCTION: 'DETAIL', PRODUCTID: 'SKU-2' })).location).toBe('/products/SKU-2')
    const { session } = await shop(world)
    const { request } = await world.supplier.returnCart(session, cart)
    const PRODUCTID = request.lines[0]?.supplierPartAuxiliaryID ?? ''
    expect((await shop(world, { FUNCTION: 'DETAIL', PRODUCTID })).location).toBe('/products/SKU-1')
  })

  it('SOURCING opens the shop, which learns what is looked for', async () => {
    const { session, location } = await shop(start(), { FUNCTION: 'SOURCING', SEARCHSTRING: 'plan' })
    expect(location).toBe('/')
    expect(session.extrinsics).toEqual([{ name: 'SEARCHSTRING', value: 'plan' }])
  })

  it('VALIDATE returns the line at today’s price, and keeps it as an offer', async () => {
    const world = start()
    const { html } = await call(world, {
      ...usual,
      FUNCTION: 'VALIDATE',
      PRODUCTID: 'SKU-1',
      QUANTITY: '2.5',
    })
    const { fields } = formOf(html)
    expect(fields).toMatchObject({
      'NEW_ITEM-QUANTITY[1]': '2.5',
      'NEW_ITEM-PRICE[1]': '19.90',
      'NEW_ITEM-CURRENCY[1]': 'EUR',
      'NEW_ITEM-DESCRIPTION[1]': 'Plan',
    })
    const [request] = await world.supplier.requests({ buyerId: 'srm' })
    expect(request).toMatchObject({
      id: fields['NEW_ITEM-EXT_QUOTE_ID[1]'],
      status: 'waiting',
      total: '49.75',
    })
    const unknown = await call(world, { ...usual, FUNCTION: 'VALIDATE', PRODUCTID: 'NOPE' })
    expect(unknown).toMatchObject({
      status: 404,
      html: expect.stringContaining('PRODUCTID names no product'),
    })
    expect(
      (await call(world, { ...usual, FUNCTION: 'VALIDATE', PRODUCTID: 'SKU-1', QUANTITY: '-1' })).status,
    ).toBe(400)
  })

  it('VALIDATE offers what was configured as it was, not as the product comes', async () => {
    const configured = { ...catalog, item: async () => ({ ...item, needsConfiguration: true }) }
    const world = start({}, { openBuy: configured })
    const { session } = await shop(world)
    const { request } = await world.supplier.returnCart(session, cart)
    const [line] = request.lines
    const { html } = await call(world, {
      ...usual,
      FUNCTION: 'VALIDATE',
      PRODUCTID: line?.supplierPartAuxiliaryID ?? '',
      QUANTITY: '7',
    })
    const [again] = await world.supplier.requests({ buyerId: 'srm', status: 'waiting' })
    expect(again?.lines).toMatchObject([
      { supplierPartID: line?.supplierPartID, unitPrice: line?.unitPrice, quantity: '7' },
    ])
    expect(again).toMatchObject({ currency: request.currency })
    expect(again?.id).not.toBe(request.id)
    expect(formOf(html).fields['NEW_ITEM-EXT_QUOTE_ID[1]']).toBe(again?.id)
  })

  it('VALIDATE offers nothing that was never configured', async () => {
    const configured = { ...catalog, item: async () => ({ ...item, needsConfiguration: true }) }
    const world = start({}, { openBuy: configured })
    const answer = await call(world, { ...usual, FUNCTION: 'VALIDATE', PRODUCTID: 'SKU-1' })
    expect(answer).toMatchObject({
      status: 404,
      html: expect.stringContaining('PRODUCTID names a product that is configured in the shop'),
    })
    expect(await world.supplier.requests({ buyerId: 'srm' })).toEqual([])
  })

  it('BACKGROUND_SEARCH answers with what fits the fields, for a program to read', async () => {
    const world = start()
    const { html, headers } = await call(
      world,
      { ...usual, FUNCTION: 'BACKGROUND_SEARCH', SEARCHSTRING: 'plan' },
      'POST',
    )
    expect(html).not.toContain('<script')
    expect(headers.get('content-security-policy')).not.toContain('script-src')
    const { fields, names } = formOf(html)
    expect(fields).toMatchObject({
      'NEW_ITEM-EXT_PRODUCT_ID[1]': 'SKU-1',
      'NEW_ITEM-PRICE[1]': '19.90',
      'NEW_ITEM-EXT_PRODUCT_ID[2]': 'SKU-2',
    })
    expect(names.some(name => name.includes('[3]'))).toBe(false)
    expect(await world.supplier.requests({ buyerId: 'srm' })).toEqual([])
    const nothing = await call(world, { ...usual, FUNCTION: 'BACKGROUND_SEARCH', SEARCHSTRING: 'none' })
    expect(formOf(nothing.html).names).toEqual(['~event', 'client'])
    expect((await call(world, { ...usual, FUNCTION: 'BACKGROUND_SEARCH' })).html).toContain(
      'SEARCHSTRING is missing',
    )
  })

  it('asks for a catalogue that can be asked', async () => {
    const { openBuy: _, ...without } = { openBuy: undefined }
    const world = startTestSupplier({
      ...without,
      buyers: [
        {
          id: 'srm',
          name: 'SRM',
          credentials: [{ domain: 'NetworkID', identity: 'SRM' }],
          sharedSecrets: [secret],
          browserFormPostOrigins: ['https://srm.example'],
          oci: { username: 'globex', passwords: [password] },
        },
      ],
    })
    const { status, html } = await call(world, { ...usual, FUNCTION: 'VALIDATE', PRODUCTID: 'SKU-1' })
    expect([status, html]).toEqual([404, expect.stringContaining('answers no questions')])
  })
})

describe('an OCI buyer', () => {
  it.each([
    [{ username: '' }, 'buyers[0].oci.username'],
    [{ passwords: [] }, 'buyers[0].oci.passwords'],
    [{ passwords: [''] }, 'buyers[0].oci.passwords[0]'],
    [{ version: '6.0' as '5.0' }, 'buyers[0].oci.version'],
  ])('is refused at construction with %j', (access, option) => {
    expect(() => start(access)).toThrow(option)
  })
})
