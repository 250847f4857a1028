import type { MessageDocument } from '@punchloop/sdk/cxml'
import { findSite, findSupplier } from '../company/find.js'
import { findPerson, fullName } from '../company/people.js'
import { hashToken, urlToken } from '../control/ids.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import {
  claimTrip,
  endTrip,
  findTripByClaim,
  findTripByCookie,
  readCart as readStoredCart,
  type TripRecord,
} from '../shopping/trip-records.js'
import type { CartLine } from './cart-line.js'
import { readCart } from './read-cart.js'
import { appendLines } from './requisition-lines.js'
import { createCart, findCart } from './requisition-records.js'

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
  if (isEmpty(document)) {
    endTrip(work, trip.id, { status: 'cancelled', claimHash })
    return { trip: trip.id, token }
  }
  const cart = readCart(document, { company: work.company, site, supplier })
  if ('lines' in cart) {
    endTrip(work, trip.id, { status: 'returned', claimHash, cart: JSON.stringify(cart.lines) })
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

/** Status 204 says that the shopper left without buying; so does a `create` cart without lines. */
function isEmpty(document: MessageDocument<'PunchOutOrderMessage'>): boolean {
  const { status, punchOutOrderMessage } = document.message
  return status?.code === '204' || punchOutOrderMessage.itemIns.length === 0
}

function openTrip(work: Work, siteId: number, buyerCookie: string): TripRecord {
  const trip = findTripByCookie(work.db, buyerCookie)
  // One answer for an unknown cookie and for another site's: cookies are not to be guessed at.
  if (trip === undefined || trip.site.id !== siteId) {
    throw refused('its BuyerCookie belongs to no shopping trip of this punchout site', 400)
  }
  if (trip.status !== 'open') throw refused('a cart of this shopping trip has come back already', 409)
  if (work.now.getTime() - trip.openedAt.getTime() > tripLifetime) {
    throw refused('the shopping trip was opened more than 24 hours ago', 409)
  }
  return trip
}

function refused(reason: string, status: number): CoupaError {
  return new CoupaError(
    'ERR_COUPA_CART_REFUSED',
    `Punchout failed to return a cart: ${reason}. Start again from Shop Online.`,
    { status },
  )
}

/** What became of the cart, for the person who went shopping and nobody else. Asking twice adds nothing twice. */
export function claimCart(
  work: Work,
  login: string,
  token: string,
):
  | { readonly outcome: 'added'; readonly requisition: number; readonly lineCount: number }
  | { readonly outcome: 'refused'; readonly banner: string }
  | { readonly outcome: 'cancelled' } {
  const trip = findTripByClaim(work.db, hashToken(token))
  if (trip === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', 'There is no returned cart here')
  if (trip.login !== login) {
    const owner = work.company.people.find(person => person.login === trip.login)
    throw new CoupaError(
      'ERR_COUPA_FORBIDDEN',
      `This cart belongs to ${owner ? fullName(owner) : trip.login}: sign in as that person to take it over`,
    )
  }
  if (trip.status === 'cancelled') return { outcome: 'cancelled' }
  if (trip.status === 'refused') return { outcome: 'refused', banner: trip.banner ?? '' }
  const lines = storedLines(work, trip.id)
  if (trip.requisition !== undefined) {
    return { outcome: 'added', requisition: trip.requisition, lineCount: lines.length }
  }
  return { outcome: 'added', requisition: addToCart(work, trip, lines), lineCount: lines.length }
}

function addToCart(work: Work, trip: TripRecord, lines: readonly CartLine[]): number {
  const user = findPerson(work.company, trip.login)
  const cart = findCart(work.db, trip.login) ?? createCart(work, user)
  appendLines(
    work,
    cart.number,
    lines.map(line => ({ ...line, trip: trip.id })),
  )
  claimTrip(work, trip.id, cart.number)
  recordHistory(work, {
    requisition: cart.number,
    by: fullName(user),
    text: `Added ${lines.length} ${lines.length === 1 ? 'item' : 'items'} from ${trip.site.name}`,
  })
  return cart.number
}

/** Written by {@link receiveCart} of this program, and read back as it was. */
function storedLines(work: Work, trip: number): readonly CartLine[] {
  const cart = readStoredCart(work.db, trip)
  return cart === undefined ? [] : JSON.parse(cart)
}
