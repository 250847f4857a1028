import { createToken, tokenHash } from '../buyers/token.js'
import type { StoreTransaction } from '../store/store.js'
import { frameAncestors } from './buyer-origins.js'
import { redirectTo, refusal, type StartPageContext, shopPath } from './entering.js'
import { entrancePage } from './page.js'
import type { SessionRecord } from './session.js'

/** How long the way around a refused cookie stays open, in milliseconds. */
const lifetime = 10 * 60_000

/** The fragment under which the shop's script finds the session's token. */
const sessionFragment = 'punchloop-session'

/**
 * Whether the browser may be about to show the answer in a frame: Fetch Metadata says so. Where a browser does not send it
 * (Safari before 16.4, views inside other programs), whoever asks for a page may.
 */
export function mayBeFramed({ headers }: Request): boolean {
  const destination = headers.get('sec-fetch-dest')
  if (destination === null) return headers.get('accept')?.includes('text/html') ?? false
  return ['iframe', 'frame', 'embed', 'object'].includes(destination)
}

/**
 * A page of the way between the StartPage and the shop, in a frame only: at it is seen whether the browser kept the cookie.
 * Returns its token, and the session as it is to be stored.
 */
export async function issueEntrance(
  context: StartPageContext,
  tx: StoreTransaction,
  session: SessionRecord,
): Promise<{ readonly token: string; readonly session: SessionRecord }> {
  const token = createToken(context.randomBytes)
  const hash = tokenHash(token)
  const expiresAt = new Date(context.clock().getTime() + lifetime)
  await tx.insertStartPage({ tokenHash: hash, sessionId: session.id, expiresAt })
  return { token, session: { ...session, entranceHash: hash } }
}

/** `GET`: on to the shop where the cookie is there; else another way, which a person takes by a click. */
export async function showEntrance(
  context: StartPageContext,
  request: Request,
  token: string,
): Promise<Response> {
  const session = await context.store.read(async tx => {
    const page = await tx.startPage(tokenHash(token))
    return page === undefined || page.expiresAt <= context.clock() ? undefined : tx.session(page.sessionId)
  })
  if (session?.status !== 'open') return refusal('used')
  const cookie = context.cookie.read(request)
  if (cookie !== undefined && tokenHash(cookie) === session.cookieHash) {
    return redirectTo(shopPath(context, session))
  }
  if (session.entranceHash !== tokenHash(token)) return refusal('used')
  return entrancePage({
    action: new URL(request.url).pathname,
    frameAncestors: frameAncestors(context.buyers, session),
    opensIn: context.withoutCookies,
    randomBytes: context.randomBytes,
  })
}

/**
 * `POST`: the session gets a new cookie, in a window of the shop's own, or, where the shop has a script for it, a token in the
 * fragment, which no server, log or `Referer` sees. Once: the cookie that was refused is good for nothing any more.
 */
export async function openEntrance(
  context: StartPageContext,
  request: Request,
  token: string,
): Promise<Response> {
  const now = context.clock()
  const opened = await context.store.transaction(async tx => {
    const hash = tokenHash(token)
    const page = await tx.startPage(hash)
    const session = page === undefined ? undefined : await tx.session(page.sessionId)
    if (page === undefined || session === undefined) return 'unknown'
    if (page.expiresAt <= now || session.expiresAt <= now) return 'expired'
    if (session.status !== 'open' || session.entranceHash !== hash) return 'used'
    const cookie = createToken(context.randomBytes)
    const { entranceHash: _used, ...rest } = session
    const entered = { ...rest, cookieHash: tokenHash(cookie) }
    await tx.updateSession(entered)
    return { location: shopPath(context, entered), cookie }
  })
  if (typeof opened === 'string') return refusal(opened)
  if (context.withoutCookies === 'fragment' && mayBeFramed(request)) {
    return redirectTo(`${opened.location.replace(/#.*$/, '')}#${sessionFragment}=${opened.cookie}`)
  }
  const response = redirectTo(opened.location)
  response.headers.append('Set-Cookie', context.cookie.write(opened.cookie))
  return response
}
