import { createHash, timingSafeEqual } from 'node:crypto'
import type { DateForm, SetupHabits } from '../systems/system.js'
import { isOffset, offsetOf } from './local-time.js'

export type RandomBytes = (length: number) => Uint8Array

/** A BuyerCookie of so many random bytes; `digits` makes one of each. Coupa's is 16 bytes in lower-case hexadecimal. */
export function writeBuyerCookie(
  randomBytes: RandomBytes,
  { bytes, form }: SetupHabits['buyerCookie'],
): string {
  const random = Buffer.from(randomBytes(bytes))
  if (form === 'digits') return [...random].map(byte => byte % 10).join('')
  return random.toString(form)
}

/** 256 bits for a URL or a cookie. */
export function urlToken(randomBytes: RandomBytes): string {
  return Buffer.from(randomBytes(32)).toString('base64url')
}

/** What is stored of a token: whoever reads the database cannot use it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Compares secrets by their digests, in the same time wherever they differ. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

/**
 * Coupa's envelope: `<seconds>.<fraction>@<host>`, and a timestamp with a numeric offset, never `Z`.
 * The fraction holds the milliseconds and six random digits, so that two documents of one moment differ.
 * Other systems differ in the form of the timestamp. Unverified: what their payloadIDs look like.
 */
export function coupaEnvelope(
  at: Date,
  by: { utcOffset: string; host: string; randomBytes: RandomBytes; dates?: DateForm },
) {
  const random = Buffer.from(by.randomBytes(4)).readUInt32BE() % 1_000_000
  const milliseconds = String(at.getTime() % 1000).padStart(3, '0')
  return {
    payloadID: `${Math.floor(at.getTime() / 1000)}.${milliseconds}${String(random).padStart(6, '0')}@${by.host}`,
    // A zone is taken away when the document is written.
    timestamp: writeTimestamp(at, by.dates === 'utc' ? 'utc' : 'offset', by.utcOffset),
  }
}

/** A moment as a system writes it; `utcOffset` is the company's own. */
export function writeTimestamp(at: Date, form: DateForm, utcOffset: string): string {
  if (form === 'utc') return timestampWithOffset(at, '+00:00')
  const local = timestampWithOffset(at, utcOffset)
  return form === 'zone-less' ? local.slice(0, 19) : local
}

export function timestampWithOffset(at: Date, utcOffset: string): string {
  const local = new Date(at.getTime() + offsetOf(utcOffset)).toISOString().slice(0, 19)
  return `${local}${isOffset(utcOffset) ? utcOffset : '+00:00'}`
}
