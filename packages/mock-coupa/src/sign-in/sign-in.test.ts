import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CoupaError } from '../errors.js'
import { type Database, openDatabase } from '../store/database.js'
import { createSignIn } from './sign-in.js'

let db: Database
let server: Server
let url: string
let publicUrl: string

beforeEach(async () => {
  db = openDatabase(':memory:')
  publicUrl = 'http://coupa.example'
  let seed = 0
  const signIn = createSignIn({
    db,
    clock: () => new Date('2026-03-02T09:00:00Z'),
    randomBytes(length) {
      seed += 1
      return new Uint8Array(length).fill(seed)
    },
    publicUrl: () => publicUrl,
  })
  const app = new Koa()
  app.use(ctx => {
    try {
      if (ctx.path === '/start') ctx.body = signIn.start(ctx, 'emma')
      else if (ctx.path === '/end') ctx.body = signIn.end(ctx) ?? 'ended'
      else if (ctx.method === 'POST') ctx.body = signIn.assertOwnPage(ctx, ctx.get('x-csrf')) ?? 'done'
      else ctx.body = signIn.sessionOf(ctx) ?? 'nobody'
    } catch (error) {
      if (!(error instanceof CoupaError)) throw error
      ctx.status = error.status
      ctx.body = error.message
    }
  })
  server = app.listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(() => {
  server.close()
  db.close()
})

async function signedIn(): Promise<{ cookie: string; header: string; csrfToken: string }> {
  const response = await fetch(`${url}/start`)
  const header = response.headers.get('set-cookie') ?? ''
  const { csrfToken } = (await response.json()) as { csrfToken: string }
  return { cookie: header.split(';')[0] ?? '', header, csrfToken }
}

const post = (headers: Record<string, string>) => fetch(`${url}/do`, { method: 'POST', headers })

describe('a session', () => {
  it('is a cookie that scripts and other sites do not get, stored as a hash', async () => {
    const { cookie, header } = await signedIn()
    expect(header).toMatch(/^coupa_session=[\w-]{43}; path=\/; samesite=lax; httponly$/i)
    expect(await (await fetch(url, { headers: { cookie } })).json()).toMatchObject({ login: 'emma' })
    expect(JSON.stringify(db.all('SELECT * FROM sessions'))).not.toContain(cookie.split('=')[1])
  })

  it('is new at every sign-in, and the old one is gone', async () => {
    const first = await signedIn()
    const again = await fetch(`${url}/start`, { headers: { cookie: first.cookie } })
    expect(again.headers.get('set-cookie')).not.toContain(first.cookie)
    expect(await (await fetch(url, { headers: { cookie: first.cookie } })).text()).toBe('nobody')
  })

  it('is Secure where the mock is reached over https, also behind a proxy that ends TLS', async () => {
    publicUrl = 'https://coupa.example'
    const { header, cookie, csrfToken } = await signedIn()
    expect(header.toLowerCase()).toContain('; secure')
    const response = await post({ cookie, 'x-csrf': csrfToken, origin: publicUrl })
    expect(await response.text()).toBe('done')
  })

  it('ends', async () => {
    const { cookie } = await signedIn()
    await fetch(`${url}/end`, { headers: { cookie } })
    expect(await (await fetch(url, { headers: { cookie } })).text()).toBe('nobody')
  })
})

describe('a POST', () => {
  it('is done with the token of the session, from our own page', async () => {
    const { cookie, csrfToken } = await signedIn()
    const response = await post({ cookie, 'x-csrf': csrfToken, origin: url, 'sec-fetch-site': 'same-origin' })
    expect(await response.text()).toBe('done')
  })

  it.each([
    ['without a token', { 'x-csrf': '' }],
    ['with a wrong token', { 'x-csrf': 'x' }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from an opaque origin', { origin: 'null' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused %s', async (_name, change) => {
    const { cookie, csrfToken } = await signedIn()
    const response = await post({ cookie, 'x-csrf': csrfToken, origin: url, ...change })
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('This was not done')
  })
})
