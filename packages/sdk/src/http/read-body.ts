import { type CxmlMessage, isCxmlMediaType, readCxmlMessage } from '../cxml/attachments.js'
import { concatenate } from '../mime/bytes.js'
import { readHeaderValue } from '../mime/header-value.js'
import { BodyReadError } from './body-read-error.js'
import { TransportError } from './transport-error.js'

/** The document's bytes, as sent, and the files that came with it. No text is decoded here. */
export async function readBody(request: Request, maxBodyBytes: number): Promise<CxmlMessage> {
  const contentType = request.headers.get('content-type')
  assertType(contentType)
  const encoding = request.headers.get('content-encoding')
  if (encoding !== null && encoding.toLowerCase() !== 'identity') {
    throw new TransportError('unsupported', 'Content-Encoding is not supported: send the document as it is')
  }
  const bytes = await readBytes(request, maxBodyBytes)
  if (bytes.byteLength === 0) {
    throw new TransportError('empty', 'The request has no body: a cXML document was expected')
  }
  return readCxmlMessage(bytes, contentType, { bytes: maxBodyBytes })
}

/** Reads until `maxBytes` and no further, whatever Content-Length promises. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new TransportError('too large', `The body is larger than ${maxBytes} bytes`)
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge()
  if (request.bodyUsed) throw new BodyReadError()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return concatenate(chunks)
}

/** Before the body is read. A missing Content-Type is let through: the document says what it is. */
function assertType(contentType: string | null): void {
  if (contentType === null || contentType.trim() === '') return
  if (!isCxmlMediaType(readHeaderValue(contentType, 'Content-Type').value)) {
    throw new TransportError(
      'unsupported',
      'Content-Type must be text/xml or application/xml, or multipart/related for a document with attachments',
    )
  }
}
