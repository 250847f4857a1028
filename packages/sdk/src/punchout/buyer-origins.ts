import type { Buyer } from '../buyers/buyer.js'
import type { PunchoutSession } from './session.js'

/**
 * Who may show the shop in a frame, for the directive `frame-ancestors`: the origin to which this session's cart goes and
 * those that are registered for the buyer besides. Nobody else, and nobody at all without a session.
 */
export function frameAncestors(
  buyers: readonly Buyer[],
  session: Pick<PunchoutSession, 'buyerId' | 'browserFormPost'> | undefined,
): string {
  if (session === undefined) return "'none'"
  const registered = buyers.find(({ id }) => id === session.buyerId)?.frameOrigins ?? []
  const origins = [session.browserFormPost, ...registered].map(url => new URL(url).origin)
  return [...new Set(origins)].join(' ')
}

/**
 * Where the page with the cart may send its form, for the directive `form-action`: where this session's cart goes, and, since
 * Chromium holds a redirect of the answer to it too, the buyer's other registered addresses.
 */
export function formActions(
  buyers: readonly Buyer[],
  { buyerId, browserFormPost }: Pick<PunchoutSession, 'buyerId' | 'browserFormPost'>,
): string {
  const registered = buyers.find(({ id }) => id === buyerId)?.browserFormPostOrigins ?? []
  const origins = [browserFormPost, ...registered].map(url => new URL(url).origin)
  return [...new Set(origins)].join(' ')
}
