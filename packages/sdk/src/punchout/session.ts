import type { SetupOperation } from '../cxml/punchout-setup-request.js'
import { SessionError } from './session-error.js'

/** The person who shops, as the buyer's system described them (Extrinsics, `Contact role="endUser"`). */
export interface Shopper {
  /** The login in the buyer's system (`UniqueName`, else `User`). */
  readonly login?: string
  readonly email?: string
  readonly firstName?: string
  readonly lastName?: string
}

/** `ItemID` of something the buyer chose or already holds. */
export interface ItemReference {
  readonly supplierPartID: string
  readonly supplierPartAuxiliaryID?: string
}

/** A line that the buyer already holds and wants changed (`edit`) or looked at (`inspect`). */
export interface HeldLine extends ItemReference {
  /** The buyer's number of the line, as sent. */
  readonly lineNumber?: string
  readonly quantity: string
}

/** `started`: the StartPage waits to be opened. `returned` and `cancelled` are final. */
export type PunchoutSessionStatus = 'started' | 'open' | 'returned' | 'cancelled'

/** One trip of one shopper through the marketplace, opened by a `PunchOutSetupRequest`. */
export interface PunchoutSession {
  readonly id: string
  readonly buyerId: string
  readonly operation: SetupOperation
  /** Goes back unchanged in the `PunchOutOrderMessage`. */
  readonly buyerCookie: string
  readonly browserFormPost: string
  readonly shopper: Shopper
  /** Every `Extrinsic` of the setup request, in order; names may repeat. */
  readonly extrinsics: readonly { readonly name: string; readonly value: string }[]
  /** The item that the shopper chose in the buyer's own search, if any. */
  readonly selectedItem?: ItemReference
  /** The lines of an `edit` or `inspect`: the shop rebuilds the cart from their references. Empty on `create`. */
  readonly heldLines: readonly HeldLine[]
  readonly deploymentMode: 'production' | 'test'
  readonly createdAt: Date
  readonly expiresAt: Date
  /** `returned` and `cancelled` sessions can still be looked at but return no second cart. */
  readonly status: PunchoutSessionStatus
}

/** A session as it is stored: what the shop sees, and what ties it to one browser. */
export interface SessionRecord extends PunchoutSession {
  /** The inner XML of `BuyerCookie`, where the buyer put markup into it (it is declared ANY). Goes back as it came. */
  readonly buyerCookieContent?: string
  /** SHA-256 (hexadecimal) of the session cookie; set when the StartPage was opened. */
  readonly cookieHash?: string
  readonly openedAt?: Date
}

/** What the shop may see of a stored session. */
export function shownSession(record: SessionRecord): PunchoutSession {
  const { buyerCookieContent: _content, cookieHash: _hash, openedAt: _openedAt, ...session } = record
  return session
}

/** How long the browser that opened the StartPage may open it again: a reload, a double click, a slow redirect. */
export const reopenWindow = 60_000

/** The session after its StartPage was opened. Whatever session the browser had before plays no part. */
export function openedSession(record: SessionRecord, cookieHash: string, now: Date): SessionRecord {
  assertStatus(record, 'started', now)
  return { ...record, status: 'open', cookieHash, openedAt: now }
}

/** The session after its cart went back. */
export function returnedSession(record: SessionRecord, now: Date): SessionRecord {
  assertStatus(record, 'open', now)
  if (record.operation === 'inspect') {
    throw new SessionError(
      'The session was opened with operation "inspect": the buyer only looks and takes no cart. Call cancelCart.',
    )
  }
  return { ...record, status: 'returned' }
}

/** The session after it ended without a cart. */
export function cancelledSession(record: SessionRecord, now: Date): SessionRecord {
  assertStatus(record, 'open', now)
  return { ...record, status: 'cancelled' }
}

const ended = {
  started: 'its StartPage has not been opened yet',
  open: 'it is open already',
  returned: 'its cart has been returned already',
  cancelled: 'it was cancelled',
} as const satisfies Record<PunchoutSessionStatus, string>

function assertStatus(record: SessionRecord, expected: PunchoutSessionStatus, now: Date): void {
  if (record.status !== expected) {
    throw new SessionError(`Punchout session ${record.id} must be "${expected}" for this, but ${ended[record.status]}`)
  }
  if (record.expiresAt <= now) {
    throw new SessionError(
      `Punchout session ${record.id} expired at ${record.expiresAt.toISOString()}: the shopper must come again from the buyer`,
    )
  }
}
