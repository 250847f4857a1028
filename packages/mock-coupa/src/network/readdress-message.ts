import { CxmlError, type CxmlMessage, serializeCxmlMessage } from '@punchloop/sdk/cxml'
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
  const isVerbatim = at >= 0 && isUtf8(taken)
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

/** By the byte order mark, else by the declaration; the reader has made sure that both agree. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const declaration = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  const [, declared = 'utf-8'] =
    /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(declaration) ?? []
  return /^(?:iso-8859-1|latin1)$/i.test(declared) ? 'latin1' : 'utf-8'
}

function textOf(message: CxmlMessage): string {
  const { bytes, charset = '' } = message
  const encoding = /^(?:iso-8859-1|latin1)$/i.test(charset) ? 'latin1' : encodingOf(bytes)
  // ISO-8859-1 by Node: TextDecoder reads windows-1252 under that name.
  if (encoding === 'latin1') return Buffer.from(bytes).toString('latin1')
  return new TextDecoder(encoding).decode(bytes)
}
