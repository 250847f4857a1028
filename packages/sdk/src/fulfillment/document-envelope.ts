import type { Buyer, DocumentEndpoint, PartyCredential } from '../buyers/buyer.js'
import type { OrderDocument } from '../delivery/job.js'

/** Who speaks, and to whom. */
export interface Correspondence {
  readonly credentials: readonly PartyCredential[]
  readonly buyer: Buyer
  readonly endpoint: DocumentEndpoint
}

/** What stands around every document to a buyer. Here the secret is put in: it is nowhere stored. */
export function documentEnvelope(
  { credentials, buyer, endpoint }: Correspondence,
  { payloadID, timestamp }: OrderDocument,
) {
  const { sharedSecret } = endpoint
  const own = credentials.map(({ domain, identity }) => ({ domain, identity }))
  return {
    payloadID,
    timestamp,
    xmlLang: 'en-US',
    header: {
      from: { credentials: own },
      to: { credentials: buyer.credentials.map(({ domain, identity }) => ({ domain, identity })) },
      sender: {
        credentials: own.map(credential => ({ ...credential, sharedSecret })),
        userAgent: 'Punchloop',
      },
    },
  }
}

/** The `OrderReference` of every document about an order. */
export function orderReferenceOf(orderID: string, { orderDate, orderPayloadID }: OrderDocument) {
  return {
    orderID,
    ...(orderDate === '' ? {} : { orderDate }),
    documentReference: { payloadID: orderPayloadID },
  }
}
