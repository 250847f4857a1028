import type { Context } from 'koa'
import { receiveStatusUpdate } from '../fulfillment/receive-status-update.js'
import type { TakenDocument } from '../systems/system.js'
import type { CxmlFace } from './cxml-face.js'
import { receiveDocument } from './receive-document.js'

/** What became of an order that was answered with 201: by the network that has it in its keeping, or by the supplier. */
export function statusUpdate(face: CxmlFace, ctx: Context, habits: TakenDocument): Promise<void> {
  return receiveDocument(face, ctx, {
    kind: 'StatusUpdateRequest',
    largest: 1024 * 1024,
    fromNetwork: true,
    ...habits,
    take: (work, supplier, { document, body }) =>
      document.kind === 'StatusUpdateRequest'
        ? receiveStatusUpdate(work, supplier, { document, body })
        : undefined,
  })
}
