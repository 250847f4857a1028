import type { PartnerProfile, ProfileName } from './profile.js'
import { profileOf } from './profiles.js'

/** What of a buyer its profile has something to say about. */
interface Configured {
  readonly profile?: ProfileName | PartnerProfile
  readonly senders?: readonly unknown[]
}

/** What is odd about how a buyer is configured, a sentence each. It may be meant, so nothing is refused for it. */
export function remarksOn(buyer: Configured): readonly string[] {
  const { authenticatedBy, title } = profileOf(buyer)
  if (authenticatedBy !== 'network' || buyer.senders !== undefined) return []
  return [
    `${title} sends through a network, whose Credential stands in Sender: without "senders" only documents that the buyer sends itself are taken.`,
  ]
}

/** Where an OrderRequest is of a type that its system is not known to send: a sentence. */
export function unexpectedType(buyer: Configured, type: 'new' | 'update' | 'delete'): string | undefined {
  const { orderTypes, title } = profileOf(buyer)
  if (orderTypes.includes(type)) return undefined
  return `An OrderRequest of type "${type}" came, which ${title} is not known to send.`
}

/** The documents that a buyer was given an address for, although its system takes none. */
export function untakenKinds(
  buyer: Configured,
  kinds: readonly (keyof PartnerProfile['takes'])[],
): readonly (keyof PartnerProfile['takes'])[] {
  const { takes } = profileOf(buyer)
  return kinds.filter(kind => takes[kind] === 'no')
}
