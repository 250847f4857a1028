import type { DocumentIdentity, Work } from '../delivery/job.js'
import type { SentDocument } from '../delivery/sent-document.js'
import type { StoreTransaction } from '../store/store.js'
import type { Order } from './order.js'
import { documentQueue } from './order-document.js'

/** A document about an order, as it goes into the outbox. */
export interface DocumentToPut extends Pick<SentDocument, 'kind' | 'documentID'> {
  /** Of the job. */
  readonly key: string
  readonly work: Work
  readonly document: DocumentIdentity
}

/** Puts a document into the outbox, and remembers it by its payloadID: what is said of it later names it by that. */
export async function putDocument(
  tx: StoreTransaction,
  order: Order,
  { key, work, document, kind, documentID }: DocumentToPut,
  now: Date,
): Promise<void> {
  const isNew = await tx.insertJob({ key, work, dueAt: now, queue: documentQueue(order) })
  if (!isNew) return
  const { buyerId, orderID } = order
  const { payloadID } = document
  await tx.insertSentDocument({ buyerId, orderID, payloadID, kind, documentID, writtenAt: now, statuses: [] })
}
