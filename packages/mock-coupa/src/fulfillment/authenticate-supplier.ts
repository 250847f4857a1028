import { type Header, isSameCredential } from '@punchloop/sdk/cxml'
import type { Company } from '../company/company.js'
import type { Supplier } from '../company/supplier.js'
import { isSameSecret } from '../control/ids.js'

/**
 * The supplier that speaks, by its Sender: domain compared without case, identity exactly, secret in constant time.
 * From must say the same; where a network opens the connection the Sender is the network's, and From says for whom.
 * To does not count: an instance has its own address. Undefined for whatever does not fit, without saying what.
 *
 * Unverified: which of the three Coupa looks at.
 */
export function authenticateSupplier(company: Company, header: Header): Supplier | undefined {
  return authenticate(company, header, ({ inbound }) =>
    header.from.credentials.some(from => inbound !== undefined && isSameCredential(from, inbound)),
  )
}

/** The network in its own name, as one of the suppliers that are reached through it. */
export function authenticateNetwork(company: Company, header: Header): Supplier | undefined {
  return authenticate(company, header, ({ inboundSender }) =>
    header.from.credentials.some(
      from => inboundSender !== undefined && isSameCredential(from, inboundSender),
    ),
  )
}

function authenticate(
  company: Company,
  header: Header,
  speaks: (supplier: Supplier) => boolean,
): Supplier | undefined {
  const withSecret = header.sender.credentials.filter(credential => credential.sharedSecret !== undefined)
  // More than one secret is a guess too many.
  const [credential] = withSecret
  if (credential === undefined || withSecret.length > 1) return undefined
  const supplier = company.suppliers.find(
    candidate =>
      candidate.active &&
      candidate.inbound !== undefined &&
      isSameCredential(candidate.inboundSender ?? candidate.inbound, credential) &&
      speaks(candidate),
  )
  const expected = supplier?.inbound?.secret ?? ''
  // Unknown suppliers cost the same comparison; an empty secret is nobody's.
  const isSame = isSameSecret(credential.sharedSecret ?? '', expected)
  return isSame && expected !== '' ? supplier : undefined
}
