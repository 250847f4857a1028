import { createHmac, timingSafeEqual } from 'node:crypto'

/** What the shop's own cookie says. */
export interface BrowserState {
  /** Random; changes with every sign-in. */
  readonly id: string
  readonly email?: string
}

/** Signs what a browser keeps for us; nothing is stored here, and a restart changes nothing. */
export interface BrowserCookie {
  readonly name: string
  /** Value of `Set-Cookie`. */
  write(state: BrowserState): string
  /** The state in a `Cookie` header, if it is ours. */
  read(header: string | undefined): BrowserState | undefined
  csrfToken(browserId: string): string
  isCsrfToken(browserId: string, token: string): boolean
}

const thirtyDays = 30 * 24 * 3600

export function createBrowserCookie(key: Uint8Array, origin: string): BrowserCookie {
  const isSecure = origin.startsWith('https:')
  // Buyers may show the shop in a frame of their own page; plain http exists on laptops only.
  const attributes = isSecure ? 'SameSite=None; Secure; Partitioned' : 'SameSite=Lax'
  const name = isSecure ? '__Host-brightstack' : 'brightstack'
  const sign = (purpose: string, text: string) =>
    createHmac('sha256', key).update(`${purpose}:${text}`).digest('base64url')
  return {
    name,
    write(state) {
      const payload = Buffer.from(JSON.stringify(state)).toString('base64url')
      const value = `${payload}.${sign('cookie', payload)}`
      return `${name}=${value}; Path=/; Max-Age=${thirtyDays}; HttpOnly; ${attributes}`
    },
    read(header) {
      const value = readCookie(header, name)
      const [payload = '', signature = ''] = value.split('.')
      if (!isEqual(signature, sign('cookie', payload))) return undefined
      const state: BrowserState = JSON.parse(Buffer.from(payload, 'base64url').toString())
      return state
    },
    csrfToken: browserId => sign('csrf', browserId),
    isCsrfToken: (browserId, token) => isEqual(token, sign('csrf', browserId)),
  }
}

function readCookie(header: string | undefined, name: string): string {
  const pairs = (header ?? '').split(';').map(pair => pair.trim())
  return pairs.find(pair => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
}

function isEqual(given: string, expected: string): boolean {
  const left = Buffer.from(given)
  const right = Buffer.from(expected)
  return left.length === right.length && timingSafeEqual(left, right)
}
