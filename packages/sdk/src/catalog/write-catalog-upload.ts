import type { Header } from '../cxml/elements/header.js'
import { isRetryable, isSuccess, type Status } from '../cxml/elements/status.js'
import type { Notification } from '../cxml/messages/catalog-upload-request.js'
import { parseCxml } from '../cxml/parse-cxml.js'
import { serializeCxmlMessage } from '../cxml/serialize-cxml-message.js'
import { cidUrl } from '../mime/content-id.js'
import type { TransferEncoding } from '../mime/transfer-encoding.js'
import type { MimeMessage } from '../mime/write-multipart.js'

/** What becomes of a catalogue, and how the supplier hears of it. */
export interface CatalogUpload {
  /** From `envelope(…)`. */
  readonly payloadID: string
  readonly timestamp: string
  readonly header: Header
  readonly deploymentMode?: 'production' | 'test'
  /** `new`: the receiver must not have a catalogue of this name; `update`: it must, and it is overwritten. */
  readonly operation: 'new' | 'update'
  /** One of its own for each catalogue of the supplier. */
  readonly catalogName: string
  readonly description: string
  /** Language of name and description. Default `en`. */
  readonly xmlLang?: string
  /** From `writeCif`. */
  readonly cif: Uint8Array
  /** Default `catalog.cif`. */
  readonly fileName?: string
  /** Segments of UNSPSC: two digits each. */
  readonly commodityCodes?: readonly string[]
  /** Only of an `update`: whether buyers who had the version before get this one at once. */
  readonly autoPublish?: boolean
  /** An address of e-mail, or a `StatusUpdateRequest` posted back. The DTD requires the element, which may be empty. */
  readonly notification?: Notification
}

/**
 * A `CatalogUploadRequest` with the CIF file attached, as one MIME message: POST its `body` with its `contentType`.
 *
 * `boundary`: up to 60 characters, drawn at random for each message. Throws what `serializeCxmlMessage` throws.
 */
export function writeCatalogUpload(
  upload: CatalogUpload,
  options: { readonly boundary: string; readonly transferEncoding?: TransferEncoding },
): MimeMessage {
  const { xmlLang = 'en', commodityCodes = [], autoPublish, notification = {} } = upload
  const contentId = `catalog@${options.boundary}`
  const { payloadID, timestamp, header, deploymentMode } = upload
  return serializeCxmlMessage(
    {
      kind: 'CatalogUploadRequest',
      payloadID,
      timestamp,
      header,
      request: {
        ...(deploymentMode === undefined ? {} : { deploymentMode }),
        catalogUploadRequest: {
          operation: upload.operation,
          catalogName: { xmlLang, value: upload.catalogName },
          description: { xmlLang, value: upload.description },
          attachment: { url: cidUrl(contentId) },
          ...(commodityCodes.length === 0 ? {} : { commodities: { commodityCodes } }),
          ...(autoPublish === undefined ? {} : { autoPublish: { enabled: autoPublish ? 'yes' : 'no' } }),
          notification,
        },
      },
    },
    [
      {
        contentId,
        contentType: 'text/plain',
        fileName: upload.fileName ?? 'catalog.cif',
        bytes: upload.cif,
      },
    ],
    options,
  )
}

/** `taken`: the receiver has it, and checks it later. `refused`: sending the same again is of no use. `later`: it is. */
export interface CatalogUploadAnswer {
  readonly outcome: 'taken' | 'refused' | 'later'
  readonly status: Status
}

/**
 * Judges the answer to a CatalogUploadRequest by its cXML `Status`: 2xx is taken (201: it is checked behind the scenes),
 * 5xx may be sent again, anything else is refused.
 *
 * Throws what `parseCxml` throws where the answer is no cXML, whatever the HTTP status: send it again then.
 */
export function readCatalogUploadAnswer(xml: string | Uint8Array): CatalogUploadAnswer {
  const document = parseCxml(xml)
  const status: Status =
    'response' in document && document.response !== undefined
      ? document.response.status
      : { code: '500', text: 'Internal Server Error', value: `A ${document.kind} is no answer` }
  if (isSuccess(status.code)) return { outcome: 'taken', status }
  return { outcome: isRetryable(status.code) ? 'later' : 'refused', status }
}
