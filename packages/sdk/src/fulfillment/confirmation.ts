import type { CxmlDraft } from '../cxml/document.js'
import type { ConfirmationToSend, ConfirmedItem } from '../delivery/job.js'
import { type Correspondence, documentEnvelope, orderReferenceOf } from './document-envelope.js'

/** The `ConfirmationRequest` that was put down: every attempt is the same document, so the buyer knows a second copy. */
export function writeConfirmation(
  correspondence: Correspondence,
  orderID: string,
  confirmation: ConfirmationToSend,
): CxmlDraft {
  const { type, timestamp, confirmID, updates, comment, items, deploymentMode } = confirmation
  return {
    kind: 'ConfirmationRequest',
    ...documentEnvelope(correspondence, confirmation),
    request: {
      deploymentMode,
      confirmationRequest: {
        confirmationHeader: {
          type,
          operation: updates === undefined ? 'new' : 'update',
          noticeDate: timestamp,
          confirmID,
          ...(updates === undefined ? {} : { documentReference: { payloadID: updates } }),
          ...(comment === undefined ? {} : { comments: [{ xmlLang: 'en-US', value: comment }] }),
        },
        orderReference: orderReferenceOf(orderID, confirmation),
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
