import { describe, expect, it } from 'vitest'
import { createBrowserCookie } from './browser-cookie.js'

const cookie = createBrowserCookie(new Uint8Array(32).fill(7), 'https://market.example')
const header = (set: string) => set.split(';')[0]

describe('the cookie', () => {
  it('gives back what was signed', () => {
    const state = { id: 'abc', email: 'emma@northwind.example' }
    expect(cookie.read(`other=1; ${header(cookie.write(state))}`)).toEqual(state)
  })

  it('is worth nothing when anything in it was changed', () => {
    const forged = Buffer.from(JSON.stringify({ id: 'abc', email: 'boss@northwind.example' })).toString(
      'base64url',
    )
    const [, signature] =
      cookie.write({ id: 'abc', email: 'emma@northwind.example' }).split(';')[0]?.split('.') ?? []
    expect(cookie.read(`__Host-brightstack=${forged}.${signature}`)).toBeUndefined()
    expect(cookie.read(`__Host-brightstack=${forged}`)).toBeUndefined()
    expect(cookie.read(undefined)).toBeUndefined()
  })

  it('is worth nothing to a shop with another key', () => {
    const other = createBrowserCookie(new Uint8Array(32).fill(8), 'https://market.example')
    expect(other.read(header(cookie.write({ id: 'abc' })))).toBeUndefined()
  })

  it('says what browsers need in a frame, and on a laptop', () => {
    expect(cookie.write({ id: 'a' })).toMatch(/^__Host-.*HttpOnly; SameSite=None; Secure; Partitioned$/)
    const plain = createBrowserCookie(new Uint8Array(32), 'http://127.0.0.1:4300')
    expect(plain.write({ id: 'a' })).toMatch(/^brightstack=.*HttpOnly; SameSite=Lax$/)
  })

  it('binds CSRF tokens to the browser', () => {
    expect(cookie.isCsrfToken('a', cookie.csrfToken('a'))).toBe(true)
    expect(cookie.isCsrfToken('b', cookie.csrfToken('a'))).toBe(false)
    expect(cookie.isCsrfToken('a', '')).toBe(false)
  })
})
