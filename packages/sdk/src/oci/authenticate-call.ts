import { createHash, timingSafeEqual } from 'node:crypto'
import type { Buyer } from '../buyers/buyer.js'
import { type OciAccess, usualFields } from './oci-access.js'
import type { OciCall } from './oci-call.js'
import { OciError } from './oci-error.js'

/** A buyer that enters by OCI. */
export interface OciBuyer {
  readonly buyer: Buyer
  readonly access: OciAccess
}

export type AuthenticateCall = (call: OciCall) => OciBuyer

/**
 * Who calls, by user name and password. An unknown name costs what a wrong password costs and is refused with the same
 * words. OCI has nothing better: the password passes through the shopper's browser, so it opens the shop and no more.
 */
export function createAuthenticateCall(buyers: readonly Buyer[]): AuthenticateCall {
  const known = buyers.flatMap(buyer => (buyer.oci === undefined ? [] : [{ buyer, access: buyer.oci }]))
  const named = known.map(entry => ({
    entry,
    field: entry.access.fields?.username ?? usualFields.username,
    passwordField: entry.access.fields?.password ?? usualFields.password,
    digests: entry.access.passwords.map(digestOf),
  }))
  return call => {
    const found = named.find(({ entry, field }) => call.get(field) === entry.access.username)
    const { passwordField, digests } = found ?? nobody
    const password = call.get(passwordField) ?? ''
    const digest = digestOf(password)
    let isRight = false
    for (const each of digests) isRight = timingSafeEqual(digest, each) || isRight
    if (found !== undefined && isRight && password !== '') return found.entry
    throw new OciError('ERR_OCI_UNAUTHORIZED', 'The user name or the password of the call was not recognised')
  }
}

function digestOf(text: string): Uint8Array {
  return createHash('sha256').update(text, 'utf8').digest()
}

const nobody = { passwordField: usualFields.password, digests: [digestOf('nobody')] }
