import { createHash } from 'node:crypto'
import { encodeBase64 } from '../mime/base64.js'

export type RandomBytes = (length: number) => Uint8Array

/** Asked for so many at once: a call of the system costs more than what it gives. */
const pooled = 4096

/** Random bytes of the system's. Each is handed out once. */
export function createRandomBytes(): RandomBytes {
  let pool = new Uint8Array(0)
  return length => {
    if (length > pooled) return crypto.getRandomValues(new Uint8Array(length))
    if (length > pool.length) pool = crypto.getRandomValues(new Uint8Array(pooled))
    const bytes = pool.slice(0, length)
    pool = pool.subarray(length)
    return bytes
  }
}

/** A secret that somebody carries for a while: 256 random bits, URL-safe. Only its {@link tokenHash} is ever stored. */
export function createToken(randomBytes: RandomBytes): string {
  return encodeBase64(randomBytes(32)).replaceAll('+', '-').replaceAll('/', '_').replace('=', '')
}

/** Two hexadecimal digits a byte. */
export function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}

/** SHA-256, hexadecimal. The token is random, so no salt and no slow hash is needed. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex')
}
