/**
 * The cookie that ties a session to one browser. Buyers open the shop in a frame of their own page, where a cookie is a
 * third-party cookie: it must say `SameSite=None; Secure; Partitioned` (CHIPS) to be kept. Plain http exists on
 * laptops only, where both sides are `localhost` and so the same site.
 */
export interface SessionCookie {
  readonly name: string
  /** Value of `Set-Cookie` for a new session. */
  write(token: string): string
  /** The token that the browser brought, if any. */
  read(request: Request): string | undefined
}

export function createSessionCookie(origin: string): SessionCookie {
  const secure = origin.startsWith('https:')
  // `__Host-` lets no other host of the domain set it.
  const name = secure ? '__Host-punchloop' : 'punchloop'
  const attributes = secure ? 'SameSite=None; Secure; Partitioned' : 'SameSite=Lax'
  return {
    name,
    write: token => `${name}=${token}; Path=/; HttpOnly; ${attributes}`,
    read: request => {
      for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
        const at = pair.indexOf('=')
        if (at !== -1 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
      }
      return undefined
    },
  }
}
