import { NetworkError } from './network-error.js'

/** Shorter ones are words that stand anywhere. */
const shortestSecret = 6

/** What a party writes freely, such as the words of a Status, without the secret that it and the network share. */
export function maskSecret(text: string, { sharedSecret }: { readonly sharedSecret: string }): string {
  return sharedSecret.length < shortestSecret ? text : text.replaceAll(sharedSecret, '********')
}

/**
 * What goes to another party holds the sender's secret nowhere: not in a comment, an Extrinsic or an attached copy either.
 * Throws `ERR_NETWORK_SECRET_ENCLOSED`.
 */
export function assertWithoutSecret(
  body: Uint8Array,
  by: {
    readonly sender: { readonly sharedSecret: string }
    readonly receiver: { readonly sharedSecret: string }
  },
): void {
  const { sharedSecret } = by.sender
  // What both have is no secret of the one from the other.
  const isShared = by.receiver.sharedSecret.includes(sharedSecret)
  if (sharedSecret.length < shortestSecret || isShared || !Buffer.from(body).includes(sharedSecret)) return
  throw new NetworkError(
    'ERR_NETWORK_SECRET_ENCLOSED',
    'The SharedSecret stands outside Header/Sender, in the document or in an attached file: leave it out there',
  )
}
