import { tokenHash } from '../buyers/token.js'
import type { Store } from '../store/store.js'
import type { PunchoutSession } from './session.js'
import { shownSession } from './session-changes.js'
import type { SessionCookie } from './session-cookie.js'

/** What a shop's script sends where its frame keeps no cookie. Other sites cannot make a browser send it. */
const sessionHeader = 'Punchloop-Session'

function readSessionHeader(request: Request): string | undefined {
  return request.headers.get(sessionHeader)?.trim() || undefined
}

/** The session that the browser's cookie, or the header of the shop's script, stands for, unless it has expired. */
export async function findSession(
  context: { readonly store: Store; readonly clock: () => Date; readonly cookie: SessionCookie },
  request: Request,
): Promise<PunchoutSession | undefined> {
  const token = readSessionHeader(request) ?? context.cookie.read(request)
  if (token === undefined) return undefined
  const session = await context.store.read(tx => tx.sessionByCookie(tokenHash(token)))
  return session !== undefined && session.expiresAt > context.clock() ? shownSession(session) : undefined
}
