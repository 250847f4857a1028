import type { Work } from '../control/work.js'
import type { Database } from '../store/database.js'
import { dateOf, memberOf, numberOf, presentNumber, presentText, type Row, textOf } from '../store/row.js'
import type {
  HeldLines,
  OperationAllowed,
  SelectedItem,
  ShoppingTripStatus,
  TripOperation,
} from './shopping-trip.js'

/** A trip as it is stored: without the StartPage, which is the shopper's alone. */
export interface TripRecord {
  readonly id: number
  readonly login: string
  readonly site: { readonly id: number; readonly name: string }
  readonly status: ShoppingTripStatus
  readonly operation: TripOperation
  /** Of `edit` and `inspect`: the trip whose lines went back to the shop. */
  readonly heldTrip?: number
  readonly search?: number
  readonly requisition?: number
  /** What a refused cart's shopper is shown. */
  readonly banner?: string
  readonly openedAt: Date
}

export function insertTrip(
  work: Work,
  trip: {
    readonly login: string
    readonly site: { readonly id: number; readonly name: string }
    readonly buyerCookie: string
    readonly selectedItem?: SelectedItem
    readonly search?: number
    readonly held?: HeldLines
  },
): number {
  return work.db.run(
    `INSERT INTO trips (login, site_id, site_name, status, buyer_cookie, selected_part, selected_aux, search,
       operation, requisition, held_trip, opened_at)
     VALUES ($login, $siteId, $siteName, 'open', $buyerCookie, $part, $aux,
       (SELECT id FROM searches WHERE id = $search AND login = $login), $operation, $requisition, $heldTrip, $now)`,
    {
      login: trip.login,
      siteId: trip.site.id,
      siteName: trip.site.name,
      buyerCookie: trip.buyerCookie,
      part: trip.selectedItem?.supplierPartID,
      aux: trip.selectedItem?.supplierPartAuxiliaryID,
      search: trip.search,
      operation: trip.held?.operation ?? 'create',
      requisition: trip.held?.requisition,
      heldTrip: trip.held?.trip,
      now: work.now.toISOString(),
    },
  ).lastId
}

export function findTrip(db: Database, id: number): TripRecord | undefined {
  const row = db.get('SELECT * FROM trips WHERE id = $id', { id })
  return row && tripOf(row)
}

export function findTripByCookie(db: Database, buyerCookie: string): TripRecord | undefined {
  const row = db.get('SELECT * FROM trips WHERE buyer_cookie = $buyerCookie', { buyerCookie })
  return row && tripOf(row)
}

/** Whether the same person has opened the same shop again since. A visit that failed to open is none. */
export function hasLaterTrip(db: Database, { id, login, site }: TripRecord): boolean {
  const later = db.get(
    `SELECT 1 FROM trips WHERE id > $id AND login = $login AND site_id = $site AND status <> 'failed' LIMIT 1`,
    { id, login, site: site.id },
  )
  return later !== undefined
}

/** By the hash of the token in `/punchout/carts/<token>`. */
export function findTripByClaim(db: Database, claimHash: string): TripRecord | undefined {
  const row = db.get('SELECT * FROM trips WHERE claim_hash = $claimHash', { claimHash })
  return row && tripOf(row)
}

export function failTrip(work: Work, id: number): void {
  work.db.run(`UPDATE trips SET status = 'failed' WHERE id = $id`, { id })
}

/** The browser came back. What it brought waits until the shopper claims it. */
export function endTrip(
  work: Work,
  id: number,
  end: {
    readonly status: 'returned' | 'refused' | 'cancelled'
    readonly claimHash: string
    readonly banner?: string
    /** The lines, as whoever reads them wrote them. */
    readonly cart?: string
    readonly operationAllowed?: OperationAllowed
  },
): void {
  work.db.run(
    `UPDATE trips SET status = $status, claim_hash = $claimHash, banner = $banner, cart = $cart,
       operation_allowed = $operationAllowed, returned_at = $now
     WHERE id = $id`,
    {
      id,
      status: end.status,
      claimHash: end.claimHash,
      banner: end.banner,
      cart: end.cart,
      operationAllowed: end.operationAllowed,
      now: work.now.toISOString(),
    },
  )
}

/** What the supplier allows to be done with a trip's lines. A cart of before that was kept allows everything. */
export function readOperationAllowed(db: Database, id: number): OperationAllowed {
  const row = db.get('SELECT operation_allowed FROM trips WHERE id = $id AND operation_allowed IS NOT NULL', {
    id,
  })
  return row === undefined ? 'edit' : memberOf(row, 'operation_allowed', ['create', 'inspect', 'edit'])
}

/** What waits to be claimed, as {@link endTrip} got it. */
export function readCart(db: Database, id: number): string | undefined {
  const row = db.get('SELECT cart FROM trips WHERE id = $id', { id })
  return row && presentText(row, { cart: 'cart' }).cart
}

export function claimTrip(work: Work, id: number, requisition: number): void {
  work.db.run(`UPDATE trips SET status = 'claimed', requisition = $requisition WHERE id = $id`, {
    id,
    requisition,
  })
}

function tripOf(row: Row): TripRecord {
  return {
    id: numberOf(row, 'id'),
    login: textOf(row, 'login'),
    site: { id: numberOf(row, 'site_id'), name: textOf(row, 'site_name') },
    status: memberOf(row, 'status', ['failed', 'open', 'returned', 'claimed', 'refused', 'cancelled']),
    operation: memberOf(row, 'operation', ['create', 'edit', 'inspect', 'source']),
    ...presentNumber(row, { search: 'search', requisition: 'requisition', heldTrip: 'held_trip' }),
    ...presentText(row, { banner: 'banner' }),
    openedAt: dateOf(row, 'opened_at'),
  }
}
