import type { Authenticate } from '../buyers/authenticate.js'
import type { CheckContext } from '../orders/check-offers.js'
import type { Store } from '../store/store.js'
import { answerOnce } from './answer-once.js'
import type { Dispatch } from './dispatch.js'
import { findBuyer } from './find-buyer.js'
import { readBody } from './read-body.js'
import { readDocument } from './read-document.js'
import { type RespondContext, respondCxml } from './respond.js'

export interface ReceiveContext extends CheckContext, RespondContext {
  readonly maxBodyBytes: number
  readonly bodyTimeout: number
  readonly authenticate: Authenticate
  readonly store: Store
  readonly dispatch: Dispatch
  /** Called when a document has left something behind: something may be due. */
  readonly wake: () => void
}

/**
 * READ THIS FIRST: the steps of an inbound document, in order. Whatever a step throws becomes a cXML `Response` in
 * `respond.ts` and nowhere else; a document that is refused leaves nothing behind.
 */
export function createReceive(context: ReceiveContext): (request: Request) => Promise<Response> {
  return request =>
    respondCxml(context, async facts => {
      // biome-ignore format: the columns are the documentation
      // step                                                         refuses with
      const body    = await readBody(request, context) // 400 empty, 406 not XML or no MIME message, 499 too large, 560 too slow
      const inbound = readDocument(body, facts) // 406 not well-formed, 400 not cXML or a field is wrong, 450 no Request
      const speaker = context.authenticate(inbound.document.header) // 401 unknown Sender or From, 400 not for us
      const buyer = await findBuyer(context.store, speaker, inbound.document) // of a network for itself: 401 but for a status, 417 unknown document
      facts.buyerId = buyer.id
      const answered = await answerOnce(context, buyer, inbound) // 409 same payloadID, other content; what the workflow says (dispatch.ts)
      if (answered.isNew) context.wake()
      return answered.answer
    })
}
