import type { CxmlError, Incomplete, PunchOutOrderMessage } from '@punchloop/sdk/cxml'
import { findSite, findSupplier } from '../company/find.js'
import type { Work } from '../control/work.js'
import { findTripByCookie } from '../shopping/trip-records.js'

/**
 * A cart that lacks what no cart can be read without. The administrators hear of it as of any other that fails; the trip
 * goes on, since nothing of it was taken. Returns the trip, where the cart says whose it is.
 */
export function reportUnreadableCart(
  work: Work,
  siteId: number,
  { message, error }: { readonly message: Incomplete<PunchOutOrderMessage>; readonly error: CxmlError },
): number | undefined {
  const trip = findTripByCookie(work.db, message.buyerCookie?.trim() ?? '')
  if (trip === undefined || trip.site.id !== siteId || trip.status !== 'open') return undefined
  const supplier = findSupplier(work.company, findSite(work.company, siteId).supplier)
  work.emit('cart refused', {
    trip: trip.id,
    login: trip.login,
    supplier: supplier.name,
    error: error.message,
    item: itemOf(message, error) ?? 'unknown',
  })
  return trip.id
}

/** The line that the fault stands in: `/cXML/…/ItemIn[2]/ItemDetail`, and without a number for the only one. */
function itemOf(
  { itemIns = [] }: Incomplete<PunchOutOrderMessage>,
  { path = '' }: CxmlError,
): string | undefined {
  const [line, number = '1'] = /\/ItemIn(?:\[(\d+)\])?/.exec(path) ?? []
  if (line === undefined) return undefined
  const { itemID, itemDetail } = itemIns[Number(number) - 1] ?? {}
  return itemID?.supplierPartID || itemDetail?.descriptions?.[0]?.value || undefined
}
