import { createHash, timingSafeEqual } from 'node:crypto'
import { isOffset, offsetOf } from './local-time.js'

export type RandomBytes = (length: number) => Uint8Array

/** Lower-case hexadecimal, two digits a byte: Coupa's BuyerCookie is 16 bytes so. */
export function hexToken(randomBytes: RandomBytes, length: number): string {
  return Buffer.from(randomBytes(length)).toString('hex')
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
 */
export function coupaEnvelope(at: Date, by: { utcOffset: string; host: string; randomBytes: RandomBytes }) {
  const random = Buffer.from(by.randomBytes(4)).readUInt32BE() % 1_000_000
  const milliseconds = String(at.getTime() % 1000).padStart(3, '0')
  return {
    payloadID: `${Math.floor(at.getTime() / 1000)}.${milliseconds}${String(random).padStart(6, '0')}@${by.host}`,
    timestamp: timestampWithOffset(at, by.utcOffset),
  }
}

export function timestampWithOffset(at: Date, utcOffset: string): string {
  const local = new Date(at.getTime() + offsetOf(utcOffset)).toISOString().slice(0, 19)
  return `${local}${isOffset(utcOffset) ? utcOffset : '+00:00'}`
}
