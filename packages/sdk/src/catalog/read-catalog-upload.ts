import { type AttachedFile, attachmentsOf } from '../cxml/attachments.js'
import type { RequestDocument } from '../cxml/document.js'
import type { CatalogUploadRequest } from '../cxml/messages/catalog-upload-request.js'
import { CatalogError } from './catalog-error.js'

/** A CatalogUploadRequest that was received, with the file that it names. */
export interface ReceivedCatalog {
  readonly request: CatalogUploadRequest
  readonly file: AttachedFile
}

/**
 * The file that a parsed CatalogUploadRequest names, among those of its MIME message (`readCxmlMessage`). A file that is
 * somewhere else (`https:`) is never fetched.
 *
 * Throws `ERR_CATALOG_ATTACHMENT`.
 */
export function readCatalogUpload(
  document: RequestDocument<'CatalogUploadRequest'>,
  files: readonly AttachedFile[],
): ReceivedCatalog {
  const request = document.request.catalogUploadRequest
  const { references } = attachmentsOf(document, files)
  const attachment = references.find(({ element }) => element.name === 'Attachment')
  if (attachment?.file !== undefined) return { request, file: attachment.file }
  const found =
    attachment === undefined
      ? 'has no Attachment/URL'
      : `names ${JSON.stringify(attachment.url.slice(0, 100))}`
  throw new CatalogError(
    'ERR_CATALOG_ATTACHMENT',
    `CatalogUploadRequest ${found}, and no part of the message is that file; send multipart/related with the CIF file, named by cid:`,
  )
}
