import type { Buyer } from '../buyers/buyer.js'
import type { RandomBytes } from '../buyers/token.js'
import type { Store } from '../store/store.js'
import { messagePage } from './page.js'
import type { PunchoutSession, SessionRecord, WithoutCookies } from './session.js'
import { shownSession } from './session-changes.js'
import type { SessionCookie } from './session-cookie.js'

export interface StartPageContext {
  readonly store: Store
  readonly clock: () => Date
  readonly randomBytes: RandomBytes
  readonly origin: string
  readonly cookie: SessionCookie
  readonly openShop: (session: PunchoutSession) => string
  readonly buyers: readonly Buyer[]
  /** Below it are the supplier's own addresses. */
  readonly basePath: string
  readonly withoutCookies: WithoutCookies
}

export function redirectTo(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: location, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
  })
}

/** `openShop` decides the path; that it is one, and on our own origin, is checked here (open redirect). */
export function shopPath(context: StartPageContext, session: SessionRecord): string {
  const path = context.openShop(shownSession(session))
  const url =
    path.startsWith('/') && URL.canParse(path, context.origin) ? new URL(path, context.origin) : undefined
  // `/x/..//evil.example` is on our origin, but its normal form `//evil.example` would not be.
  if (url === undefined || url.origin !== context.origin || url.pathname.startsWith('//')) {
    throw new TypeError(`"openShop" must return a path on ${context.origin} that begins with one slash`)
  }
  return url.pathname + url.search + url.hash
}

const refusals = {
  unknown: {
    status: 404,
    title: 'This link is not known',
    text: 'Check the address, or open the shop again from your procurement system.',
  },
  expired: {
    status: 410,
    title: 'This link has expired',
    text: 'It was good for a few minutes only. Open the shop again from your procurement system.',
  },
  used: {
    status: 410,
    title: 'This link was already opened',
    text: 'It opens the shop once. If that was not you, tell your procurement team. Open the shop again from your procurement system.',
  },
} as const

export function refusal(state: keyof typeof refusals): Response {
  return messagePage(refusals[state])
}
