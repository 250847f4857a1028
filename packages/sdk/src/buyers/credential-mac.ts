import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Credential, CredentialMac } from '../cxml/elements/header.js'

/** How far two clocks may be apart, in milliseconds. */
const skew = 5 * 60_000

/** Unverified: how long a MAC may hold. The standard leaves it to both sides; a day is more than any document is under way. */
const longest = 24 * 60 * 60_000

/** cXML User's Guide, "Message Authentication Code": 96 of the 160 bits, which are sixteen characters of base64. */
const characters = 16

/**
 * Whether a `CredentialMac` was made with this secret, for these two parties, and holds now. It says who sent a document and
 * not what is in it: whoever intercepts one may use it for another until it expires, so TLS is needed all the same.
 */
export function isMacOf(
  mac: CredentialMac,
  by: {
    readonly from: Pick<Credential, 'domain' | 'identity'>
    readonly sender: Pick<Credential, 'domain' | 'identity'>
    readonly secret: string
    readonly now: Date
  },
): boolean {
  const isEqual = timingSafeEqual(digestOf(mac.value.trim()), digestOf(computeMac(by, mac)))
  const isKnown = mac.type === 'FromSenderCredentials' && mac.algorithm === 'HMAC-SHA1-96'
  return isEqual && isKnown && isInForce(mac, by.now)
}

/** Domains and identities in small letters, the dates as they are written, each followed by a zero byte. */
function computeMac(
  { from, sender, secret }: Parameters<typeof isMacOf>[1],
  { creationDate, expirationDate }: Pick<CredentialMac, 'creationDate' | 'expirationDate'>,
): string {
  const parts = [from.domain, from.identity.trim(), sender.domain, sender.identity.trim()]
  const text = [...parts.map(part => part.toLowerCase()), creationDate, expirationDate]
  const data = text.map(part => `${part}\0`).join('')
  return createHmac('sha1', secret).update(data, 'utf8').digest('base64').slice(0, characters)
}

/** Texts of different lengths cannot be compared in the same time; their digests can. */
function digestOf(text: string): Uint8Array {
  return createHash('sha256').update(text, 'utf8').digest()
}

function isInForce({ creationDate, expirationDate }: CredentialMac, now: Date): boolean {
  const [created, expires] = [Date.parse(creationDate), Date.parse(expirationDate)]
  return created - skew <= now.getTime() && now.getTime() < expires && expires - created <= longest
}
