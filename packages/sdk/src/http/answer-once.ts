import type { Buyer } from '../buyers/buyer.js'
import { CxmlError } from '../errors.js'
import { type CatalogueFindings, type CheckContext, checkOffers } from '../orders/check-offers.js'
import { profileOf } from '../partners/profiles.js'
import type { Store } from '../store/store.js'
import type { Dispatch } from './dispatch.js'
import type { Inbound } from './read-document.js'
import { type RespondContext, writeAnswer } from './respond.js'

export interface Answered {
  readonly answer: string
  /** Whether the document was handled now, and not when it came first. */
  readonly isNew: boolean
}

const noFindings: CatalogueFindings = new Map()

/**
 * The first answer to a document is the answer to it for ever. "(buyer, payloadID)" identifies it: the standard says
 * that a payloadID does not change when a document is sent again.
 *
 * One transaction holds everything: what the document changed, and the answer. So an answer that was sent has
 * happened, also after a crash, and of two copies that arrive together the second finds the first's answer.
 */
export async function answerOnce(
  context: RespondContext & CheckContext & { readonly store: Store; readonly dispatch: Dispatch },
  buyer: Buyer,
  { document, attachments, digest }: Inbound,
): Promise<Answered> {
  const catalogue =
    document.kind === 'OrderRequest' ? await checkOffers(context, buyer.id, document) : noFindings
  return context.store.transaction(
    async tx => {
      const stored = await tx.message({ buyerId: buyer.id, payloadID: document.payloadID })
      if (stored !== undefined && stored.digest !== digest) {
        throw new CxmlError(
          'ERR_CXML_CONFLICT',
          'cXML/@payloadID was used before for another document: a new document needs a new payloadID',
          { path: '/cXML/@payloadID' },
        )
      }
      if (stored !== undefined && stored.answer !== '') return { answer: stored.answer, isNew: false }
      const outcome = await context.dispatch(tx, {
        buyer,
        document,
        attachments,
        catalogue,
        ...(stored?.reference === undefined ? {} : { reference: stored.reference }),
      })
      const { response } = outcome
      const { PunchOutSetupResponse: setupVersion } = profileOf(buyer).versions
      const answer = writeAnswer(
        context,
        response,
        response.kind === 'PunchOutSetupResponse' ? setupVersion : undefined,
      )
      if (stored === undefined && outcome.remember !== undefined) {
        await tx.insertMessage({
          buyerId: buyer.id,
          payloadID: document.payloadID,
          kind: document.kind,
          digest,
          answer: outcome.remember.answer ? answer : '',
          ...(outcome.remember.reference === undefined ? {} : { reference: outcome.remember.reference }),
          receivedAt: context.clock(),
        })
      }
      return { answer, isNew: true }
    },
    { buyerId: buyer.id },
  )
}
