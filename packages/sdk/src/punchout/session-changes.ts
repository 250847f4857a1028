import type { PunchoutSession, PunchoutSessionStatus, SessionRecord } from './session.js'
import { SessionError } from './session-error.js'

/** What the shop may see of a stored session. */
export function shownSession(record: SessionRecord): PunchoutSession {
  const {
    buyerCookieContent: _content,
    cookieHash: _hash,
    openedAt: _openedAt,
    entranceHash: _entrance,
    oci,
    ...session
  } = record
  return { ...session, protocol: oci === undefined ? 'cxml' : 'oci' }
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
    throw new SessionError(
      `Punchout session ${record.id} must be "${expected}" for this, but ${ended[record.status]}`,
    )
  }
  if (record.expiresAt <= now) {
    throw new SessionError(
      `Punchout session ${record.id} expired at ${record.expiresAt.toISOString()}: the shopper must come again from the buyer`,
    )
  }
}
