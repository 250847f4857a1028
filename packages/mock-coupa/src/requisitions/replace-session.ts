import { reallocate } from '../accounting/reallocate.js'
import { findPerson, fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import type { TripRecord } from '../shopping/trip-records.js'
import type { CartLine } from './cart-line.js'
import { ownRequisition } from './edit-cart.js'
import type { RequisitionLine } from './requisition.js'
import { appendLines, deleteLine, replaceLine } from './requisition-lines.js'

/**
 * The cart of an `edit` takes the place of the lines that were sent with it: what came back stays or is added, what did
 * not is gone. Returns the requisition's number.
 */
export function replaceSession(work: Work, trip: TripRecord, lines: readonly CartLine[]): number {
  const requisition = ownRequisition(work, trip.login, trip.requisition ?? 0)
  const { number, status } = requisition
  if (status !== 'cart' && status !== 'draft') {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `The items from ${trip.site.name} were not changed: requisition ${number} is ${status} by now`,
    )
  }
  const left = requisition.lines.filter(line => line.trip !== undefined && line.trip === trip.heldTrip)
  for (const line of lines) {
    const index = left.findIndex(old => isSame(old, line))
    const [old] = index === -1 ? [] : left.splice(index, 1)
    if (old === undefined) appendLines(work, number, [{ ...line, trip: trip.id }])
    else replaceLine(work, number, { ...line, ...filledIn(old, line.total), trip: trip.id })
  }
  // From the end: the lines after one that goes move up.
  for (const { lineNum } of left.toReversed()) deleteLine(work, number, lineNum)
  recordHistory(work, {
    requisition: number,
    by: fullName(findPerson(work.company, trip.login)),
    text:
      lines.length === 0
        ? `Removed the items from ${trip.site.name}`
        : `Changed the items from ${trip.site.name}`,
  })
  return number
}

/** The auxiliary id is what the supplier knows a line by, and the part number where it gave none. */
function isSame(old: RequisitionLine, line: CartLine): boolean {
  return old.sourcePartNum === line.sourcePartNum && old.suppAuxPartNum === line.suppAuxPartNum
}

/** What the requester has chosen for the line outlives a change at the supplier. */
export function filledIn(old: RequisitionLine, total: string) {
  const { id, account, allocations, commodity, more, needByDate, paymentTerm, shippingTerm, customFields } =
    old
  return {
    id,
    ...(account === undefined ? {} : { account }),
    ...(allocations === undefined ? {} : { allocations: reallocate(allocations, total) }),
    ...(commodity === undefined ? {} : { commodity }),
    ...(more === undefined ? {} : { more }),
    ...(needByDate === undefined ? {} : { needByDate }),
    ...(paymentTerm === undefined ? {} : { paymentTerm }),
    ...(shippingTerm === undefined ? {} : { shippingTerm }),
    ...(customFields === undefined ? {} : { customFields }),
  }
}
