import type { Buyer, PartyCredential } from '../buyers/buyer.js'
import type { CxmlDraft } from '../cxml/document.js'
import type { ConfirmationToSend } from '../delivery/job.js'
import type { Order } from '../orders/order.js'

/**
 * `ConfirmationRequest` for a whole order (`accept` or `reject`; a reject has no items, DTD). Made anew on every attempt
 * from what was put down, so the secret is nowhere stored; payloadID and timestamp stay, so the buyer knows a second
 * copy.
 */
export function writeConfirmation(
  { credentials, buyer }: { readonly credentials: readonly PartyCredential[]; readonly buyer: Buyer },
  order: Order,
  confirmation: ConfirmationToSend,
): CxmlDraft {
  const own = credentials.map(({ domain, identity }) => ({ domain, identity }))
  const secret = buyer.confirmations?.sharedSecret
  const { type, payloadID, timestamp, orderPayloadID, comment } = confirmation
  return {
    kind: 'ConfirmationRequest',
    payloadID,
    timestamp,
    xmlLang: 'en-US',
    header: {
      from: { credentials: own },
      to: { credentials: buyer.credentials.map(({ domain, identity }) => ({ domain, identity })) },
      sender: {
        credentials: own.map(credential =>
          secret === undefined ? credential : { ...credential, sharedSecret: secret },
        ),
        userAgent: 'Punchloop',
      },
    },
    request: {
      deploymentMode: order.deploymentMode,
      confirmationRequest: {
        confirmationHeader: {
          type,
          operation: 'new',
          noticeDate: timestamp,
          confirmID: payloadID,
          ...(comment === undefined ? {} : { comments: [{ xmlLang: 'en-US', value: comment }] }),
        },
        orderReference: {
          orderID: order.orderID,
          ...(order.orderDate === '' ? {} : { orderDate: order.orderDate }),
          documentReference: { payloadID: orderPayloadID },
        },
        confirmationItems: type === 'reject' ? [] : order.lines.map(line => acceptedItem(line)),
      },
    },
  }
}

function acceptedItem({ lineNumber, quantity, unitOfMeasure, fulfilment }: Order['lines'][number]) {
  return {
    lineNumber: String(lineNumber),
    quantity,
    unitOfMeasure,
    confirmationStatuses: [
      {
        type: 'accept',
        quantity,
        unitOfMeasure,
        ...(fulfilment?.comment === undefined
          ? {}
          : { comments: [{ xmlLang: 'en-US', value: fulfilment.comment }] }),
      },
    ],
  } as const
}
