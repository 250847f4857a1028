import { catalogLimits } from '@punchloop/sdk/catalog'
import type { Context } from 'koa'
import { answerOnce } from '../fulfillment/answer.js'
import { receiveCatalogUpload } from '../index-catalogs/receive-catalog-upload.js'
import type { CxmlFace } from './cxml-face.js'
import { receiveDocument } from './receive-document.js'

/**
 * A supplier sends its index catalogue, under the credentials it sends invoices with. Unverified: that a buyer's own system
 * takes it; suppliers send it to a network.
 */
export function catalogUpload(face: CxmlFace, ctx: Context): Promise<void> {
  return receiveDocument(face, ctx, {
    kind: 'CatalogUploadRequest',
    path: catalogUploadPath,
    // In base64 a third more, and the document around it.
    largest: Math.ceil(catalogLimits.bytes * 1.4) + 64 * 1024,
    mirrorsStatus: false,
    validates: true,
    dtdVersion: '1.2.014',
    take: (work, supplier, { document, body, files }) =>
      document.kind === 'CatalogUploadRequest'
        ? answerOnce(work, supplier, { document, body }, () =>
            receiveCatalogUpload(work, supplier, { document, files }),
          )
        : undefined,
  })
}

export const catalogUploadPath = '/cxml/catalogs'
