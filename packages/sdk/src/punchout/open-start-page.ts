import { createToken, tokenHash } from '../buyers/token.js'
import type { StoreTransaction } from '../store/store.js'
import { frameAncestors } from './buyer-origins.js'
import { issueEntrance, mayBeFramed } from './enter-frame.js'
import { redirectTo, refusal, type StartPageContext, shopPath } from './entering.js'
import { selfSubmittingPage } from './page.js'
import type { SessionRecord } from './session.js'
import { openedSession, reopenWindow } from './session-changes.js'

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
    frameAncestors: frameAncestors(context.buyers, visit.session),
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
    // Inside the transaction: if the shop has no page to open, the StartPage stays unused.
    const location = shopPath(context, session)
    if (!mayBeFramed(request)) {
      await tx.updateSession(session)
      return { location, cookie }
    }
    const entrance = await issueEntrance(context, tx, session)
    await tx.updateSession(entrance.session)
    return { location: `${context.basePath}/entrance/${entrance.token}`, cookie }
  })
  if (typeof opened === 'string') return refusal(opened)
  const response = redirectTo(opened.location)
  if ('cookie' in opened) response.headers.append('Set-Cookie', context.cookie.write(opened.cookie))
  return response
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
