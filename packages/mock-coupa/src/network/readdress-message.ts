import { CxmlError, type CxmlMessage, serializeCxmlMessage } from '@punchloop/sdk/cxml'
import { encodingOf, textOf } from './message-text.js'
import { NetworkError } from './network-error.js'
import { type Readdressing, readdress } from './readdress.js'

/** An HTTP body with its type. */
export interface WireMessage {
  readonly contentType: string
  readonly body: Uint8Array
}

/**
 * Readdresses a document with its attachments. Files stay byte for byte as they were, headers and boundaries included;
 * only where the document itself was packed (base64, quoted-printable) is the message packed anew.
 */
export function readdressMessage(
  message: WireMessage,
  taken: CxmlMessage,
  readdressing: Readdressing,
): WireMessage {
  const xml = readdress(textOf(taken), readdressing)
  if (!isMultipart(message.contentType)) {
    return { contentType: 'text/xml; charset=UTF-8', body: new TextEncoder().encode(xml) }
  }
  const body = Buffer.from(message.body)
  const at = body.indexOf(taken.bytes)
  // A file may be a copy of the document: then nobody can say which of the two is at the place.
  const isVerbatim = at >= 0 && at === body.lastIndexOf(taken.bytes) && isUtf8(taken)
  if (!isVerbatim) return packAnew(xml, taken)
  const parts = [body.subarray(0, at), Buffer.from(xml), body.subarray(at + taken.bytes.length)]
  return { contentType: message.contentType, body: Buffer.concat(parts) }
}

function packAnew(xml: string, { bytes, files }: CxmlMessage): WireMessage {
  const attached = files.flatMap(({ contentId, ...file }) =>
    contentId === undefined ? [] : [{ ...file, contentId }],
  )
  try {
    // Any boundary will do that occurs in no part: the writer looks.
    return serializeCxmlMessage(xml, attached, { boundary: `network-${bytes.length}-${files.length}-part` })
  } catch (cause) {
    if (!(cause instanceof CxmlError)) throw cause
    throw new NetworkError('ERR_NETWORK_UNREADABLE', cause.message, { cause })
  }
}

function isMultipart(contentType: string): boolean {
  return /^\s*multipart\//i.test(contentType)
}

function isUtf8({ bytes, charset }: CxmlMessage): boolean {
  return (charset === undefined || /^utf-?8$/i.test(charset)) && /^utf-8$/.test(encodingOf(bytes))
}
