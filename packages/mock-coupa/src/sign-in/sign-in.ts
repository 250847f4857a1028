import type { Context } from 'koa'

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
