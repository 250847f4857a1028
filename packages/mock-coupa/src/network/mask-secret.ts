/** Shorter ones are words that stand anywhere. */
const shortestMasked = 6

/** What a party writes freely, such as the words of a Status, without the secret that it and the network share. */
export function maskSecret(text: string, { sharedSecret }: { readonly sharedSecret: string }): string {
  return sharedSecret.length < shortestMasked ? text : text.replaceAll(sharedSecret, '********')
}
