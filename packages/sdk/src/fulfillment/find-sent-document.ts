import type { StatusUpdateRequest } from '../cxml/messages/status-update-request.js'
import type { SentDocument, SentDocumentKind } from '../delivery/sent-document.js'
import { CxmlError } from '../errors.js'
import type { StoreReader } from '../store/store.js'

/**
 * The document of ours that a `StatusUpdateRequest` is about: by its payloadID, or, where an `InvoiceStatus` or a
 * `DocumentStatus` names it by its number instead, the newest of that number. Undefined: there is none for this buyer.
 */
export async function findSentDocument(
  tx: StoreReader,
  buyerId: string,
  { documentReference, invoiceStatus, documentStatus }: StatusUpdateRequest,
): Promise<SentDocument | undefined> {
  if (documentReference !== undefined) {
    return tx.sentDocument({ buyerId, payloadID: documentReference.payloadID })
  }
  const byNumber = async (documentID: string, kind?: SentDocumentKind) => {
    const query = { buyerId, documentID, limit: 1, ...(kind === undefined ? {} : { kind }) }
    const [newest] = await tx.sentDocuments(query)
    return newest
  }
  const invoiceID = invoiceStatus?.invoiceIDInfo?.invoiceID
  if (invoiceID !== undefined) return byNumber(invoiceID, 'InvoiceDetailRequest')
  const documentID = documentStatus?.documentInfo?.documentID
  if (documentID !== undefined) return byNumber(documentID)
  throw new CxmlError(
    'ERR_CXML_FIELD_MISSING',
    'StatusUpdateRequest/DocumentReference is missing, and neither an InvoiceIDInfo nor a DocumentInfo names the document',
    { path: `${path}/DocumentReference` },
  )
}

const path = '/cXML/Request/StatusUpdateRequest'

/**
 * Refused rather than dropped (417, "an implied condition of the request is not met"): whoever tells it believes that we sent
 * something that we did not, and a status of an invoice that nobody reads is money that nobody misses.
 */
export function unknownDocument({ documentReference }: StatusUpdateRequest): CxmlError {
  const named = documentReference === undefined ? 'of that number' : 'with that payloadID'
  return new CxmlError(
    'ERR_CXML_EXPECTATION',
    `StatusUpdateRequest is about a document that is not known here: none ${named} was sent to this buyer`,
    { path: `${path}/DocumentReference` },
  )
}
