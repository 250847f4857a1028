import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, createBrowser, hiddenFields } from '../test/browser.js'
import { startTrip } from '../test/buyer.js'
import { startTestShop, type TestShop } from '../test/shop.js'

let shop: TestShop
let browser: Browser
beforeAll(async () => {
  shop = await startTestShop()
})
afterAll(() => shop.close())

function open(): Browser {
  browser = createBrowser(shop.market.url)
  return browser
}

async function signIn(email: string): Promise<Browser> {
  open()
  await browser.post(await browser.get('/sign-in'), '/sign-in', { email })
  return browser
}

describe('every page', () => {
  it.each(['/', '/?q=ledger', '/products/ledgerly-team', '/sign-in', '/mailbox', '/nothing-here'])(
    '%s says what a browser may do with it',
    async path => {
      const { headers } = await open().get(path)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('no-store')
    },
  )

  it('is found, or says that it is not', async () => {
    expect((await open().get('/health')).html).toBe('{"status":"ok"}')
    expect((await browser.get('/products/no-such-product')).status).toBe(404)
    expect((await browser.get('/mailbox/no-such-mail')).status).toBe(404)
    expect((await browser.get('/%')).status).toBeLessThan(500)
    expect((await browser.get('/products/__proto__')).status).toBe(404)
  })
})

describe('the catalogue', () => {
  it('shows what was searched, escaped', async () => {
    const { html } = await open().get(`/?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&quot;&gt;&lt;script&gt;')
  })

  it('shows what a buyer asked for and is not sold, escaped', async () => {
    const { html } = await open().get('/?missing=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })

  it('serves pictures that any page may show', async () => {
    const picture = await fetch(`${shop.market.url}/products/ledgerly-team/picture.svg`)
    expect(picture.headers.get('content-type')).toBe('image/svg+xml')
    expect(picture.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  })
})

describe('a product', () => {
  it('shows Subscribe to an ordinary visitor, and the price of the choice', async () => {
    const { html } = await open().get('/products/ledgerly-team?plan=monthly&quantity=3')
    expect(html).toContain('>Subscribe</button>')
    expect(html).not.toContain('Request approval')
    expect(html).toContain('USD 719.64')
  })

  it('tells what was wrong with a quantity and keeps what was typed', async () => {
    const { status, html } = await open().get(
      `/products/ledgerly-team?quantity=${encodeURIComponent('"><b>9999')}`,
    )
    expect(status).toBe(422)
    expect(html).toContain('value="&quot;&gt;&lt;b&gt;9999"')
    expect(html).toContain('please enter a number from 1 to 500')
  })

  it('computes totals for the page, exactly', async () => {
    const answer = await fetch(`${shop.market.url}/products/cartograph-geocoding/total?quantity=12345`)
    expect(await answer.json()).toMatchObject({ total: 'USD 154.3125', problem: '' })
  })

  it('shows the choice again without scripts', async () => {
    const page = await open().get('/products/ledgerly-team')
    const fields = hiddenFields(page.html, '/products/ledgerly-team/subscribe')
    const body = new URLSearchParams({ ...fields, plan: 'yearly', quantity: '25' })
    const shown = await browser.send('/products/ledgerly-team/configure', { method: 'POST', body })
    expect(shown.html).toContain('USD 4,975.00')
  })
})

describe('subscribing', () => {
  it('asks a stranger to sign in, and comes back with the choice', async () => {
    const page = await open().get('/products/ledgerly-team')
    const signInPage = await browser.post(page, '/products/ledgerly-team/subscribe', { quantity: '7' })
    expect(signInPage.path).toContain('/sign-in?next=%2Fproducts%2Fledgerly-team%3Fquantity%3D7')
    const back = await browser.post(signInPage, '/sign-in', { email: 'sam@mail.example' })
    expect(back.html).toContain('value="7"')
  })

  it('starts at once, and once however often the form is sent', async () => {
    await signIn('new.person@mail.example')
    const page = await browser.get('/products/ledgerly-team')
    await browser.post(page, '/products/ledgerly-team/subscribe', { quantity: '7' })
    const mine = await browser.post(page, '/products/ledgerly-team/subscribe', { quantity: '7' })
    expect(mine.html).toContain('data-status="active"')
    expect(mine.html).toContain('Your subscription has started')
    const subscriptions = await shop.market.subscriptions({ email: 'New.Person@mail.example' })
    expect(subscriptions).toHaveLength(1)
    expect(subscriptions[0]).toMatchObject({ quantity: '7', unit: 'seats', origin: { kind: 'personal' } })
  })
})

describe('signing in', () => {
  it('needs an address and nothing else, and says so', async () => {
    const page = await open().get('/sign-in')
    expect(page.html).toContain('there are no passwords')
    const refused = await browser.post(page, '/sign-in', { email: 'a@b.example>\r\nBcc: x@y.example' })
    expect(refused.status).toBe(422)
    const mine = await browser.post(page, '/sign-in', { email: ' Emma.Reyes@Northwind.example ' })
    expect(mine.path).toContain('/subscriptions')
    expect(mine.html).toContain('data-persona="emma.reyes@northwind.example"')
  })

  it('leads to no other site', async () => {
    const page = await open().get('/sign-in?next=//evil.example/')
    expect(page.html).not.toContain('evil.example')
  })

  it('changes persona with one click, from any page', async () => {
    await signIn('emma.reyes@northwind.example')
    const page = await browser.get('/?q=ledger')
    const changed = await browser.post(page, '/switch', { email: 'orders@brightstack.example' })
    expect(changed.path).toContain('/?q=ledger')
    expect(changed.html).toContain('Olivia Park')
    expect((await browser.get('/orders')).status).toBe(200)
  })

  it('keeps the operator’s page to the operator', async () => {
    await signIn('emma.reyes@northwind.example')
    expect((await browser.get('/orders')).status).toBe(403)
  })

  it('ends with signing out', async () => {
    await signIn('emma.reyes@northwind.example')
    const out = await browser.post(await browser.get('/sign-in'), '/sign-out')
    expect(out.html).toContain('Not signed in')
  })
})

describe('a form', () => {
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    browser.send('/sign-in', { method: 'POST', body: new URLSearchParams(fields), headers })

  it('of another site is refused, by origin and by what the browser says', async () => {
    const csrf = hiddenFields((await open().get('/sign-in')).html, '/sign-in').csrf ?? ''
    const fields = { csrf, email: 'emma.reyes@northwind.example' }
    expect((await post(fields, { Origin: 'https://evil.example' })).status).toBe(403)
    expect((await post(fields, { Origin: 'null' })).status).toBe(403)
    expect((await post(fields, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await post(fields, { Origin: shop.market.url.replace('127.0.0.1', 'localhost') })).status).toBe(
      200,
    )
  })

  it('without the token of this browser is refused', async () => {
    const foreign = hiddenFields((await open().get('/sign-in')).html, '/sign-in').csrf ?? ''
    await open().get('/sign-in')
    const refused = await post({ csrf: foreign, email: 'a@b.example' }, { Origin: shop.market.url })
    expect(refused.status).toBe(403)
    expect(refused.html).toContain('This page has become too old')
    expect((await post({ email: 'a@b.example' })).status).toBe(403)
  })

  it('of a size that no form has is refused without a stack trace', async () => {
    await open().get('/')
    const refused = await post({ csrf: 'x'.repeat(100_000) })
    expect(refused.status).toBe(413)
    expect(refused.html).not.toContain('node_modules')
  })
})

describe('words of a buyer', () => {
  it('are escaped wherever they are shown', async () => {
    const trip = await startTrip(shop, {
      firstName: '<img src=x onerror=alert(1)>',
      email: 'x.ss@northwind.example',
    })
    expect(trip.first.html).not.toContain('<img src=x')
    expect(trip.first.html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })
})

describe('the mailbox', () => {
  it('shows a mail’s HTML in a sandbox, where it can do nothing', async () => {
    const html = '<p>Hello</p><script>parent.alert(1)</script><iframe src="https://evil.example"></iframe>'
    const raw = `From: x@x.example\r\nSubject: <b>bold</b>\r\nContent-Type: text/html\r\n\r\n${html}\r\n`
    const { id } = await shop.mailbox.deliver(
      { from: 'x@x.example', to: ['emma@northwind.example'] },
      Buffer.from(raw),
    )
    const page = await open().get(`/mailbox/${id}`)
    expect(page.html).toContain('<iframe sandbox="" srcdoc="&lt;p&gt;Hello&lt;/p&gt;&lt;script&gt;')
    expect(page.html).toContain('&lt;b&gt;bold&lt;/b&gt;')
    expect(page.html).not.toContain('<script>parent')
    expect(page.headers.get('content-security-policy')).toContain("style-src 'self' 'unsafe-inline'")
    expect((await browser.get('/mailbox')).html).toContain('&lt;b&gt;bold&lt;/b&gt;')
  })
})
