import type { Context } from 'koa'
import { receiveShipNotice } from '../receiving/receive-ship-notice.js'
import type { TakenDocument } from '../systems/system.js'
import type { CxmlFace } from './cxml-face.js'
import { receiveDocument } from './receive-document.js'

/**
 * A supplier says what is on its way, under the credentials it sends invoices with. Documented: advance ship notices.
 * Unverified: that the statuses are mirrored in HTTP as those of invoices are.
 */
export function shipNotice(face: CxmlFace, ctx: Context, habits: TakenDocument): Promise<void> {
  return receiveDocument(face, ctx, {
    kind: 'ShipNoticeRequest',
    largest: 4 * 1024 * 1024,
    ...habits,
    take: (work, supplier, { document, body }) =>
      document.kind === 'ShipNoticeRequest'
        ? receiveShipNotice(work, supplier, { document, body })
        : undefined,
  })
}
