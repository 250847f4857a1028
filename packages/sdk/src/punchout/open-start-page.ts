import { createToken, type RandomBytes, tokenHash } from '../buyers/token.js'
import type { Store, StoreTransaction } from '../store/store.js'
import { messagePage, selfSubmittingPage } from './page.js'
import type { PunchoutSession, SessionRecord } from './session.js'
import { openedSession, reopenWindow, shownSession } from './session-changes.js'
import type { SessionCookie } from './session-cookie.js'

export interface StartPageContext {
  readonly store: Store
  readonly clock: () => Date
  readonly randomBytes: RandomBytes
  readonly origin: string
  readonly cookie: SessionCookie
  readonly openShop: (session: PunchoutSession) => string
}

/** What a StartPage URL is good for at this moment, to this browser. */
type Visit =
  | { readonly state: 'unknown' | 'expired' | 'used' }
  /** `again`: opened a moment ago by this very browser. */
  | { readonly state: 'first' | 'again'; readonly session: SessionRecord }

/**
 * `GET`: a page that posts itself. It changes nothing, so link scanners, previews and prefetches that follow the URL do
 * not use it up.
 */
export async function showStartPage(
  context: StartPageContext,
  request: Request,
  token: string,
): Promise<Response> {
  const visit = await context.store.transaction(tx => visitOf(context, tx, { request, token }))
  if (!('session' in visit)) return refusal(visit.state)
  return selfSubmittingPage({
    title: 'Opening the shop…',
    text: 'If nothing happens, continue with the button.',
    action: new URL(request.url).pathname,
    formAction: "'self'",
    button: 'Continue to the shop',
    frameAncestors: new URL(visit.session.browserFormPost).origin,
    referrerPolicy: 'no-referrer',
    randomBytes: context.randomBytes,
  })
}

/**
 * `POST`: exchanges the token for the session cookie, once, and goes to the shop's own clean URL. The cookie is always
 * a new one: whatever session the browser brought is neither used nor joined (session fixation).
 */
export async function openStartPage(
  context: StartPageContext,
  request: Request,
  token: string,
): Promise<Response> {
  const opened = await context.store.transaction(async tx => {
    const visit = await visitOf(context, tx, { request, token })
    if (!('session' in visit)) return visit.state
    if (visit.state === 'again') return { location: shopPath(context, visit.session) }
    const cookie = createToken(context.randomBytes)
    const session = openedSession(visit.session, tokenHash(cookie), context.clock())
    await tx.updateSession(session)
    // Inside the transaction: if the shop has no page to open, the StartPage stays unused.
    return { location: shopPath(context, session), cookie }
  })
  if (typeof opened === 'string') return refusal(opened)
  const headers = new Headers({
    Location: opened.location,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  })
  if ('cookie' in opened) headers.append('Set-Cookie', context.cookie.write(opened.cookie))
  return new Response(null, { status: 303, headers })
}

async function visitOf(
  context: StartPageContext,
  tx: StoreTransaction,
  { request, token }: { readonly request: Request; readonly token: string },
): Promise<Visit> {
  const now = context.clock()
  const page = await tx.startPage(tokenHash(token))
  const session = page === undefined ? undefined : await tx.session(page.sessionId)
  if (page === undefined || session === undefined) return { state: 'unknown' }
  if (session.status === 'started') {
    return page.expiresAt > now ? { state: 'first', session } : { state: 'expired' }
  }
  const cookie = context.cookie.read(request)
  const sameBrowser = cookie !== undefined && tokenHash(cookie) === session.cookieHash
  const since = now.getTime() - (session.openedAt?.getTime() ?? 0)
  const again = session.status === 'open' && sameBrowser && since <= reopenWindow
  return again ? { state: 'again', session } : { state: 'used' }
}

/** `openShop` decides the path; that it is one, and on our own origin, is checked here (open redirect). */
function shopPath(context: StartPageContext, session: SessionRecord): string {
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

function refusal(state: keyof typeof refusals): Response {
  return messagePage(refusals[state])
}
