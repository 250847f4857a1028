import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cartDocument, type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'

let supplier: FakeSupplier
let coupa: MockCoupa

beforeEach(async () => {
  supplier = await startFakeSupplier()
  coupa = await startMockCoupa({ port: 0, company: supplier.company() })
})

afterEach(async () => {
  await coupa.close()
  await supplier.close()
})

async function postCart(fields: Readonly<Record<string, string>> | FormData, site = 1): Promise<Response> {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields)
  return fetch(`${coupa.url}/punchout/checkout?id=${site}`, { method: 'POST', body, redirect: 'manual' })
}

const base64 = (xml: string) => ({ 'cxml-base64': Buffer.from(xml).toString('base64') })

function tokenOf(response: Response): string {
  return response.headers.get('location')!.split('/').at(-1)!
}

describe('a cart that comes back', () => {
  it.each([
    ['cxml-base64', 'cXML-Base64'],
    ['cxml-urlencoded', 'CXML-URLENCODED'],
  ] as const)('is taken from %s in whatever case', async (encoding, name) => {
    const { buyerCookie } = await coupa.person('emma').shop()
    const [value] = Object.values(supplier.cart(buyerCookie, [{}], encoding))
    const response = await postCart({ [name]: value! })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toMatch(/^\/punchout\/carts\/[\w-]{43}$/)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(coupa.application.claimCart('emma', tokenOf(response))).toMatchObject({
      outcome: 'added',
      lineCount: 1,
    })
  })

  it('is taken at the older address, which names the site in its path', async () => {
    const { buyerCookie } = await coupa.person('emma').shop()
    const body = new URLSearchParams(supplier.cart(buyerCookie, [{}]))
    const response = await fetch(`${coupa.url}/punchout/checkout/1`, {
      method: 'POST',
      body,
      redirect: 'manual',
    })
    expect(response.status).toBe(303)
    expect(coupa.application.claimCart('emma', tokenOf(response)).outcome).toBe('added')
  })

  it('is taken from a document that is indented', async () => {
    const { buyerCookie } = await coupa.person('emma').shop()
    const xml = cartDocument(`\n      ${buyerCookie}\n    `, [{}])
    expect((await postCart(base64(xml))).status).toBe(303)
  })

  it('is taken from a multipart form', async () => {
    const { buyerCookie } = await coupa.person('emma').shop()
    const form = new FormData()
    for (const [name, value] of Object.entries(supplier.cart(buyerCookie, [{}]))) form.set(name, value)
    expect((await postCart(form)).status).toBe(303)
  })

  it('is taken from a page in Latin-1, which says so nowhere', async () => {
    const { buyerCookie } = await coupa.person('emma').shop()
    const xml = cartDocument(buyerCookie, [{ description: 'Gr__e' }])
    const response = await fetch(`${coupa.url}/punchout/checkout?id=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `cXML-urlencoded=${encodeURIComponent(xml).replace('Gr__e', 'Gr%F6%DFe')}`,
      redirect: 'manual',
    })
    const { outcome } = coupa.application.claimCart('emma', tokenOf(response))
    expect(outcome).toBe('added')
    expect((await coupa.person('emma').cart())?.lines[0]?.description).toBe('Größe')
  })

  it('may describe a line by a ShortName and nothing else', async () => {
    const emma = coupa.person('emma')
    const { buyerCookie } = await emma.shop()
    const xml = cartDocument(buyerCookie, [{}]).replace('>Acme Suite<', '><ShortName>Desk chair</ShortName><')
    expect((await emma.returnCart(base64(xml))).lines).toMatchObject([{ description: 'Desk chair' }])
  })

  it('keeps every value exactly, line for line', async () => {
    const emma = coupa.person('emma')
    const { buyerCookie } = await emma.shop()
    const requisition = await emma.returnCart(
      supplier.cart(buyerCookie, [
        {
          part: 'A&B <1>',
          aux: 'q:1 é',
          quantity: '0.5',
          unitPrice: '1234567890123.0001',
          uom: 'HUR',
          unspsc: '81162000',
        },
        { unitPrice: '0.10', quantity: '3' },
      ]),
    )
    expect(requisition.lines).toMatchObject([
      {
        lineNum: 1,
        sourcePartNum: 'A&B <1>',
        suppAuxPartNum: 'q:1 é',
        quantity: '0.5',
        unitPrice: '1234567890123.0001',
        total: '617283945061.50005',
        commodity: 'Cloud services',
      },
      { lineNum: 2, total: '0.3', commodity: 'Software' },
    ])
    expect(requisition.total).toBe('617283945061.80005')
  })

  it('is added once, however often its page is loaded, and to the cart that is there', async () => {
    const emma = coupa.person('emma')
    await emma.addItem({ itemId: 1, quantity: '1' })
    const { buyerCookie } = await emma.shop()
    const token = tokenOf(await postCart(supplier.cart(buyerCookie, [{}])))
    for (const _time of [1, 2]) {
      const claimed = coupa.application.claimCart('emma', token)
      expect(claimed).toMatchObject({ outcome: 'added', requisition: { lines: [{}, {}] } })
    }
  })

  it('of no lines, or with Status 204, only ends the trip', async () => {
    const emma = coupa.person('emma')
    for (const spoil of [
      (xml: string) => xml,
      (xml: string) =>
        xml.replace('<PunchOutOrderMessage>', '<Status code="204" text="No Content"/><PunchOutOrderMessage>'),
    ]) {
      const { buyerCookie } = await emma.shop()
      const response = await postCart(base64(spoil(cartDocument(buyerCookie, []))))
      expect(coupa.application.claimCart('emma', tokenOf(response))).toEqual({ outcome: 'cancelled' })
    }
    expect(await emma.cart()).toBeUndefined()
  })
})

describe('a cart that must not be taken', () => {
  it('belongs to no trip', async () => {
    const response = await postCart(supplier.cart('0123456789abcdef0123456789abcdef', [{}]))
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(
      'its BuyerCookie belongs to no shopping trip of this punchout site',
    )
  })

  it('was returned before', async () => {
    const { buyerCookie } = await coupa.person('emma').shop()
    expect((await postCart(supplier.cart(buyerCookie, [{}]))).status).toBe(303)
    const again = await postCart(supplier.cart(buyerCookie, [{ unitPrice: '0.01' }]))
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('has come back already')
  })

  it('comes to another site', async () => {
    const { id: _id, ...site } = coupa.company.current.punchoutSites[0]!
    const other = await coupa.application.savePunchoutSite('ada', { ...site, name: 'Other' })
    const { buyerCookie } = await coupa.person('emma').shop('Brightstack Marketplace')
    expect((await postCart(supplier.cart(buyerCookie, [{}]), other.id)).status).toBe(400)
    expect((await postCart(supplier.cart(buyerCookie, [{}]), 99)).status).toBe(400)
  })

  it('is claimed by somebody else, and stays there for its owner', async () => {
    const { buyerCookie } = await coupa.person('emma').shop()
    const token = tokenOf(await postCart(supplier.cart(buyerCookie, [{}])))
    expect(() => coupa.application.claimCart('mark', token)).toThrow(
      expect.objectContaining({
        code: 'ERR_COUPA_FORBIDDEN',
        message: 'This cart belongs to Emma Reyes: sign in as that person to take it over',
      }),
    )
    expect(() => coupa.application.claimCart('emma', 'guessed')).toThrow('There is no returned cart here')
    expect(coupa.application.claimCart('emma', token).outcome).toBe('added')
  })

  it.each([
    ['an unknown unit of measure', { uom: 'FURLONG' }, 'Unit of measure FURLONG is not enabled'],
    ['another currency', { currency: 'EUR' }, 'Currency EUR is not enabled'],
    ['a quantity of nothing', { quantity: '0' }, 'Quantity 0 is not above 0'],
    ['a price below zero', { unitPrice: '-1' }, 'Unit price -1 is below 0'],
  ])('has %s: it fails as a whole, in Coupa’s words', async (_name, line, error) => {
    const emma = coupa.person('emma')
    const { buyerCookie } = await emma.shop()
    const fields = supplier.cart(buyerCookie, [{ part: 'GOOD' }, { part: 'BAD', ...line }])
    await expect(emma.returnCart(fields)).rejects.toMatchObject({
      code: 'ERR_COUPA_CART_REFUSED',
      message:
        'There was an error transferring items from Brightstack Inc. Your system administrator has been notified.',
    })
    expect(await emma.cart()).toBeUndefined()
    const [mail] = coupa.mails()
    expect(mail).toMatchObject({
      to: 'ada.admin@northwind.example',
      subject: 'Punchout failed to return a cart',
    })
    expect(mail?.text).toContain(
      `When the user returned to Coupa, the following error was received: '${error}' for item 'BAD', user 'emma'`,
    )
  })

  it('says itself that something went wrong', async () => {
    const emma = coupa.person('emma')
    const { buyerCookie } = await emma.shop()
    const status = '<Status code="500" text="Internal Server Error">No stock server</Status>'
    const xml = cartDocument(buyerCookie, [{}]).replace('<PunchOutOrderMessage>', `${status}$&`)
    await expect(emma.returnCart(base64(xml))).rejects.toThrow('There was an error transferring items')
    expect(coupa.mails()[0]?.text).toContain(`'Status 500 No stock server' for item 'none', user 'emma'`)
    expect(await emma.cart()).toBeUndefined()
  })

  it.each([
    ['element', (xml: string) => xml.replace(/<UnitPrice>.*?<\/UnitPrice>/s, ''), /UnitPrice: is missing/],
    ['number', (xml: string) => xml.replace('>49.90<', '>free<'), /"free" is not a decimal number/],
  ])(
    'lacks an %s without which no line can be read: the administrators hear of it',
    async (_what, spoil, error) => {
      const { buyerCookie } = await coupa.person('emma').shop()
      const xml = spoil(cartDocument(buyerCookie, [{ part: 'BAD' }]))
      expect((await postCart(base64(xml))).status).toBe(400)
      const [mail] = coupa.mails()
      expect(mail?.subject).toBe('Punchout failed to return a cart')
      expect(mail?.text).toMatch(error)
      expect(mail?.text).toContain(`for item 'BAD', user 'emma'`)
      expect(coupa.documents({ via: 'browser' })).toMatchObject([{ trip: expect.any(Number) }])
      // The same of a trip that there is not tells nobody.
      await postCart(base64(xml.replace(buyerCookie, '0'.repeat(32))))
      expect(coupa.mails()).toHaveLength(1)
    },
  )

  it.each([
    ['is not well-formed', (xml: string) => xml.replace('</cXML>', '')],
    [
      'has an internal DTD subset',
      (xml: string) =>
        xml.replace(/<!DOCTYPE[^>]*>/, '<!DOCTYPE cXML [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ],
    ['is another document', (xml: string) => xml.replaceAll('PunchOutOrderMessage', 'SupplierChangeMessage')],
    ['has an amount that is no number', (xml: string) => xml.replace('49.90', '1e999')],
  ])('%s', async (_name, spoil) => {
    const { buyerCookie } = await coupa.person('emma').shop()
    const response = await postCart(base64(spoil(cartDocument(buyerCookie, [{}]))))
    expect(response.status).toBe(400)
    const page = await response.text()
    expect(page).toContain('Punchout failed to return a cart')
    expect(page).not.toContain('    at ')
    const last = coupa.documents({ via: 'browser' }).at(-1)
    expect(last?.failure).toContain('Punchout failed to return a cart')
    // The trip is still open: the shopper can come back with a good one.
    expect((await postCart(supplier.cart(buyerCookie, [{}]))).status).toBe(303)
  })

  it('is larger than 4 MiB', async () => {
    expect((await postCart({ 'cxml-base64': 'A'.repeat(5 * 1024 * 1024) })).status).toBe(413)
  })

  it('is no form, or a form without a cart', async () => {
    const url = `${coupa.url}/punchout/checkout?id=1`
    const text = await fetch(url, {
      method: 'POST',
      body: '<cXML/>',
      headers: { 'content-type': 'text/xml' },
    })
    expect(text.status).toBe(400)
    expect((await postCart({ other: 'field' })).status).toBe(400)
    expect((await fetch(url)).status).toBe(405)
  })

  it('is shown without the markup that it carries', async () => {
    const response = await postCart({ 'cxml-base64': '<script>alert(1)</script>' })
    expect(response.status).toBe(400)
    expect(await response.text()).not.toContain('<script>alert')
  })
})
