import type { Context } from 'koa'
import { receiveConfirmation } from '../fulfillment/receive-confirmation.js'
import type { TakenDocument } from '../systems/system.js'
import type { CxmlFace } from './cxml-face.js'
import { receiveDocument } from './receive-document.js'

/**
 * A supplier confirms an order. Where statuses are not mirrored in HTTP, the answer is a cXML Response over
 * HTTP 200 whatever its Status says: by the standard everything else is a fault of the transport and is sent again.
 */
export function orderConfirmation(face: CxmlFace, ctx: Context, habits: TakenDocument): Promise<void> {
  return receiveDocument(face, ctx, {
    kind: 'ConfirmationRequest',
    largest: 4 * 1024 * 1024,
    ...habits,
    take: (work, supplier, { document, body }) =>
      document.kind === 'ConfirmationRequest'
        ? receiveConfirmation(work, supplier, { document, body })
        : undefined,
  })
}
