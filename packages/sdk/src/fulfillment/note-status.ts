import { type Buyer, modeOf } from '../buyers/buyer.js'
import type { RequestDocument } from '../cxml/document.js'
import { type Status, statusText } from '../cxml/elements/status.js'
import type { SentDocument } from '../delivery/sent-document.js'
import { CxmlError } from '../errors.js'
import type { StoreTransaction } from '../store/store.js'
import { findSentDocument, unknownDocument } from './find-sent-document.js'
import { readStatus } from './read-status.js'

export interface StatusReceived {
  readonly buyer: Buyer
  readonly document: RequestDocument<'StatusUpdateRequest'>
  readonly now: Date
}

/**
 * `StatusUpdateRequest` → put down beside the document of ours that it is about, and the marketplace told. All in the
 * caller's transaction; a refusal is thrown and leaves nothing behind.
 */
export async function noteStatus(tx: StoreTransaction, received: StatusReceived): Promise<Status> {
  const { buyer, document, now } = received
  const { payloadID, request } = document
  const { statusUpdateRequest: update } = request
  const sent = await findSentDocument(tx, buyer.id, update)
  if (sent === undefined) throw unknownDocument(update)
  await assertMode(tx, sent, received)
  const status = readStatus(update, { payloadID, receivedAt: now })
  await tx.updateSentDocument({ ...sent, statuses: [...sent.statuses, status] })
  await tx.insertJob({
    key: `${buyer.id}:status:${payloadID}`,
    work: {
      kind: 'notify',
      buyerId: buyer.id,
      notice: {
        kind: 'document status',
        documentPayloadID: sent.payloadID,
        statusPayloadID: payloadID,
      },
    },
    dueAt: now,
  })
  const value = `The status of ${sent.kind} ${sent.documentID} was noted.`
  return { code: '200', text: statusText('200'), xmlLang: 'en-US', value }
}

/** What a test says of a real invoice, that it is paid, is not so. */
async function assertMode(
  tx: StoreTransaction,
  { buyerId, orderID, kind, documentID }: SentDocument,
  { buyer, document }: StatusReceived,
): Promise<void> {
  const order = await tx.order({ buyerId, orderID })
  if (modeOf(buyer, document.request.deploymentMode) === 'production' || order?.deploymentMode === 'test')
    return
  throw new CxmlError(
    'ERR_CXML_CONFLICT',
    `${kind} ${documentID} was sent in production mode; a document in test mode says nothing of it`,
    { path: '/cXML/Request/@deploymentMode' },
  )
}
