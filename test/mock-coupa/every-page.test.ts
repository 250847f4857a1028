import { request } from 'node:http'
import type { MockCoupa } from '@punchloop/mock-coupa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendInvoice } from '../support/invoicing.js'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { ship } from '../support/ship-notice.js'
import { signIn, signInAsSupplier, type VisitedPage, type Visitor } from '../support/visitor.js'

let world: Ordering
let coupa: MockCoupa

/** Written by a supplier into every field of a line that it may fill. */
const script = '"><script>alert(1)</script><img src=x onerror=alert(1)>'

beforeAll(async () => {
  world = await startOrdering()
  coupa = world.coupa
  const line = { part: `P${script}`, aux: `A${script}`, description: `D${script}` }
  const { number } = await world.order([line])
  await ship(coupa.url, { order: number, shipmentID: `S${script}`, trackingNumber: `T${script}` })
  await sendInvoice(coupa.url, { order: number, invoiceID: `I${script}`, comments: `C${script}` })
  const emma = coupa.person('emma')
  const { buyerCookie } = await emma.shop()
  await emma.returnCart(world.supplier.cart(buyerCookie, [line]))
})

afterAll(() => world.close())

interface Form {
  readonly action: string
  readonly html: string
}

interface Seen {
  readonly path: string
  readonly page: VisitedPage
  readonly forms: readonly Form[]
}

/** One of each kind: `/orders/1001` stands for all orders. */
const kindOf = (path: string) => path.replace(/\?.*$/, '').replace(/\d+/g, 'N')

const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"')

/** Every page that leads from one to the next, as this visitor sees them. */
async function walk(visitor: Visitor, from: string, within = ''): Promise<Seen[]> {
  const waiting = [from]
  const known = new Set(waiting.map(kindOf))
  const seen: Seen[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const page = await visitor.get(path)
    const isPage = page.headers.get('content-type')?.startsWith('text/html') === true
    const here = path
    const found = isPage ? [...page.html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)] : []
    const forms = found
      .filter(([, attributes = '']) => /method="post"/i.test(attributes))
      .map(([html, attributes = '']) => ({
        html,
        action: unescaped(/action="([^"]*)"/.exec(attributes)?.[1] ?? here),
      }))
    seen.push({ path, page, forms })
    const links = [...page.html.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) => unescaped(href))
    for (const link of [...links, ...(page.location?.startsWith('/') ? [page.location] : [])]) {
      if (!link.startsWith(within) || known.has(kindOf(link))) continue
      known.add(kindOf(link))
      waiting.push(link)
    }
  }
  return seen
}

/** Who looks, from where on, and how much there is to see. Administrators and suppliers see most. */
const visitors = [
  { who: 'an administrator', enter: () => signIn(coupa.url, 'ada'), from: '/', atLeast: 45 },
  { who: 'an approver', enter: () => signIn(coupa.url, 'mark'), from: '/', atLeast: 15 },
  { who: 'a shopper', enter: () => signIn(coupa.url, 'emma'), from: '/', atLeast: 15 },
  {
    who: 'a supplier',
    enter: () => signInAsSupplier(coupa.url, 1),
    from: '/supplier/orders',
    within: '/supplier',
    atLeast: 6,
  },
]

describe.each(visitors)('every page of $who', ({ enter, from, within, atLeast }) => {
  let visitor: Visitor
  let pages: Seen[]

  beforeAll(async () => {
    visitor = await enter()
    pages = await walk(visitor, from, within)
  })

  it('is there', () => {
    const broken = pages.filter(({ page }) => page.status >= 400 && page.status !== 403)
    expect(broken.map(({ path, page }) => [path, page.status])).toEqual([])
    expect(pages.length).toBeGreaterThanOrEqual(atLeast)
  })

  it('stands in nobody’s frame and takes no script but its own', () => {
    const shown = pages.filter(({ page }) => page.html.startsWith('<!doctype html>'))
    expect(shown.length).toBeGreaterThanOrEqual(atLeast)
    for (const { path, page } of shown) {
      const policy = page.headers.get('content-security-policy') ?? ''
      expect(policy, path).toContain("default-src 'none'")
      expect(policy, path).toContain("frame-ancestors 'none'")
      expect(policy, path).toContain("base-uri 'none'")
      expect(policy, path).not.toMatch(/unsafe|script-src[^;]*(\*|https?:)/)
      expect(page.headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(page.headers.get('referrer-policy'), path).toMatch(/^(same-origin|no-referrer)$/)
      expect(page.headers.get('cache-control'), path).toBe('no-store')
      const nonce = /'nonce-([^']*)'/.exec(policy)?.[1]
      for (const [, attributes] of page.html.matchAll(/<script\b([^>]*)>/g)) {
        expect(attributes, path).toContain(`nonce="${nonce}"`)
      }
      expect(page.html, path).not.toMatch(/<[^>]*\son[a-z]+="|href="javascript:/i)
    }
  })

  it('shows what a supplier wrote as text', () => {
    for (const { path, page } of pages) {
      if (!page.headers.get('content-type')?.startsWith('text/html')) continue
      expect(page.html, path).not.toContain('<script>alert')
      expect(page.html, path).not.toContain('<img src=x')
    }
  })

  it('has forms that nobody else can send', async () => {
    const forms = new Map(pages.flatMap(page => page.forms.map(form => [kindOf(form.action), form] as const)))
    expect(forms.size).toBeGreaterThan(2)
    const csrf = await visitor.csrf()
    const own = new URL(coupa.url).origin
    for (const { action, html } of forms.values()) {
      expect(html, action).toContain('name="csrf"')
      const attempts = [
        [{ csrf }, { origin: 'https://evil.example' }],
        [{ csrf }, { origin: 'null' }],
        [{ csrf }, { origin: own, 'sec-fetch-site': 'cross-site' }],
        [{ csrf }, { 'sec-fetch-site': 'same-site' }],
        [{ csrf: 'guessed' }, { origin: own }],
        [{}, { origin: own }],
      ] as const
      for (const [fields, headers] of attempts) {
        const upload = html.includes('multipart/form-data')
        const answer = upload
          ? await send(visitor, action, { fields, headers })
          : await visitor.postRaw(action, fields, headers)
        expect(answer.status, `${action} ${JSON.stringify(headers)}`).toBe(403)
      }
    }
  })
})

/** A form with a file, without what a page of ours would add. */
async function send(
  visitor: Visitor,
  path: string,
  {
    fields,
    headers,
  }: { fields: Readonly<Record<string, string>>; headers: Readonly<Record<string, string>> },
) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const { name, value } = visitor.cookie()
  const init = { method: 'POST', body, headers: { ...headers, cookie: `${name}=${value}` } }
  return fetch(new URL(path, coupa.url), { ...init, redirect: 'manual' })
}

/** Asks with header lines that `fetch` would not send. */
function ask(
  headers: string[],
  { method = 'GET', path = '/sign-in', body = '' } = {},
): Promise<{ status: number; text: string; location: string }> {
  const { hostname, port } = new URL(coupa.url)
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, method, path, headers, setHost: false }, response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString(),
          location: response.headers.location ?? '',
        }),
      )
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

describe('a Host that is none of ours', () => {
  const form = ['content-type', 'application/x-www-form-urlencoded', 'content-length', '10']

  it('stands on no page and in no redirect', async () => {
    for (const headers of [
      ['Host', 'evil.example'],
      ['Host', '127.0.0.1', 'X-Forwarded-Host', 'evil.example', 'X-Forwarded-Proto', 'https'],
      ['Host', 'evil.example:99'],
    ]) {
      for (const path of ['/', '/sign-in', '/nowhere', 'http://evil.example/sign-in']) {
        const { text, location } = await ask(headers, { path })
        expect(text + location).not.toContain('evil.example')
      }
    }
    const { name, value } = (await signIn(coupa.url, 'emma')).cookie()
    const signedIn = ['Host', 'evil.example', 'Cookie', `${name}=${value}`]
    const { status, text } = await ask(signedIn, { path: 'http://evil.example/nowhere' })
    expect([status, text.includes('data-login="emma"'), text.includes('evil.example')]).toEqual([
      404,
      true,
      false,
    ])
  })

  it('is no page of ours, however its name points here', async () => {
    const rebound = ['Host', 'evil.example', 'Origin', 'http://evil.example', ...form]
    const refused = await ask(rebound, { method: 'POST', path: '/session', body: 'login=emma' })
    expect(refused.status).toBe(403)
    expect(refused.text).toContain(`this mock knows itself as ${coupa.url} and by no other name`)
    const { host } = new URL(coupa.url)
    const ours = ['Host', host, 'Origin', coupa.url, ...form]
    expect((await ask(ours, { method: 'POST', path: '/session', body: 'login=emma' })).status).toBe(303)
  })

  it('twice is answered with 400', async () => {
    expect((await ask(['Host', '127.0.0.1', 'Host', 'evil.example'])).status).toBe(400)
  })
})
