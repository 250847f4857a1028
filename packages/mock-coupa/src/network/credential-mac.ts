import { createHmac } from 'node:crypto'
import type { CredentialMac } from '@punchloop/sdk/cxml'
import { timestampWithOffset } from '../control/ids.js'
import type { NetworkCredential } from './account.js'

/** Unverified: how long one holds. It is made anew for each attempt. In milliseconds. */
const lifetime = 60 * 60_000

/**
 * That the network may speak for `from`, proved by the secret that the receiver shares with it, which itself is not sent.
 * cXML User's Guide, "Message Authentication Code": HMAC-SHA1, of which 96 bits, over both parties in small letters and the dates.
 */
export function writeMac(by: {
  readonly from: NetworkCredential
  readonly sender: NetworkCredential
  readonly secret: string
  readonly now: Date
}): CredentialMac {
  const { from, sender, now } = by
  const creationDate = timestampWithOffset(now, '+00:00')
  const expirationDate = timestampWithOffset(new Date(now.getTime() + lifetime), '+00:00')
  const parts = [from.domain, from.identity, sender.domain, sender.identity].map(part => part.toLowerCase())
  const data = [...parts, creationDate, expirationDate].map(part => `${part}\0`).join('')
  return {
    type: 'FromSenderCredentials',
    algorithm: 'HMAC-SHA1-96',
    creationDate,
    expirationDate,
    value: createHmac('sha1', by.secret).update(data).digest('base64').slice(0, 16),
  }
}
