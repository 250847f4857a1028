import type { Buyer, PartyCredential } from '../buyers/buyer.js'
import type { CxmlDraft } from '../cxml/document.js'
import type { ConfirmationToSend, ConfirmedItem } from '../delivery/job.js'

/**
 * The `ConfirmationRequest` that was put down, with who speaks to whom. Only the secret is not in what is stored, so every
 * attempt is the same document, and the buyer knows a second copy for what it is.
 */
export function writeConfirmation(
  { credentials, buyer }: { readonly credentials: readonly PartyCredential[]; readonly buyer: Buyer },
  orderID: string,
  confirmation: ConfirmationToSend,
): CxmlDraft {
  const own = credentials.map(({ domain, identity }) => ({ domain, identity }))
  const secret = buyer.confirmations?.sharedSecret
  const { type, payloadID, timestamp, confirmID, updates, orderPayloadID, orderDate, comment, items } =
    confirmation
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
      deploymentMode: confirmation.deploymentMode,
      confirmationRequest: {
        confirmationHeader: {
          type,
          operation: updates === undefined ? 'new' : 'update',
          noticeDate: timestamp,
          confirmID,
          ...(updates === undefined ? {} : { documentReference: { payloadID: updates } }),
          ...(comment === undefined ? {} : { comments: [{ xmlLang: 'en-US', value: comment }] }),
        },
        orderReference: {
          orderID,
          ...(orderDate === '' ? {} : { orderDate }),
          documentReference: { payloadID: orderPayloadID },
        },
        confirmationItems: items.map(confirmationItem),
      },
    },
  }
}

function confirmationItem({
  lineNumber,
  quantity,
  unitOfMeasure,
  type,
  deliveryDate,
  comment,
}: ConfirmedItem) {
  return {
    lineNumber: String(lineNumber),
    quantity,
    unitOfMeasure,
    confirmationStatuses: [
      {
        type,
        quantity,
        unitOfMeasure,
        ...(deliveryDate === undefined ? {} : { deliveryDate }),
        ...(comment === undefined ? {} : { comments: [{ xmlLang: 'en-US', value: comment }] }),
      },
    ],
  }
}
