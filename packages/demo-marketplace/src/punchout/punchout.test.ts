import { readCif } from '@punchloop/sdk/catalog'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBrowser } from '../../test/browser.js'
import { order, readCart, sendCxml, startTrip } from '../../test/buyer.js'
import { startTestShop, type TestShop } from '../../test/shop.js'

const emma = 'emma.reyes@northwind.example'
let shop: TestShop
beforeEach(async () => {
  shop = await startTestShop()
})
afterEach(() => shop.close())

async function requestLedgerly(fields: Record<string, string> = {}, trip = startTrip(shop)): Promise<string> {
  const { browser } = await trip
  const page = await browser.get('/products/ledgerly-team')
  return readCart(await browser.post(page, '/products/ledgerly-team/request', fields))
}

async function signedIn(email: string) {
  const browser = createBrowser(shop.market.url)
  await browser.post(await browser.get('/sign-in'), '/sign-in', { email })
  return browser
}

describe('a trip', () => {
  it('begins at the catalogue, and says for whom one shops', async () => {
    const { first } = await startTrip(shop)
    expect(new URL(first.path).pathname).toBe('/')
    expect(first.html).toContain('You are shopping for <strong>Northwind Instruments</strong>')
    expect(first.html).toContain('Cancel and return')
    expect(first.html).toContain('Shopping as <strong>Emma Reyes</strong>')
  })

  it('begins at the product that was chosen, with Request approval instead of Subscribe', async () => {
    const { first } = await startTrip(shop, { selectedItem: 'BRS-LEDGERLY-TEAM' })
    expect(new URL(first.path).pathname).toBe('/products/ledgerly-team')
    expect(first.html).toContain('>Request approval</button>')
    expect(first.html).not.toContain('>Subscribe</button>')
  })

  it('begins at the catalogue with a word when the chosen product is not sold', async () => {
    const { first } = await startTrip(shop, { selectedItem: 'GONE' })
    expect(first.html).toContain('is not sold here any more')
  })

  it('begins at the aisle, the shelf, the plan or the whole shop that was chosen in an index', async () => {
    const landing = async (...parts: readonly string[]) => {
      const { first } = await startTrip(shop, { selectedItem: parts })
      return { path: decodeURIComponent(first.path.replace(/^https?:\/\/[^/]+/, '')), html: first.html }
    }
    expect((await landing('BRS-AISLE-SERVER-IMAGE')).path).toBe('/?kind=server-image')
    expect((await landing('BRS-STORE')).path).toBe('/')
    const several = await landing('BRS-LEDGERLY-TEAM', 'GONE', 'BRS-FORGEWORK-IDE')
    expect(several.path).toBe('/?part=BRS-LEDGERLY-TEAM&part=GONE&part=BRS-FORGEWORK-IDE')
    expect(several.html.match(/data-product=/g)).toHaveLength(2)
    expect(several.html).toContain('These are the products you chose')
    expect(several.html).toContain('is not sold here any more')
  })

  it('begins at the plan that an index tells apart by the auxiliary id', async () => {
    const { first } = await startTrip(shop, {
      selectedItem: 'BRS-LEDGERLY-TEAM#monthly',
    })
    expect(first.path).toContain('/products/ledgerly-team?plan=monthly')
  })

  it('has an index of everything, which leads to what it names', async () => {
    const browser = createBrowser(shop.market.url)
    const { html, headers } = await browser.get('/catalog.cif')
    expect(headers.get('content-disposition')).toBe('attachment; filename="brightstack.cif"')
    const { header, items, problems } = readCif(new TextEncoder().encode(html))
    expect(problems).toEqual([])
    expect(header).toMatchObject({
      supplierIDDomain: 'NetworkID',
      loadMode: 'full',
      timestamp: '2026-11-23T09:00:00Z',
    })
    expect(new Set(items.map(({ punchoutLevel }) => punchoutLevel))).toEqual(
      new Set(['product', 'store', 'aisle', 'shelf']),
    )
    const pages = await Promise.all(
      items
        .filter(({ punchoutLevel }) => punchoutLevel !== 'product')
        .map(({ supplierURL = '' }) =>
          browser.get(new URL(supplierURL).pathname + new URL(supplierURL).search),
        ),
    )
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200))
    expect(pages.every(page => page.html.includes('data-product='))).toBe(true)
  })

  it('may be shown in the buyer’s frame and in no other', async () => {
    const { first } = await startTrip(shop)
    const origin = new URL(shop.formPost).origin
    expect(first.headers.get('content-security-policy')).toContain(`frame-ancestors 'self' ${origin}`)
  })

  it('warns loudly in test mode', async () => {
    const { first } = await startTrip(shop, { deploymentMode: 'test' })
    expect(first.html).toContain('TEST MODE')
  })

  it('never signs in as another user, whoever was signed in before', async () => {
    const { browser, first } = await startTrip(shop)
    const page = await browser.get('/sign-in')
    expect(page.html).toContain('procurement system has signed you in')
    const fields = { email: 'orders@brightstack.example' }
    const csrf = /name="csrf" value="([^"]+)"/.exec(first.html)?.[1] ?? ''
    const refused = await browser.send('/switch', {
      method: 'POST',
      body: new URLSearchParams({ csrf, ...fields }),
    })
    expect(refused.status).toBe(409)
    expect((await browser.get('/subscriptions')).html).toContain(`data-persona="${emma}"`)
  })

  it('ends with Cancel and return: Status 204 goes to the buyer, and the browser is a stranger’s again', async () => {
    const { browser, first } = await startTrip(shop)
    const page = await browser.post(first, '/trip/cancel')
    expect(readCart(page)).toContain('<Status code="204"')
    expect((await browser.get('/')).html).not.toContain('You are shopping for')
  })

  it('can be left to sign in as somebody else', async () => {
    const { browser } = await startTrip(shop)
    const page = await browser.post(await browser.get('/sign-in'), '/trip/leave')
    expect(page.html).toContain('Who are you today?')
    expect(page.html).toContain('data-email="emma.reyes@northwind.example"')
  })
})

describe('Request approval', () => {
  it('returns one line with its type, exactly as configured', async () => {
    const cart = await requestLedgerly({ plan: 'monthly', quantity: '3' })
    expect(cart).toContain('<ItemIn quantity="12"')
    expect(cart).toContain('<Money currency="USD">59.97</Money>')
    expect(cart).toContain('<UnitOfMeasure>MON</UnitOfMeasure>')
    expect(cart).toContain('<Classification domain="UNSPSC">43232701</Classification>')
    expect(cart).toContain('<Extrinsic name="LineType">Material</Extrinsic>')
    expect(cart).not.toContain('SharedSecret')
  })

  it('sends free products too: a Service line of 0.00, which has to be approved', async () => {
    const { browser } = await startTrip(shop)
    const page = await browser.get('/products/easel-whiteboard')
    const cart = readCart(await browser.post(page, '/products/easel-whiteboard/request'))
    expect(cart).toContain('<Money currency="USD">0.00</Money>')
    expect(cart).toContain('<Extrinsic name="LineType">Service</Extrinsic>')
  })

  it('returns nothing for a quantity that cannot be bought', async () => {
    const { browser } = await startTrip(shop)
    const page = await browser.get('/products/ledgerly-team')
    const refused = await browser.post(page, '/products/ledgerly-team/request', { quantity: '0' })
    expect(refused.status).toBe(422)
    expect(await shop.market.supplier.requests({})).toEqual([])
  })

  it('works once a trip; the second press says why not', async () => {
    const { browser } = await startTrip(shop)
    const page = await browser.get('/products/ledgerly-team')
    await browser.post(page, '/products/ledgerly-team/request')
    const again = await browser.post(page, '/products/ledgerly-team/request')
    expect(again.status).toBe(409)
    expect(again.html).toContain('This shopping trip is over')
    expect(await shop.market.supplier.requests({})).toHaveLength(1)
  })
})

describe('a purchase order', () => {
  it('becomes an active subscription with its number, and a mail that says so', async () => {
    const answer = await order(shop, 'PO-1', await requestLedgerly({ quantity: '25' }))
    expect(answer).toContain('<Status code="200"')
    const mail = await shop.mailbox.waitFor(({ subject }) => subject.includes('is ready'))
    expect(mail).toMatchObject({ to: [emma], subject: 'Ledgerly Team is ready (purchase order PO-1)' })
    const [subscription] = await shop.market.subscriptions({ email: emma })
    const key = subscription?.launch.credential?.value ?? 'none'
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain('PO-1')
      expect(body).toContain(key)
      expect(body).toContain(`${shop.market.url}/subscriptions`)
    }
    const mine = await (await signedIn(emma)).get('/subscriptions')
    expect(mine.html).toContain('data-status="active" data-product="ledgerly-team"')
    for (const shown of [
      '<strong>PO-1</strong>',
      'Northwind Instruments',
      '24 November 2026',
      '25 seats',
      key,
    ]) {
      expect(mine.html).toContain(shown)
    }
  })

  it('that comes again fulfils and mails nothing twice', async () => {
    const cart = await requestLedgerly()
    await order(shop, 'PO-1', cart)
    await order(shop, 'PO-1', cart)
    await shop.mailbox.waitFor(({ subject }) => subject.includes('is ready'))
    while ((await shop.market.supplier.deliver()) > 0);
    expect(await shop.market.subscriptions({ email: emma })).toHaveLength(1)
    expect(await shop.mailbox.list()).toHaveLength(1)
  })

  it('in test mode provides nothing', async () => {
    const { browser } = await startTrip(shop, { deploymentMode: 'test' })
    const page = await browser.get('/products/ledgerly-team')
    await order(shop, 'PO-T', readCart(await browser.post(page, '/products/ledgerly-team/request')))
    while ((await shop.market.supplier.deliver()) > 0);
    expect(await shop.market.subscriptions({ email: emma })).toEqual([])
    expect(await shop.mailbox.list()).toEqual([])
  })

  it('with another price is held until the operator decides', async () => {
    await order(shop, 'PO-2', await requestLedgerly(), { unitPrice: '1.00' })
    const mail = await shop.mailbox.waitFor(({ subject }) => subject.includes('PO-2 is held'))
    expect(mail.to).toEqual(['orders@brightstack.example'])
    expect(await shop.market.subscriptions({ email: emma })).toEqual([])

    const olivia = await signedIn('orders@brightstack.example')
    const page = await olivia.get('/orders')
    expect(page.html).toContain('data-status="held" data-order="PO-2"')
    const unsaid = await olivia.post(page, '/orders/decide', { decision: 'accept' })
    expect(unsaid.status).toBe(422)
    await olivia.post(page, '/orders/decide', { decision: 'accept', reason: 'Agreed by telephone.' })
    await shop.mailbox.waitFor(({ subject }) => subject.includes('is ready'))
    expect(await shop.market.subscriptions({ email: emma })).toHaveLength(1)
    const again = await olivia.post(page, '/orders/decide', {
      decision: 'cancel',
      reason: 'Changed my mind.',
    })
    expect(again.status).toBe(409)
  })
})

describe('a status of a document that was sent', () => {
  it('stands beside its order, escaped, and is mailed to nobody', async () => {
    await order(shop, 'PO-S', await requestLedgerly())
    while ((await shop.market.supplier.deliver()) > 0);
    const key = { buyerId: 'northwind', orderID: 'PO-S' }
    await shop.market.supplier.invoice(key, { invoiceID: 'INV-S' })
    const documents = await shop.market.supplier.documents(key)
    const invoice = documents.find(({ kind }) => kind === 'InvoiceDetailRequest')
    const mails = (await shop.mailbox.list()).length
    const answer = await sendCxml(
      shop,
      'NORTHWIND',
      `<Request><StatusUpdateRequest><DocumentReference payloadID="${invoice?.payloadID}"/><Status code="200" text="OK"/>
        <InvoiceStatus type="paid"><PartialAmount><Money currency="USD">1000.5</Money></PartialAmount>
        <Comments xml:lang="en">&lt;b&gt;later&lt;/b&gt;</Comments></InvoiceStatus></StatusUpdateRequest></Request>`,
    )
    expect(answer).toContain('InvoiceDetailRequest INV-S was noted')
    while ((await shop.market.supplier.deliver()) > 0);
    const { html } = await (await signedIn('orders@brightstack.example')).get('/orders')
    expect(html).toContain('Invoice INV-S: paid in part, USD 1,000.50')
    expect(html).toContain('&lt;b&gt;later&lt;/b&gt;')
    expect(await shop.mailbox.list()).toHaveLength(mails)
  })
})

describe('a file that came with an order', () => {
  it('is there for the operator to save, and for nobody else', async () => {
    const attachment = { fileName: 'terms.html', contentType: 'text/html', content: '<script>1</script>' }
    await order(shop, 'PO-3', await requestLedgerly(), { unitPrice: '1.00', attachment })
    const olivia = await signedIn('orders@brightstack.example')
    const { html } = await olivia.get('/orders')
    const [, href = ''] = /<a href="(\/orders\/attachment[^"]*)">terms\.html</.exec(html) ?? []
    const path = href.replaceAll('&amp;', '&')
    const saved = await olivia.send(path, { method: 'GET' })
    expect(saved.html).toBe('<script>1</script>')
    expect(saved.headers.get('content-type')).toBe('application/octet-stream')
    expect(saved.headers.get('content-disposition')).toBe('attachment; filename="terms.html"')
    expect((await olivia.send(path.replace('PO-3', 'PO-4'), { method: 'GET' })).status).toBe(404)
    expect((await (await signedIn(emma)).send(path, { method: 'GET' })).status).toBe(403)
  })
})

describe('a request', () => {
  it('waits, and can be withdrawn with a reason', async () => {
    await requestLedgerly()
    const browser = await signedIn(emma)
    const page = await browser.get('/requests')
    expect(page.html).toContain('data-status="waiting"')
    const [request] = await shop.market.supplier.requests({ email: emma })
    const after = await browser.post(page, `/requests/${request?.id}/withdraw`, {
      reason: 'My manager said no.',
    })
    expect(after.html).toContain('data-status="withdrawn"')
    expect(after.html).toContain('My manager said no.')
    const mail = await shop.mailbox.waitFor(({ subject }) => subject.includes('was withdrawn'))
    expect(mail.to).toEqual([emma])
  })

  it('is nobody else’s to see or to withdraw', async () => {
    await requestLedgerly()
    const [request] = await shop.market.supplier.requests({ email: emma })
    const browser = await signedIn('mark.osei@northwind.example')
    const page = await browser.get('/requests')
    expect(page.html).not.toContain('Ledgerly')
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.html)?.[1] ?? ''
    const refused = await browser.send(`/requests/${request?.id}/withdraw`, {
      method: 'POST',
      body: new URLSearchParams({ csrf }),
    })
    expect(refused.status).toBe(404)
    expect((await shop.market.supplier.requests({ email: emma }))[0]?.status).toBe('waiting')
  })

  it('expires when no order comes, with a reason and a mail', async () => {
    await requestLedgerly()
    shop.clock.now = new Date('2026-12-24T09:00:00Z')
    while ((await shop.market.supplier.deliver()) > 0);
    const mail = await shop.mailbox.waitFor(({ subject }) => subject.includes('has expired'))
    expect(mail.to).toEqual([emma])
    const { html } = await (await signedIn(emma)).get('/requests')
    expect(html).toContain('data-status="expired"')
    expect(html).toContain('class="reason"')
  })
})

describe('another buyer that names the same e-mail address', () => {
  it('sees neither requests nor subscriptions of the first', async () => {
    await order(shop, 'PO-1', await requestLedgerly())
    await requestLedgerly()
    await shop.mailbox.waitFor(({ subject }) => subject.includes('is ready'))
    const { browser } = await startTrip(shop, { buyer: 'OTHER' })
    expect((await browser.get('/subscriptions')).html).not.toContain('Ledgerly')
    const requests = await browser.get('/requests')
    expect(requests.html).not.toContain('Ledgerly')
  })
})
