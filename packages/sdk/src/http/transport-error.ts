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

export type TransportReason = 'empty' | 'too large' | 'unsupported'

/** cXML status and HTTP status of each. 499 is cXML's "document too large". */
export const transportStatuses = {
  empty: { code: '400', http: 400 },
  'too large': { code: '499', http: 413 },
  unsupported: { code: '406', http: 415 },
} as const satisfies Record<TransportReason, { code: string; http: number }>
