/** Why the network did not take a document or could not pass it on, as stable codes. */
export type NetworkErrorCode =
  /** It does not know its accounts yet. */
  | 'ERR_NETWORK_STARTING'
  /** The Sender and its secret fit no account. */
  | 'ERR_NETWORK_UNAUTHORIZED'
  /** From is another party than the Sender. */
  | 'ERR_NETWORK_FROM_MISMATCH'
  /** To names no supplier of the network. */
  | 'ERR_NETWORK_SUPPLIER_ID_INVALID'
  | 'ERR_NETWORK_BUYER_ID_INVALID'
  | 'ERR_NETWORK_NOT_RELATED'
  /** Test identities and production do not mix. */
  | 'ERR_NETWORK_MODES_MIXED'
  | 'ERR_NETWORK_PUNCHOUT_URL_MISSING'
  /** The supplier does not know the secret that its account has on the network. */
  | 'ERR_NETWORK_SECRET_MISMATCH'
  | 'ERR_NETWORK_SITE_DOWN'
  /** Its certificate or host name (SNI) does not do, or no version of TLS fits. */
  | 'ERR_NETWORK_TLS_FAILED'
  | 'ERR_NETWORK_NO_ANSWER'
  | 'ERR_NETWORK_INVALID_RESPONSE'
  /** One of the buyer's transaction rules. */
  | 'ERR_NETWORK_RULE_BROKEN'
  | 'ERR_NETWORK_PAYLOAD_ID_REUSED'
  | 'ERR_NETWORK_NOT_TAKEN'
  /** The sender's own secret would reach the other party. */
  | 'ERR_NETWORK_SECRET_ENCLOSED'
  | 'ERR_NETWORK_UNREADABLE'
  | 'ERR_NETWORK_TOO_LARGE'

/**
 * Of the cXML Status. 550, 551 and 560 are the standard's own for a hub that cannot reach the next server.
 * Unverified: which of them the real network answers in which case.
 */
const statuses: Readonly<Record<NetworkErrorCode, string>> = {
  ERR_NETWORK_STARTING: '560',
  ERR_NETWORK_UNAUTHORIZED: '401',
  ERR_NETWORK_FROM_MISMATCH: '401',
  ERR_NETWORK_SUPPLIER_ID_INVALID: '400',
  ERR_NETWORK_BUYER_ID_INVALID: '400',
  ERR_NETWORK_NOT_RELATED: '403',
  ERR_NETWORK_MODES_MIXED: '409',
  ERR_NETWORK_PUNCHOUT_URL_MISSING: '551',
  ERR_NETWORK_SECRET_MISMATCH: '551',
  ERR_NETWORK_SITE_DOWN: '550',
  ERR_NETWORK_TLS_FAILED: '550',
  ERR_NETWORK_NO_ANSWER: '560',
  ERR_NETWORK_INVALID_RESPONSE: '551',
  ERR_NETWORK_RULE_BROKEN: '403',
  ERR_NETWORK_PAYLOAD_ID_REUSED: '409',
  ERR_NETWORK_NOT_TAKEN: '450',
  ERR_NETWORK_SECRET_ENCLOSED: '406',
  ERR_NETWORK_UNREADABLE: '406',
  ERR_NETWORK_TOO_LARGE: '499',
}

/** What the network refuses with. `message` goes out in the Status and holds no secret. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
  readonly code: NetworkErrorCode
  /** cXML Status code. */
  readonly status: string

  constructor(
    code: NetworkErrorCode,
    message: string,
    options: { readonly status?: string; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.status = options.status ?? statuses[code]
  }
}
