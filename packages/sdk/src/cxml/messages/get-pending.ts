import type { XmlElement } from '../../xml/element.js'
import { element } from '../grammar/element.js'
import { many, optionalAttribute } from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'
import { treeElement } from '../grammar/tree.js'

/** `GetPendingRequest`: has anything come? For those who cannot be called themselves. */
export interface GetPendingRequest {
  /** At most so many documents in the answer. */
  readonly maxMessages?: string
  /** Timestamp of the last document that came this way: it and those before it need not be kept any longer. */
  readonly lastReceivedTimestamp?: string
  /** Names of payloads: `SubscriptionChangeMessage`, `OrderRequest`, … The DTD requires one. */
  readonly messageTypes: readonly string[]
}

/** `GetPendingResponse`: what has come. Where there is nothing, the answer is a `Response` alone. */
export interface GetPendingResponse {
  /** Whole documents, each for `parseEnclosed`. The DTD requires one. */
  readonly cXMLs: readonly XmlElement[]
}

export const getPendingRequest = element<GetPendingRequest>('GetPendingRequest', {
  maxMessages: optionalAttribute(),
  lastReceivedTimestamp: optionalAttribute(),
  messageTypes: many(textElement('MessageType')),
})

export const getPendingResponse = element<GetPendingResponse>('GetPendingResponse', {
  cXMLs: many(treeElement('cXML')),
})
