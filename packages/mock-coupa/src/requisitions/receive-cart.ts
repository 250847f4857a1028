import type { MessageDocument } from '@punchloop/sdk/cxml'
import { findSite, findSupplier } from '../company/find.js'
import { hashToken, urlToken } from '../control/ids.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { endTrip, findTripByCookie, hasLaterTrip, type TripRecord } from '../shopping/trip-records.js'
import type { CartHabits, ShoppingHabits } from '../systems/system.js'
import { readCart } from './read-cart.js'

/** Unverified: how long Coupa takes a cart back. A working day and a night. */
const tripLifetime = 24 * 60 * 60 * 1000

/**
 * What a browser brought back from a shop: cross-site and without a cookie, so the BuyerCookie alone says whose it
 * is. Nothing is bought yet: the answer is a one-time token with which the signed-in shopper claims it.
 */
export function receiveCart(
  work: Work,
  siteId: number,
  document: MessageDocument<'PunchOutOrderMessage'>,
): { readonly trip: number; readonly token: string } {
  // Suppliers that indent their documents return it with white space around.
  const trip = openTrip(work, siteId, document.message.punchOutOrderMessage.buyerCookie.trim())
  const token = urlToken(work.randomBytes)
  const claimHash = hashToken(token)
  const site = findSite(work.company, siteId)
  const supplier = findSupplier(work.company, site.supplier)
  if (bringsNothing(trip, document, work.system.cart)) {
    endTrip(work, trip.id, { status: 'cancelled', claimHash })
    return { trip: trip.id, token }
  }
  const habits = work.system.cart
  const problem = problemOfWhole(trip, document, habits)
  const cart =
    problem === undefined
      ? readCart(document, { company: work.company, site, supplier, habits })
      : { problem: { error: problem, item: 'none' } }
  if ('lines' in cart) {
    const { operationAllowed } = document.message.punchOutOrderMessage.punchOutOrderMessageHeader
    endTrip(work, trip.id, {
      status: 'returned',
      claimHash,
      cart: JSON.stringify(cart.lines),
      operationAllowed,
    })
    return { trip: trip.id, token }
  }
  const banner = `There was an error transferring items from ${supplier.name}. Your system administrator has been notified.`
  endTrip(work, trip.id, { status: 'refused', claimHash, banner })
  work.emit('cart refused', {
    trip: trip.id,
    login: trip.login,
    supplier: supplier.name,
    ...cart.problem,
  })
  return { trip: trip.id, token }
}

/**
 * Status 204 says that the shopper left without a decision, and a cart that was only inspected has nothing to say; nor
 * has a quote that is still pending. An empty cart adds nothing; after `edit` it is a cart all the same: the lines are
 * wanted no more.
 */
function bringsNothing(
  trip: TripRecord,
  document: MessageDocument<'PunchOutOrderMessage'>,
  habits: CartHabits,
): boolean {
  const { status, punchOutOrderMessage } = document.message
  if (status?.code === '204') return true
  if (status !== undefined && !status.code.startsWith('2')) return false
  if (trip.operation === 'inspect') return true
  const { quoteStatus } = punchOutOrderMessage.punchOutOrderMessageHeader
  if (trip.operation === 'source' && quoteStatus === 'pending') return true
  return isEmptyFirst(trip, document) && habits.empty === 'adds nothing'
}

/** A Message may begin with a Status, and without one it is 200. Unverified: what Coupa makes of another one. */
function problemOfWhole(
  trip: TripRecord,
  document: MessageDocument<'PunchOutOrderMessage'>,
  habits: CartHabits,
): string | undefined {
  const { status } = document.message
  if (status !== undefined && !status.code.startsWith('2')) {
    return `Status ${status.code} ${status.value || status.text}`.trim()
  }
  return isEmptyFirst(trip, document) && habits.empty === 'refused' ? 'The cart is empty' : undefined
}

function isEmptyFirst({ operation }: TripRecord, document: MessageDocument<'PunchOutOrderMessage'>): boolean {
  return operation === 'create' && document.message.punchOutOrderMessage.itemIns.length === 0
}

/** The trip that a cart belongs to, while it may come back. */
export function openTrip(work: Work, siteId: number, buyerCookie: string): TripRecord {
  const trip = findTripByCookie(work.db, buyerCookie)
  const { shopping } = work.system
  // One answer for an unknown cookie and for another site's: cookies are not to be guessed at.
  if (trip === undefined || trip.site.id !== siteId) {
    throw stale(shopping, 'its BuyerCookie belongs to no shopping trip of this punchout site', 400)
  }
  if (trip.status !== 'open') throw stale(shopping, 'a cart of this shopping trip has come back already', 409)
  if (work.now.getTime() - trip.openedAt.getTime() > tripLifetime) {
    throw stale(shopping, 'the shopping trip was opened more than 24 hours ago', 409)
  }
  if (shopping.latestVisitOnly && hasLaterTrip(work.db, trip)) {
    throw stale(shopping, `its BuyerCookie is that of an earlier visit to ${trip.site.name}`, 409)
  }
  return trip
}

function stale({ staleCart, shops }: ShoppingHabits, reason: string, status: number): CoupaError {
  return new CoupaError('ERR_COUPA_CART_STALE', `${staleCart}: ${reason}. Start again from ${shops}.`, {
    status,
  })
}
