import { findPerson, fullName } from '../company/people.js'
import { hashToken } from '../control/ids.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import { claimTrip, findTripByClaim, readCart, type TripRecord } from '../shopping/trip-records.js'
import type { CartLine } from './cart-line.js'
import { replaceSession } from './replace-session.js'
import { appendLines } from './requisition-lines.js'
import { createCart, findCart } from './requisition-records.js'

/** What a returned cart did. */
export type Claim =
  | { readonly outcome: 'added' | 'changed'; readonly requisition: number; readonly lineCount: number }
  | { readonly outcome: 'refused'; readonly banner: string }
  | { readonly outcome: 'cancelled'; readonly requisitionNumber?: number }

/** What became of the cart, for the person who went shopping and nobody else. Asking twice adds nothing twice. */
export function claimCart(work: Work, login: string, token: string): Claim {
  const trip = findTripByClaim(work.db, hashToken(token))
  if (trip === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', 'There is no returned cart here')
  if (trip.login !== login) {
    const owner = work.company.people.find(person => person.login === trip.login)
    throw new CoupaError(
      'ERR_COUPA_FORBIDDEN',
      `This cart belongs to ${owner ? fullName(owner) : trip.login}: sign in as that person to take it over`,
    )
  }
  if (trip.status === 'refused') return { outcome: 'refused', banner: trip.banner ?? '' }
  if (trip.status === 'cancelled') {
    return {
      outcome: 'cancelled',
      ...(trip.requisition === undefined ? {} : { requisitionNumber: trip.requisition }),
    }
  }
  const lines = storedLines(work, trip.id)
  const isEdit = trip.operation !== 'create'
  return {
    outcome: isEdit ? 'changed' : 'added',
    requisition: trip.status === 'claimed' ? claimedRequisition(trip) : take(work, trip, lines),
    lineCount: lines.length,
  }
}

function claimedRequisition(trip: TripRecord): number {
  if (trip.requisition === undefined) throw new Error(`Trip ${trip.id} was claimed without a requisition`)
  return trip.requisition
}

function take(work: Work, trip: TripRecord, lines: readonly CartLine[]): number {
  const requisition = trip.operation === 'create' ? add(work, trip, lines) : replaceSession(work, trip, lines)
  claimTrip(work, trip.id, requisition)
  return requisition
}

function add(work: Work, trip: TripRecord, lines: readonly CartLine[]): number {
  const user = findPerson(work.company, trip.login)
  const cart = findCart(work.db, trip.login) ?? createCart(work, user)
  appendLines(
    work,
    cart.number,
    lines.map(line => ({ ...line, trip: trip.id })),
  )
  recordHistory(work, {
    requisition: cart.number,
    by: fullName(user),
    text: `Added ${lines.length} ${lines.length === 1 ? 'item' : 'items'} from ${trip.site.name}`,
  })
  return cart.number
}

/** Written when the cart was received, by this program, and read back as it was. */
function storedLines(work: Work, trip: number): readonly CartLine[] {
  const cart = readCart(work.db, trip)
  return cart === undefined ? [] : JSON.parse(cart)
}
