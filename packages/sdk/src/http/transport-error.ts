/**
 * A request that failed before there was a document: the HTTP status says so too, since no cXML party has spoken yet.
 * Everything that is wrong with a document itself is answered over HTTP 200 (a buyer treats other HTTP statuses as a
 * broken line and sends again).
 */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly reason: TransportReason

  constructor(reason: TransportReason, message: string) {
    super(message)
    this.reason = reason
  }
}

export type TransportReason = 'broken off' | 'empty' | 'too large' | 'too slow' | 'unsupported'

/** cXML status and HTTP status of each. 499 is cXML's "document too large". */
export const transportStatuses = {
  'broken off': { code: '560', http: 400 },
  empty: { code: '400', http: 400 },
  'too large': { code: '499', http: 413 },
  // Like a broken line: the same may arrive in time when it is sent again.
  'too slow': { code: '560', http: 408 },
  unsupported: { code: '406', http: 415 },
} as const satisfies Record<TransportReason, { code: string; http: number }>
