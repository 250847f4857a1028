import { mayNotSpeak, type Speaker } from '../buyers/authenticate.js'
import type { Buyer } from '../buyers/buyer.js'
import { findSentDocument, unknownDocument } from '../fulfillment/find-sent-document.js'
import type { Store } from '../store/store.js'
import type { InboundRequest } from './read-document.js'

/**
 * For which buyer a document is handled: the one that it is from. A network that speaks for itself only says what became
 * of documents that it was given, so the buyer is the one to whom we sent the document.
 */
export async function findBuyer(store: Store, speaker: Speaker, document: InboundRequest): Promise<Buyer> {
  if (speaker.kind === 'buyer') return speaker.buyer
  if (document.kind !== 'StatusUpdateRequest') throw mayNotSpeak()
  const update = document.request.statusUpdateRequest
  for (const buyer of speaker.buyers) {
    const sent = await store.read(tx => findSentDocument(tx, buyer.id, update), { buyerId: buyer.id })
    if (sent !== undefined) return buyer
  }
  throw unknownDocument(update)
}
