import { formatTimestamp } from './values/timestamp.js'

/**
 * The `payloadID` and `timestamp` of a new document: `<unix seconds>.<random digits>@<host>`. Keep both when the same
 * document is sent again: the payloadID is what the receiver knows a duplicate by.
 */
export function envelope(options: {
  readonly clock: () => Date
  readonly randomBytes: (length: number) => Uint8Array
  /** The sender's host name. */
  readonly host: string
}): { readonly payloadID: string; readonly timestamp: string } {
  const now = options.clock()
  const seconds = Math.floor(now.getTime() / 1000)
  let random = 0n
  for (const byte of options.randomBytes(8)) random = random * 256n + BigInt(byte)
  return { payloadID: `${seconds}.${random}@${options.host}`, timestamp: formatTimestamp(now) }
}
