import { describe, expect, it } from 'vitest'
import {
  cart,
  setupXml,
  startPageOf,
  startTestSupplier,
  type TestSupplier,
} from '../../test/start-test-supplier.js'
import type { SupplierOptions } from '../options.js'

const market = 'https://market.example'

/** A browser in the buyer's frame: what it sends says so. */
function framed(world: TestSupplier) {
  return (path: string, init: { method?: string; cookie?: string | undefined; header?: string } = {}) =>
    world.supplier.fetch(
      new Request(new URL(path, market), {
        method: init.method ?? 'GET',
        headers: {
          'sec-fetch-dest': 'iframe',
          ...(init.cookie === undefined ? {} : { cookie: init.cookie }),
        },
      }),
    )
}

async function enterFrame(change: Partial<SupplierOptions> = {}) {
  const world = startTestSupplier(change)
  const browse = framed(world)
  const startPage = startPageOf(await world.post(setupXml()))
  const opened = await browse(startPage, { method: 'POST' })
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0]
  const entrance = opened.headers.get('location') ?? ''
  return { world, browse, cookie, entrance, startPage }
}

const sessionOf = ({ supplier }: TestSupplier, headers: Record<string, string>) =>
  supplier.session(new Request(market, { headers }))

describe('a StartPage that is opened in a frame', () => {
  it('leads to the shop by a page at which the cookie has to be there', async () => {
    const { browse, cookie, entrance, world } = await enterFrame()
    expect(entrance).toMatch(/^\/punchloop\/entrance\/[\w-]{43}$/)
    const shop = await browse(entrance, { cookie })
    expect([shop.status, shop.headers.get('location')]).toEqual([303, '/'])
    expect(await sessionOf(world, { cookie: cookie ?? '' })).toMatchObject({ status: 'open' })
  })

  it('goes straight to the shop in a window of its own', async () => {
    const world = startTestSupplier()
    expect((await world.openSession()).location).toBe('/')
  })

  it('is looked after where a browser does not say whether it is in a frame', async () => {
    const world = startTestSupplier()
    const ask = (path: string, init: { method?: string; cookie?: string } = {}) => {
      const headers = {
        accept: 'text/html,*/*',
        ...(init.cookie === undefined ? {} : { cookie: init.cookie }),
      }
      return world.supplier.fetch(
        new Request(new URL(path, market), { method: init.method ?? 'GET', headers }),
      )
    }
    const opened = await ask(startPageOf(await world.post(setupXml())), { method: 'POST' })
    const entrance = opened.headers.get('location') ?? ''
    expect(entrance).toContain('/entrance/')
    const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await ask(entrance, { cookie })).headers.get('location')).toBe('/')
    expect(await (await ask(entrance)).text()).toContain('Open the shop in a new window')
  })

  it('without a cookie asks for a window of its own, in which the shop is opened once', async () => {
    const { browse, cookie, entrance, world } = await enterFrame()
    const page = await browse(entrance)
    const html = await page.text()
    expect(html).toContain('target="_blank"')
    expect(html).toContain('Open the shop in a new window')
    expect(html).not.toContain('<script')
    expect(page.headers.get('content-security-policy')).toContain('frame-ancestors https://buyer.example')
    const opened = await world.browse(entrance, { method: 'POST' })
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/'])
    const fresh = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect(await sessionOf(world, { cookie: fresh })).toMatchObject({ status: 'open' })
    // What the frame refused is good for nothing any more, and neither is the way.
    expect(await sessionOf(world, { cookie: cookie ?? '' })).toBeUndefined()
    expect((await world.browse(entrance, { method: 'POST' })).status).toBe(410)
    expect((await browse(entrance)).status).toBe(410)
  })

  it('looked at by a scanner is not used up', async () => {
    const { browse, entrance, world } = await enterFrame()
    for (let times = 0; times < 3; times++) expect((await browse(entrance)).status).toBe(200)
    expect((await world.browse(entrance, { method: 'POST' })).status).toBe(303)
  })

  it('is too late after ten minutes, and unknown where it was guessed', async () => {
    const { entrance, world } = await enterFrame()
    world.advance(600_000)
    expect((await world.browse(entrance, { method: 'POST' })).status).toBe(410)
    expect((await world.browse('/punchloop/entrance/guess', { method: 'POST' })).status).toBe(404)
  })

  it('is not the way into a session that has ended', async () => {
    const { cookie, entrance, world } = await enterFrame()
    const session = await sessionOf(world, { cookie: cookie ?? '' })
    if (session === undefined) throw new Error('no session')
    await world.supplier.cancelCart(session)
    expect((await world.browse(entrance, { method: 'POST' })).status).toBe(410)
  })
})

describe('a shop whose script carries the session', () => {
  it('finds its token in the fragment, where no server sees it, and sends it as a header', async () => {
    const { browse, entrance, world } = await enterFrame({ withoutCookies: 'fragment' })
    expect(await (await browse(entrance)).text()).toContain('<script')
    const opened = await browse(entrance, { method: 'POST' })
    expect(opened.headers.getSetCookie()).toEqual([])
    const [, token = ''] =
      /^\/#punchloop-session=([\w-]{43})$/.exec(opened.headers.get('location') ?? '') ?? []
    const session = await sessionOf(world, { 'Punchloop-Session': token })
    expect(session).toMatchObject({ status: 'open', shopper: { login: 'ereyes' } })
    if (session === undefined) throw new Error('no session')
    const { response } = await world.supplier.returnCart(session, cart)
    expect(response.status).toBe(200)
    expect(JSON.stringify(world.log)).not.toContain(token)
  })

  it('is known by nothing but its own token', async () => {
    const { world } = await enterFrame({ withoutCookies: 'fragment' })
    for (const token of ['', 'guess', 'undefined']) {
      expect(await sessionOf(world, { 'Punchloop-Session': token })).toBeUndefined()
    }
  })

  it('is not there in a window of its own: that keeps the cookie', async () => {
    const { entrance, world } = await enterFrame({ withoutCookies: 'fragment' })
    const opened = await world.browse(entrance, { method: 'POST' })
    expect(opened.headers.get('location')).toBe('/')
    expect(opened.headers.getSetCookie()).toHaveLength(1)
  })
})

describe('who may show the shop in a frame', () => {
  const buyer = {
    id: 'acme',
    name: 'Acme',
    credentials: [{ domain: 'NetworkID', identity: 'AN01' }],
    sharedSecrets: ['marker-secret-5f3a'],
    browserFormPostOrigins: ['https://buyer.example'],
  }

  it('is the buyer of the session, its portals, and nobody without a session', async () => {
    const world = startTestSupplier({
      buyers: [{ ...buyer, frameOrigins: ['https://portal.example', 'https://buyer.example'] }],
    })
    const { cookie } = await world.openSession()
    const session = await sessionOf(world, { cookie })
    expect(world.supplier.frameAncestors(session)).toBe('https://buyer.example https://portal.example')
    expect(world.supplier.frameAncestors(undefined)).toBe("'none'")
    const startPage = startPageOf(await world.post(setupXml()))
    const page = await framed(world)(startPage)
    expect(page.headers.get('content-security-policy')).toContain(
      'frame-ancestors https://buyer.example https://portal.example;',
    )
  })

  it('is not who the cart may be sent to: that are the buyer’s registered addresses, the session’s first', async () => {
    const browserFormPostOrigins = ['https://eu.buyer.example', 'https://buyer.example']
    const world = startTestSupplier({ buyers: [{ ...buyer, browserFormPostOrigins }] })
    const { cookie } = await world.openSession()
    const session = await sessionOf(world, { cookie })
    if (session === undefined) throw new Error('no session')
    const { response } = await world.supplier.returnCart(session, cart)
    expect(response.headers.get('content-security-policy')).toContain(
      'form-action https://buyer.example https://eu.buyer.example; frame-ancestors https://buyer.example;',
    )
  })

  it('is asked for at construction', () => {
    expect(() =>
      startTestSupplier({ buyers: [{ ...buyer, frameOrigins: ['https://portal.example/x'] }] }),
    ).toThrow('buyers[0].frameOrigins[0]')
    expect(() => startTestSupplier({ withoutCookies: 'popup' as 'fragment' })).toThrow('withoutCookies')
  })
})
