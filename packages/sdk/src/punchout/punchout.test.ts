import { describe, expect, it } from 'vitest'
import {
  cart,
  returned,
  secret,
  setupXml,
  startPageOf,
  startTestSupplier,
} from '../../test/start-test-supplier.js'
import type { PunchoutSession } from './session.js'

const path = (url: string) => new URL(url).pathname

async function openedSession(world = startTestSupplier(), setup = {}) {
  const { cookie } = await world.openSession(setup)
  const session = await world.supplier.session(
    new Request('https://market.example/products/1', { headers: { cookie: `theme=dark; ${cookie}` } }),
  )
  if (session === undefined) throw new Error('no session')
  return { world, session, cookie }
}

describe('a PunchOutSetupRequest', () => {
  it('starts a session that knows who shops, for whom and where the cart goes', async () => {
    const { session } = await openedSession(startTestSupplier(), {
      buyerCookie: ' a&amp;b\n',
      deploymentMode: 'test',
      more: '<Contact role="endUser"><Name xml:lang="en">ereyes</Name><Email>other@buyer.example</Email></Contact><SelectedItem><ItemID><SupplierPartID>SKU-1</SupplierPartID><SupplierPartAuxiliaryID>x.1</SupplierPartAuxiliaryID></ItemID></SelectedItem><SelectedItem><ItemID><SupplierPartID>SKU-2</SupplierPartID></ItemID></SelectedItem>',
      extrinsics:
        '<Extrinsic name="FirstName">Emma</Extrinsic><Extrinsic name="LastName">Reyes</Extrinsic><Extrinsic name="UniqueName">ereyes</Extrinsic><Extrinsic name="UserEmail">emma@buyer.example</Extrinsic><Extrinsic name="Cost">1</Extrinsic><Extrinsic name="Cost">2</Extrinsic>',
    })
    expect(session).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      buyerId: 'acme',
      protocol: 'cxml',
      operation: 'create',
      buyerCookie: ' a&b\n',
      browserFormPost: 'https://buyer.example/punchout/checkout?id=4',
      shopper: { login: 'ereyes', email: 'emma@buyer.example', firstName: 'Emma', lastName: 'Reyes' },
      extrinsics: [
        { name: 'FirstName', value: 'Emma' },
        { name: 'LastName', value: 'Reyes' },
        { name: 'UniqueName', value: 'ereyes' },
        { name: 'UserEmail', value: 'emma@buyer.example' },
        { name: 'Cost', value: '1' },
        { name: 'Cost', value: '2' },
      ],
      selectedItem: { supplierPartID: 'SKU-1', supplierPartAuxiliaryID: 'x.1' },
      selectedItems: [
        { supplierPartID: 'SKU-1', supplierPartAuxiliaryID: 'x.1' },
        { supplierPartID: 'SKU-2' },
      ],
      heldLines: [],
      deploymentMode: 'test',
      createdAt: new Date('2026-01-15T10:00:00Z'),
      expiresAt: new Date('2026-01-15T18:00:00Z'),
      status: 'open',
    } satisfies PunchoutSession)
  })

  it('leaves out a SelectedItem without a part, which Ivalua sends where nothing was chosen', async () => {
    const empty = '<SelectedItem><ItemID><SupplierPartID></SupplierPartID></ItemID></SelectedItem>'
    const { session } = await openedSession(startTestSupplier(), { more: empty })
    expect(session.selectedItem).toBeUndefined()
  })

  it('knows where to ship to, and who shops by that, where nothing else says it', async () => {
    const more =
      '<ShipTo><Address isoCountryCode="DE" addressID="1000"><Name xml:lang="de">Werk 1</Name><PostalAddress><Street>Ring 1</Street><City>Köln</City><Country isoCountryCode="DE">Germany</Country></PostalAddress><Email>werk1@buyer.example</Email></Address></ShipTo>'
    const { session } = await openedSession(startTestSupplier(), { more, extrinsics: '' })
    expect(session).toMatchObject({
      shopper: { email: 'werk1@buyer.example' },
      shipTo: { addressID: '1000', isoCountryCode: 'DE', postalAddress: { city: 'Köln' } },
    })
  })

  it('keeps the lines that the buyer holds when it is an edit', async () => {
    const item = (id: string) =>
      `<ItemOut quantity="2" lineNumber="4"><ItemID><SupplierPartID>${id}</SupplierPartID><SupplierPartAuxiliaryID>r.${id}</SupplierPartAuxiliaryID></ItemID></ItemOut>`
    const { session } = await openedSession(startTestSupplier(), {
      operation: 'edit',
      more: item('A') + item('B'),
    })
    expect(session.heldLines).toEqual([
      { supplierPartID: 'A', supplierPartAuxiliaryID: 'r.A', lineNumber: '4', quantity: '2' },
      { supplierPartID: 'B', supplierPartAuxiliaryID: 'r.B', lineNumber: '4', quantity: '2' },
    ])
  })

  it('sent again gives another StartPage of the same session, of which one can be opened', async () => {
    const world = startTestSupplier()
    const first = startPageOf(await world.post(setupXml({ payloadID: '7@b' })))
    const second = startPageOf(
      await world.post(setupXml({ payloadID: '7@b', timestamp: '2026-01-15T03:00:00-08:00' })),
    )
    expect(second).not.toBe(first)
    expect((await world.browse(path(second), { method: 'POST' })).status).toBe(303)
    expect((await world.browse(path(first), { method: 'POST' })).status).toBe(410)
  })

  it('with a payloadID that another document had is refused with 409', async () => {
    const world = startTestSupplier()
    await world.post(setupXml({ payloadID: '7@b', buyerCookie: 'one' }))
    const answer = await world.post(setupXml({ payloadID: '7@b', buyerCookie: 'two' }))
    expect(answer).toMatchObject({ http: 200, code: '409' })
    expect(answer.reason).toContain('cXML/@payloadID was used before for another document')
  })

  it('of another buyer may have the same payloadID', async () => {
    const world = startTestSupplier()
    await world.post(setupXml({ payloadID: '7@b' }))
    const other = {
      payloadID: '7@b',
      identity: 'AN02',
      secret: 'globex-secret',
      post: 'https://globex.example/',
    }
    expect((await world.post(setupXml(other))).code).toBe('200')
  })
})

describe('a StartPage', () => {
  it('is shown without being used up, and opens the shop once', async () => {
    const world = startTestSupplier()
    const url = startPageOf(await world.post(setupXml()))
    expect(url).toMatch(/^https:\/\/market\.example\/punchloop\/start\/[A-Za-z0-9_-]{43}$/)
    for (const method of ['GET', 'HEAD', 'GET']) {
      const shown = await world.browse(path(url), { method })
      expect(shown.status).toBe(200)
      expect(shown.headers.get('cache-control')).toBe('no-store')
      expect(shown.headers.get('referrer-policy')).toBe('no-referrer')
      expect(shown.headers.get('set-cookie')).toBeNull()
      expect(shown.headers.get('content-security-policy')).toContain(
        "form-action 'self'; frame-ancestors https://buyer.example",
      )
    }
    const opened = await world.browse(path(url), { method: 'POST' })
    expect(opened.status).toBe(303)
    expect(opened.headers.get('location')).toBe('/')
    expect(opened.headers.get('set-cookie')).toMatch(
      /^__Host-punchloop=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=None; Secure; Partitioned$/,
    )
    const again = await world.browse(path(url), { method: 'POST' })
    expect(again.status).toBe(410)
    expect(await again.text()).toContain('This link was already opened')
    expect((await world.browse(path(url))).status).toBe(410)
  })

  it('sets a Lax cookie on a laptop, where there is no https', async () => {
    const world = startTestSupplier({ origin: 'http://localhost:3000', allowInsecureOrigins: true })
    const opened = await world.browse(path(startPageOf(await world.post(setupXml()))), { method: 'POST' })
    expect(opened.headers.get('set-cookie')).toMatch(/^punchloop=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('leads to the chosen product', async () => {
    const more = '<SelectedItem><ItemID><SupplierPartID>SKU-1</SupplierPartID></ItemID></SelectedItem>'
    expect(await startTestSupplier().openSession({ more })).toMatchObject({ location: '/products/SKU-1' })
  })

  it('lets exactly one of two browsers in that come together', async () => {
    const world = startTestSupplier()
    const url = path(startPageOf(await world.post(setupXml())))
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.browse(url, { method: 'POST' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410, 410, 410, 410, 410, 410])
  })

  it('can be reloaded by the same browser for a minute, and by no other', async () => {
    const world = startTestSupplier()
    const { cookie, startPage } = await world.openSession()
    world.advance(60_000)
    expect((await world.browse(path(startPage), { cookie })).status).toBe(200)
    const reloaded = await world.browse(path(startPage), { method: 'POST', cookie })
    expect(reloaded.status).toBe(303)
    expect(reloaded.headers.get('set-cookie')).toBeNull()
    expect(
      (await world.browse(path(startPage), { method: 'POST', cookie: '__Host-punchloop=other' })).status,
    ).toBe(410)
    world.advance(1)
    expect((await world.browse(path(startPage), { method: 'POST', cookie })).status).toBe(410)
  })

  it('expires after ten minutes, and says so', async () => {
    const world = startTestSupplier()
    const url = path(startPageOf(await world.post(setupXml())))
    world.advance(600_000)
    const answer = await world.browse(url, { method: 'POST' })
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('This link has expired')
  })

  it('that nobody issued is 404', async () => {
    const world = startTestSupplier()
    const answer = await world.browse(`/punchloop/start/${'A'.repeat(43)}`, { method: 'POST' })
    expect(answer.status).toBe(404)
  })

  it('gives a new cookie, whatever session the browser brought', async () => {
    const world = startTestSupplier()
    const first = await world.openSession()
    const url = path(startPageOf(await world.post(setupXml())))
    const opened = await world.browse(url, { method: 'POST', cookie: first.cookie })
    expect(opened.status).toBe(303)
    expect(opened.headers.get('set-cookie')).not.toContain(first.cookie)
  })

  it.each([
    '//evil.example',
    '/products/..//evil.example',
    'https://evil.example/',
    'products',
    '/\\evil.example',
  ])('stays unused when openShop wants to send the shopper to %s', async target => {
    let answer = target
    const world = startTestSupplier({ openShop: () => answer })
    const url = path(startPageOf(await world.post(setupXml())))
    const refused = await world.browse(url, { method: 'POST' })
    expect(refused.status).toBe(500)
    expect(refused.headers.get('set-cookie')).toBeNull()
    expect(world.log).toContainEqual(
      expect.objectContaining({
        level: 'error',
        message: expect.stringContaining('"openShop" must return a path'),
      }),
    )
    answer = '/welcome?x=1'
    expect((await world.browse(url, { method: 'POST' })).headers.get('location')).toBe('/welcome?x=1')
  })
})

describe('a session', () => {
  it('is found by its cookie until it expires', async () => {
    const { world, cookie } = await openedSession()
    const request = new Request('https://market.example/', { headers: { cookie } })
    world.advance(8 * 3_600_000 - 1)
    expect(await world.supplier.session(request)).toMatchObject({ status: 'open' })
    world.advance(1)
    expect(await world.supplier.session(request)).toBeUndefined()
  })

  it('is not found without the cookie, or with another', async () => {
    const { world } = await openedSession()
    expect(await world.supplier.session(new Request('https://market.example/'))).toBeUndefined()
    const request = new Request('https://market.example/', { headers: { cookie: '__Host-punchloop=guess' } })
    expect(await world.supplier.session(request)).toBeUndefined()
  })

  it('shows the shop nothing that ties it to the browser', async () => {
    const { session } = await openedSession()
    expect(Object.keys(session)).not.toContain('cookieHash')
  })
})

describe('returnCart', () => {
  it('hands the cart to the browser and keeps it as a waiting request', async () => {
    const { world, session } = await openedSession(undefined, { buyerCookie: 'c&lt;00&gt;"kie' })
    const { request, response } = await world.supplier.returnCart(session, cart)
    expect(request).toMatchObject({
      buyerId: 'acme',
      sessionId: session.id,
      status: 'waiting',
      currency: 'USD',
      total: '60.12',
      shopper: { login: 'ereyes', email: 'emma@buyer.example' },
    })
    const { document, action, field } = await returned(response)
    expect(action).toBe('https://buyer.example/punchout/checkout?id=4')
    expect(field.name).toBe('cxml-base64')
    if (document.kind !== 'PunchOutOrderMessage') throw new Error(document.kind)
    expect(document.warnings).toEqual([])
    expect(document.header.from.credentials).toEqual([{ domain: 'NetworkID', identity: 'SUPPLIER' }])
    expect(document.header.to.credentials).toEqual([{ domain: 'NetworkID', identity: 'AN01' }])
    const { buyerCookie, punchOutOrderMessageHeader, itemIns } = document.message.punchOutOrderMessage
    expect(buyerCookie).toBe('c<00>"kie')
    expect(punchOutOrderMessageHeader).toMatchObject({
      operationAllowed: 'create',
      total: { money: { currency: 'USD', amount: '60.12' } },
    })
    expect(
      itemIns.map(({ itemID, itemDetail, quantity }) => [
        quantity,
        itemID.supplierPartAuxiliaryID,
        itemDetail.unitPrice.money.amount,
      ]),
    ).toEqual([
      ['3', request.lines[0]?.supplierPartAuxiliaryID, '19.99'],
      ['1.5', request.lines[1]?.supplierPartAuxiliaryID, '0.10'],
    ])
    expect(itemIns[0]?.itemDetail.descriptions).toEqual([
      { xmlLang: 'en-US', shortName: 'Plan', value: 'Plan, yearly & renewing' },
    ])
    expect(itemIns[1]?.itemDetail).toMatchObject({
      unitOfMeasure: 'HUR',
      classifications: [{ domain: 'UNSPSC', value: '81112200' }],
      url: 'https://market.example/products/SKU-2?a=1&b=2',
      extrinsics: [{ name: 'LineType', value: 'Quantity' }],
    })
  })

  it('makes a page that can post to the buyer and nowhere else', async () => {
    const { world, session } = await openedSession()
    const { response } = await world.supplier.returnCart(session, cart)
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; .*script-src 'nonce-[^']+'; form-action https:\/\/buyer\.example; frame-ancestors https:\/\/buyer\.example; /,
    )
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { html, xml } = await returned(response)
    expect(html).toContain('<button type="submit">')
    expect(xml).not.toContain('SharedSecret')
    expect(html + xml).not.toContain(secret)
  })

  it('encodes as the buyer wants it', async () => {
    const setup = { identity: 'AN02', secret: 'globex-secret', post: 'https://globex.example/r' }
    const { world, session } = await openedSession(undefined, setup)
    const { field, document } = await returned((await world.supplier.returnCart(session, cart)).response)
    expect(field.name).toBe('cxml-urlencoded')
    expect(field.value).toMatch(/^<\?xml/)
    expect(document.kind).toBe('PunchOutOrderMessage')
  })

  it.each([' c00kie\n ', 'a<b c="1">x</b>', '&amp;&lt;', 'é😀'])(
    'returns the BuyerCookie %j byte for byte, in both encodings',
    async buyerCookie => {
      const globex = { identity: 'AN02', secret: 'globex-secret', post: 'https://globex.example/r' }
      for (const setup of [{ buyerCookie }, { ...globex, buyerCookie }]) {
        const { world, session } = await openedSession(undefined, setup)
        const { xml } = await returned((await world.supplier.returnCart(session, cart)).response)
        const text = xml.replace(/&#(\d+);|&#x([0-9A-F]+);/gi, (_, decimal, hex) =>
          String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
        )
        expect(text).toContain(`<BuyerCookie>${buyerCookie}</BuyerCookie>`)
      }
    },
  )

  it('keeps deploymentMode', async () => {
    const { world, session } = await openedSession(undefined, { deploymentMode: 'test' })
    const { request, response } = await world.supplier.returnCart(session, cart)
    expect(request.deploymentMode).toBe('test')
    expect((await returned(response)).document).toMatchObject({ message: { deploymentMode: 'test' } })
  })

  it('returns one cart a session', async () => {
    const { world, session, cookie } = await openedSession()
    const both = await Promise.allSettled([
      world.supplier.returnCart(session, cart),
      world.supplier.returnCart(session, cart),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: {
        name: 'SessionError',
        code: 'ERR_PUNCHOUT_SESSION',
        status: 412,
        message: expect.stringContaining('its cart has been returned already'),
      },
    })
    expect(await world.supplier.requests({ buyerId: 'acme' })).toHaveLength(1)
    const request = new Request('https://market.example/', { headers: { cookie } })
    expect(await world.supplier.session(request)).toMatchObject({ status: 'returned' })
    await expect(world.supplier.cancelCart(session)).rejects.toThrow('its cart has been returned already')
  })

  it('refuses after the session expired', async () => {
    const { world, session } = await openedSession()
    world.advance(8 * 3_600_000)
    await expect(world.supplier.returnCart(session, cart)).rejects.toThrow(
      'expired at 2026-01-15T18:00:00.000Z',
    )
  })

  it('refuses on inspect, where the buyer takes no cart', async () => {
    const { world, session } = await openedSession(undefined, { operation: 'inspect' })
    await expect(world.supplier.returnCart(session, cart)).rejects.toThrow('operation "inspect"')
    expect((await returned(await world.supplier.cancelCart(session))).document).toMatchObject({
      message: { status: { code: '204' } },
    })
  })

  it('refuses a session that is not in its store', async () => {
    const { world, session } = await openedSession()
    await expect(world.supplier.returnCart({ ...session, buyerId: 'globex' }, cart)).rejects.toThrow(
      'is not known',
    )
  })

  const line = cart.lines[0]!
  it.each([
    ['currency', { ...cart, currency: 'usd' }],
    ['lines', { ...cart, lines: [] }],
    ['lines[0].quantity', { ...cart, lines: [{ ...line, quantity: '0.0' }] }],
    ['lines[0].quantity', { ...cart, lines: [{ ...line, quantity: '1e3' }] }],
    ['lines[1].quantity', { ...cart, lines: [line, { ...line, quantity: '-1' }] }],
    ['lines[0].unitPrice', { ...cart, lines: [{ ...line, unitPrice: '1,000.00' }] }],
    ['lines[0].unitPrice', { ...cart, lines: [{ ...line, unitPrice: 'NaN' }] }],
    ['lines[0].supplierPartID', { ...cart, lines: [{ ...line, supplierPartID: ' ' }] }],
    ['lines[0].description', { ...cart, lines: [{ ...line, description: 'a\u0000b' }] }],
    ['lines[0].description', { ...cart, lines: [{ ...line, description: '\ud800' }] }],
    ['lines[0].unitOfMeasure', { ...cart, lines: [{ ...line, unitOfMeasure: 'each' }] }],
    ['lines[0].unspsc', { ...cart, lines: [{ ...line, unspsc: '4323' }] }],
    ['lines[0].url', { ...cart, lines: [{ ...line, url: 'javascript:alert(1)' }] }],
    [
      'lines[0].extrinsics[0].name',
      { ...cart, lines: [{ ...line, extrinsics: [{ name: '', value: 'v' }] }] },
    ],
  ])('refuses a wrong %s and leaves the session open', async (field, wrong) => {
    const { world, session } = await openedSession()
    await expect(world.supplier.returnCart(session, wrong)).rejects.toMatchObject({
      name: 'CartError',
      code: 'ERR_PUNCHOUT_CART',
      field,
      message: expect.stringMatching(/^Cart .+ must /),
    })
    await expect(world.supplier.returnCart(session, cart)).resolves.toBeDefined()
  })

  it('sends a free trial for nothing', async () => {
    const { world, session } = await openedSession()
    const trial = { currency: 'USD', lines: [{ ...line, unitPrice: '0.00' }] }
    expect((await world.supplier.returnCart(session, trial)).request.total).toMatch(/^0(?:\.00)?$/)
  })
})

describe('cancelCart', () => {
  it('tells the buyer to change nothing', async () => {
    const { world, session, cookie } = await openedSession(undefined, { operation: 'edit' })
    const { document } = await returned(await world.supplier.cancelCart(session))
    expect(document).toMatchObject({
      kind: 'PunchOutOrderMessage',
      message: {
        status: { code: '204', text: 'No Content' },
        punchOutOrderMessage: { buyerCookie: 'c00kie', itemIns: [] },
      },
    })
    const request = new Request('https://market.example/', { headers: { cookie } })
    expect(await world.supplier.session(request)).toMatchObject({ status: 'cancelled' })
    expect(await world.supplier.requests({})).toEqual([])
    await expect(world.supplier.returnCart(session, cart)).rejects.toThrow('it was cancelled')
  })
})
