import { findSite, findSupplier } from '../company/find.js'
import { hashToken, urlToken } from '../control/ids.js'
import type { Work } from '../control/work.js'
import type { CartLine } from '../requisitions/cart-line.js'
import { readLine } from '../requisitions/read-cart.js'
import { openTrip } from '../requisitions/receive-cart.js'
import { endTrip, findTripByCookie } from '../shopping/trip-records.js'
import { readItems } from './read-items.js'

/**
 * What a browser brought back from a catalogue. Lines that cannot be taken are dropped, as an SRM drops them; what was wrong
 * with them is for the journal. Without a line the shopper has left without a cart.
 */
export function receiveItems(
  work: Work,
  token: string,
  fields: readonly (readonly [string, string])[],
): { readonly trip: number; readonly token: string; readonly dropped: readonly string[] } {
  const siteId = findTripByCookie(work.db, token)?.site.id ?? 0
  const trip = openTrip(work, siteId, token)
  const site = findSite(work.company, trip.site.id)
  const buyer = {
    company: work.company,
    site,
    supplier: findSupplier(work.company, site.supplier),
    habits: work.system.cart,
  }
  const lines: CartLine[] = []
  const dropped: string[] = []
  for (const item of readItems(fields)) {
    const read = 'itemIn' in item ? readLine(item.itemIn, buyer) : item
    if ('line' in read) lines.push(read.line)
    else if ('index' in read) dropped.push(`[${read.index}] ${read.problem}`)
    else dropped.push(`${read.problem.item}: ${read.problem.error}`)
  }
  const claim = urlToken(work.randomBytes)
  const claimHash = hashToken(claim)
  endTrip(
    work,
    trip.id,
    lines.length === 0
      ? { status: 'cancelled', claimHash }
      : { status: 'returned', claimHash, cart: JSON.stringify(lines), operationAllowed: 'create' },
  )
  return { trip: trip.id, token: claim, dropped }
}
