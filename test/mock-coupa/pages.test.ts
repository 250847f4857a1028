import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { createVisitor, readText, signIn, type Visitor } from '../support/visitor.js'

let supplier: FakeSupplier
let coupa: MockCoupa
let emma: Visitor
let mark: Visitor
let ada: Visitor

beforeEach(async () => {
  supplier = await startFakeSupplier()
  coupa = await startMockCoupa({ port: 0, company: supplier.company() })
  emma = await signIn(coupa.url, 'emma')
  mark = await signIn(coupa.url, 'mark')
  ada = await signIn(coupa.url, 'ada')
})

afterEach(async () => {
  await coupa.close()
  await supplier.close()
})

/** Emma comes back from the shop and submits. */
async function submitted(): Promise<number> {
  const trip = await coupa.person('emma').shop()
  const { number } = await coupa.person('emma').returnCart(supplier.cart(trip.buyerCookie, [{}]), trip)
  await coupa.person('emma').submit(number, { justification: 'For the report' })
  return number
}

describe('signing in', () => {
  it('is asked for first, and leads back to what was wanted', async () => {
    const somebody = createVisitor(coupa.url)
    const asked = await somebody.get('/requisitions?x=1')
    expect(asked).toMatchObject({ status: 303, location: '/sign-in?return=%2Frequisitions%3Fx%3D1' })
    const door = await somebody.get(asked.location ?? '')
    expect(readText(door.html)).toContain('Sign in as Emma Reyes')
    expect(door.html).toContain('name="return" value="/requisitions?x=1"')
    const entered = await somebody.post('/session', { login: 'emma', return: '/requisitions?x=1' })
    expect(entered).toMatchObject({ status: 303, location: '/requisitions?x=1' })
    expect((await somebody.get('/')).status).toBe(200)
  })

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example'])(
    'never leads to %s',
    async target => {
      const answer = await createVisitor(coupa.url).post('/session', { login: 'emma', return: target })
      expect(answer.location).toBe('/')
    },
  )

  it('is not possible for somebody unknown', async () => {
    expect((await createVisitor(coupa.url).post('/session', { login: 'nobody' })).status).toBe(404)
  })

  it('as somebody else is one click on every page', async () => {
    expect(readText((await emma.get('/requisitions')).html)).toContain('Switch to Mark Osei')
    expect(await emma.post('/session', { login: 'mark' })).toMatchObject({ status: 303, location: '/' })
    const { html } = await emma.get('/')
    expect(html).toContain('data-login="mark"')
    expect(readText(html)).toContain('Switch to Emma Reyes')
    expect(readText(html)).not.toContain('Switch to Mark Osei')
  })

  it('ends for somebody who was made inactive', async () => {
    await coupa.company.update(company => {
      const person = company.people.find(({ login }) => login === 'ada')
      if (person) person.active = false
    })
    expect(await ada.get('/')).toMatchObject({ status: 303, location: '/sign-in' })
  })

  it('can be ended', async () => {
    expect(await emma.post('/session/end')).toMatchObject({ status: 303, location: '/sign-in' })
    expect((await emma.get('/')).status).toBe(303)
  })
})

describe('every page', () => {
  const everybodys = [
    '/',
    '/cart',
    '/requisitions',
    '/approvals',
    '/orders',
    '/notifications',
    '/settings/notifications',
    '/activity/requisitions',
    '/activity/orders',
    '/search?q=monitor',
  ]
  const administrators = [
    '/trace',
    '/setup/people',
    '/setup/people/new',
    '/setup/people/emma',
    '/setup/approval-rules',
    '/setup/approval-rules/new',
    '/setup/approval-rules/2',
    '/setup/punchout-sites',
    '/setup/punchout-sites/new',
    '/setup/punchout-sites/1',
    '/setup/suppliers',
    '/setup/suppliers/new',
    '/setup/suppliers/1',
    '/setup/mails',
  ]

  it.each(everybodys)('%s is there for an employee, with one heading and strict headers', async path => {
    const page = await emma.get(path)
    expect(page.status).toBe(200)
    expect(page.html.match(/<h1/g)).toHaveLength(1)
    expect(page.html).not.toMatch(/\sstyle=|\son\w+=/)
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.headers.get('cache-control')).toBe('no-store')
    const policy = page.headers.get('content-security-policy') ?? ''
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1]
    expect(page.html.match(/<script[^>]*>/g)).toEqual([`<script nonce="${nonce}">`])
    expect(policy).toContain("form-action 'self';")
    expect(policy).not.toContain('unsafe')
  })

  it.each(administrators)('%s is there for an administrator and for nobody else', async path => {
    const page = await ada.get(path)
    expect(page.status).toBe(200)
    expect(page.html.match(/<h1/g)).toHaveLength(1)
    const refused = await emma.get(path)
    expect(refused.status).toBe(403)
    expect(refused.html).toContain('for administrators')
    expect(refused.html).not.toContain('emma.reyes@northwind.example')
  })

  it('uses another nonce each time', async () => {
    const policies = await Promise.all(
      ['/', '/'].map(async path => (await emma.get(path)).headers.get('content-security-policy')),
    )
    expect(policies[0]).not.toBe(policies[1])
  })

  it('shows Setup to administrators alone', async () => {
    expect((await emma.get('/')).html).not.toContain('href="/setup"')
    expect((await ada.get('/')).html).toContain('href="/setup"')
  })

  it('finds its stylesheet, which a browser may keep', async () => {
    const [, path = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec((await emma.get('/')).html) ?? []
    const css = await createVisitor(coupa.url).get(path)
    expect(css.status).toBe(200)
    expect(css.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(css.headers.get('cache-control')).toContain('immutable')
  })

  it.each([
    '/requisitions/99999',
    '/requisitions/abc',
    '/orders/77',
    '/trace/requisition-9',
    '/trace/x',
    '/punchout/sites/9',
    '/nowhere?notice=saved&notice=removed',
  ])('%s does not exist, and says so inside the frame', async path => {
    const page = await emma.get(path)
    expect(page.status).toBe(404)
    expect(page.html).toContain('data-login="emma"')
  })
})

describe('a POST', () => {
  it.each([
    ['without the token', {}, undefined],
    ['with a wrong token', { csrf: 'x'.repeat(43) }, undefined],
    ['from another site', undefined, { origin: 'https://evil.example' }],
    ['that a browser calls cross-site', undefined, { 'sec-fetch-site': 'cross-site' }],
  ])('%s changes nothing', async (_name, fields, headers) => {
    const number = await submitted()
    const sent = { comment: 'x', ...(fields ?? { csrf: await mark.csrf() }) }
    const own = { origin: coupa.url }
    for (const action of ['approve', 'reject']) {
      const answer = await mark.postRaw(`/requisitions/${number}/${action}`, sent, headers ?? own)
      expect(answer.status).toBe(403)
      expect(answer.html).toContain('This was not done')
    }
    expect(coupa.requisition(number).status).toBe('pending_approval')
    expect((await mark.postRaw('/session', { login: 'ada', ...sent }, headers ?? own)).status).toBe(403)
  })

  it('larger than any form is refused', async () => {
    const answer = await emma.post('/cart/items', { itemId: '1', quantity: '1'.repeat(100_000) })
    expect(answer.status).toBe(413)
    expect(answer.html).toContain('The form could not be read')
  })
})
