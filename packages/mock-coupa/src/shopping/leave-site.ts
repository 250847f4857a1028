import { hashToken, urlToken } from '../control/ids.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { endTrip, findTrip } from './trip-records.js'

/** The shopper came back without a cart. One that the shop sends later is not taken. Leaving twice changes nothing. */
export function leaveSite(work: Work, login: string, id: number): void {
  const trip = findTrip(work.db, id)
  if (trip === undefined || trip.login !== login) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `You have no visit ${id}`)
  }
  if (trip.status !== 'open') return
  // Nobody will claim what there is not.
  endTrip(work, id, { status: 'cancelled', claimHash: hashToken(urlToken(work.randomBytes)) })
}
