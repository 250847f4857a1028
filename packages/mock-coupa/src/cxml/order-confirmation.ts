import type { Context } from 'koa'
import { receiveConfirmation } from '../fulfillment/receive-confirmation.js'
import type { CxmlFace } from './cxml-face.js'
import { receiveDocument } from './receive-document.js'

/**
 * A supplier confirms an order. The answer is a cXML Response over HTTP 200, whatever its Status says: by the
 * standard everything else is a fault of the transport and is sent again.
 */
export function orderConfirmation(face: CxmlFace, ctx: Context): Promise<void> {
  return receiveDocument(face, ctx, {
    kind: 'ConfirmationRequest',
    largest: 4 * 1024 * 1024,
    mirrorsStatus: false,
    validates: false,
    dtdVersion: '1.2.014',
    take: (work, supplier, { document, body }) =>
      document.kind === 'ConfirmationRequest'
        ? receiveConfirmation(work, supplier, { document, body })
        : undefined,
  })
}
