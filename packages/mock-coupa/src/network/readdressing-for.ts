import type { Header } from '@punchloop/sdk/cxml'
import { credentialsOf, isTestAccount, type NetworkAccount, type NetworkCredential } from './account.js'
import { writeMac } from './credential-mac.js'
import type { Route } from './find-parties.js'
import { networkCredentials } from './ground.js'
import type { Readdressing } from './readdress.js'

/** How a document is readdressed when it is taken: the parties are completed, and no secret stands in it any more. */
export function readdressingFor({ sender, receiver }: Route, header: Header): Readdressing {
  return {
    sender: networkCredentialFor(receiver),
    from: missing(sender, header.from.credentials),
    to: missing(receiver, header.to.credentials),
    isTest: isTestAccount(sender),
  }
}

/**
 * How it leaves: with the receiver's own secret as it is now, which may have changed since the document was taken, or with what
 * is made of it.
 *
 * @param from ANID of who sent the document
 */
export function withProofFor(
  receiver: NetworkAccount,
  { from, now }: { readonly from: string; readonly now: Date },
): Readdressing {
  const sender = networkCredentialFor(receiver)
  const { sharedSecret } = receiver
  const isByMac = receiver.role === 'supplier' && receiver.proof === 'CredentialMac'
  const speaker = { domain: 'NetworkID', identity: from }
  const proof = isByMac
    ? { credentialMac: writeMac({ from: speaker, sender, secret: sharedSecret, now }) }
    : { sharedSecret }
  return { sender: { ...sender, ...proof }, from: [], to: [], isTest: false }
}

function networkCredentialFor(receiver: NetworkAccount): NetworkCredential {
  return networkCredentials[(receiver.role === 'supplier' && receiver.senderForm) || 'NetworkID']
}

/** Of those under which the account is known, what the document does not say. */
function missing(account: NetworkAccount, said: readonly NetworkCredential[]): NetworkCredential[] {
  return credentialsOf(account).filter(
    own =>
      !said.some(
        ({ domain, identity }) =>
          domain.toLowerCase() === own.domain.toLowerCase() && identity === own.identity,
      ),
  )
}
