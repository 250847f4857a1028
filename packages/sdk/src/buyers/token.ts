import { createHash } from 'node:crypto'

export type RandomBytes = (length: number) => Uint8Array

/** A secret that somebody carries for a while: 256 random bits, URL-safe. Only its {@link tokenHash} is ever stored. */
export function createToken(randomBytes: RandomBytes): string {
  return Buffer.from(randomBytes(32)).toString('base64url')
}

/** SHA-256, hexadecimal. The token is random, so no salt and no slow hash is needed. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex')
}
