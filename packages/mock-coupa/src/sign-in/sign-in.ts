import type { Context } from 'koa'
import { hashToken, isSameSecret, type RandomBytes, urlToken } from '../control/ids.js'
import type { Clock } from '../control/time.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { textOf } from '../store/row.js'

/** Who sits in front of the browser. */
export interface Session {
  readonly login: string
  /** Goes into every form as the hidden field `csrf`. */
  readonly csrfToken: string
}

/**
 * Sessions of the pages: cookie `coupa_session` (HttpOnly, SameSite=Lax), kept hashed in SQLite so that a restart
 * signs nobody out. There are no passwords: whoever can reach the mock may be anybody.
 */
export interface SignIn {
  /** The session of this browser; undefined when nobody is signed in. */
  sessionOf(ctx: Context): Session | undefined
  /** Signs in (or switches to) a person, under a new session id. The caller has checked that the login exists. */
  start(ctx: Context, login: string): Session
  end(ctx: Context): void
  /**
   * To be called first in every POST of a page: the request comes from our own page (`Origin`, `Sec-Fetch-Site`)
   * and, when somebody is signed in, carries the session's token in field `csrf`. Throws `ERR_COUPA_CROSS_SITE`.
   */
  assertOwnPage(ctx: Context, csrfField: string | undefined): void
}

/** Where sessions of one face of the mock are kept: people and suppliers never meet in one cookie. */
export interface Door {
  readonly cookie: string
  readonly path: string
  readonly table: 'sessions' | 'supplier_sessions'
}

const peoplesDoor: Door = { cookie: 'coupa_session', path: '/', table: 'sessions' }

/** Who enters here is a supplier: `login` is its id. */
export const suppliersDoor: Door = {
  cookie: 'coupa_supplier_session',
  path: '/supplier',
  table: 'supplier_sessions',
}

export function createSignIn(by: {
  readonly db: Database
  readonly clock: Clock
  readonly randomBytes: RandomBytes
  /** How browsers reach the mock: over https the cookie is `Secure`. */
  readonly publicUrl: () => string
  /** Default: that of the company's people. */
  readonly door?: Door
}): SignIn {
  const { cookie: cookieName, path, table } = by.door ?? peoplesDoor
  const cookie = (ctx: Context) => ctx.cookies.get(cookieName)
  const isHttps = () => by.publicUrl().startsWith('https:')
  const cookieOptions = () => ({ httpOnly: true, sameSite: 'lax', secure: isHttps(), path }) as const
  const setCookie = (ctx: Context, value: string | null) => {
    // Behind a proxy that ends TLS the connection itself is plain, and Koa would refuse a Secure cookie.
    ctx.cookies.secure = isHttps()
    ctx.cookies.set(cookieName, value, cookieOptions())
  }
  const forget = (ctx: Context) => {
    const id = cookie(ctx)
    if (id !== undefined) by.db.run(`DELETE FROM ${table} WHERE id_hash = $hash`, { hash: hashToken(id) })
  }
  const sessionOf = (ctx: Context): Session | undefined => {
    const id = cookie(ctx)
    if (id === undefined) return undefined
    const row = by.db.get(`SELECT login, csrf_token FROM ${table} WHERE id_hash = $hash`, {
      hash: hashToken(id),
    })
    return row && { login: textOf(row, 'login'), csrfToken: textOf(row, 'csrf_token') }
  }
  return {
    sessionOf,
    start(ctx, login) {
      forget(ctx)
      const id = urlToken(by.randomBytes)
      const csrfToken = urlToken(by.randomBytes)
      by.db.run(`INSERT INTO ${table} VALUES ($hash, $login, $csrfToken, $now)`, {
        hash: hashToken(id),
        login,
        csrfToken,
        now: by.clock().toISOString(),
      })
      setCookie(ctx, id)
      return { login, csrfToken }
    },
    end(ctx) {
      forget(ctx)
      setCookie(ctx, null)
    },
    assertOwnPage(ctx, csrfField) {
      if (!comesFromOwnPage(ctx, by.publicUrl())) throw crossSite(whyNotOwn(ctx, by.publicUrl()))
      const session = sessionOf(ctx)
      if (session !== undefined && !isSameSecret(csrfField ?? '', session.csrfToken)) {
        throw crossSite('its form is older than your session')
      }
    },
  }
}

/** Browsers send `Origin` with every POST, and `Sec-Fetch-Site` from a trustworthy origin; neither can be set by a page. */
function comesFromOwnPage(ctx: Context, publicUrl: string): boolean {
  const site = ctx.get('sec-fetch-site')
  if (site !== '' && site !== 'same-origin' && site !== 'none') return false
  const origin = ctx.get('origin')
  if (origin === '') return true
  const host = URL.parse(origin)?.host ?? 'none'
  // A proxy may show us another Host than the browser sees.
  return host === URL.parse(publicUrl)?.host || (host === ctx.get('host') && isOfNobody(origin))
}

/** Somebody who has given the machine a name is told what to do about it. */
function whyNotOwn(ctx: Context, publicUrl: string): string {
  const isNamedHere = URL.parse(ctx.get('origin'))?.host === ctx.get('host')
  return isNamedHere
    ? `this mock knows itself as ${publicUrl} and by no other name: start it with the public URL under which browsers find it`
    : 'it does not come from a page of this Coupa'
}

/**
 * An address, or this machine. Any other name could be somebody's who lets it point here (DNS rebinding); where it is
 * ours it is the public URL's.
 */
function isOfNobody(origin: string): boolean {
  const hostname = URL.parse(origin)?.hostname ?? ''
  return /^(?:\[.*\]|[\d.]+|(?:.*\.)?localhost)$/.test(hostname)
}

function crossSite(reason: string): CoupaError {
  return new CoupaError(
    'ERR_COUPA_CROSS_SITE',
    `This was not done, because ${reason}. Go back, reload the page and try again.`,
  )
}
