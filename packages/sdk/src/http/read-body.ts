import { type CxmlMessage, isCxmlMediaType, readCxmlMessage } from '../cxml/attachments.js'
import { concatenate } from '../mime/bytes.js'
import { readHeaderValue } from '../mime/header-value.js'
import { BodyReadError } from './body-read-error.js'
import { TransportError } from './transport-error.js'

/** How much of a body is waited for. */
export interface BodyLimits {
  readonly maxBodyBytes: number
  /** In milliseconds. */
  readonly bodyTimeout: number
}

/** The document's bytes, as sent, and the files that came with it. No text is decoded here. */
export async function readBody(request: Request, limits: BodyLimits): Promise<CxmlMessage> {
  const contentType = request.headers.get('content-type')
  assertType(contentType)
  const encoding = request.headers.get('content-encoding')
  if (encoding !== null && encoding.toLowerCase() !== 'identity') {
    throw new TransportError('unsupported', 'Content-Encoding is not supported: send the document as it is')
  }
  const bytes = await readBytes(request, limits)
  if (bytes.byteLength === 0) {
    throw new TransportError('empty', 'The request has no body: a cXML document was expected')
  }
  return readCxmlMessage(bytes, contentType, { bytes: limits.maxBodyBytes })
}

/** Reads until `maxBodyBytes` and no further, whatever Content-Length promises, and no longer than `bodyTimeout`. */
export async function readBytes(
  request: Request,
  { maxBodyBytes, bodyTimeout }: BodyLimits,
): Promise<Uint8Array> {
  const tooLarge = () => new TransportError('too large', `The body is larger than ${maxBodyBytes} bytes`)
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) throw tooLarge()
  if (request.bodyUsed) throw new BodyReadError()
  const reader = request.body?.getReader()
  if (reader === undefined) return new Uint8Array(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'late'>(resolve => {
    timer = setTimeout(resolve, bodyTimeout, 'late')
  })
  try {
    const chunks: Uint8Array[] = []
    let length = 0
    for (;;) {
      const read = await Promise.race([reader.read().catch(brokenOff), late])
      if (read === 'late') {
        throw new TransportError('too slow', `The body did not arrive within ${bodyTimeout / 1000} seconds`)
      }
      if (read.done) return concatenate(chunks)
      length += read.value.byteLength
      if (length > maxBodyBytes) throw tooLarge()
      chunks.push(read.value)
    }
  } finally {
    clearTimeout(timer)
    // Of a body that was read to its end this does nothing.
    reader.cancel().catch(() => undefined)
  }
}

/** A sender that hangs up is no fault of ours. */
function brokenOff(cause: unknown): never {
  if (cause instanceof BodyReadError) throw cause
  throw new TransportError('broken off', 'The connection closed before the body ended')
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
