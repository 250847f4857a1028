import { TransportError } from './transport-error.js'

export interface Body {
  readonly bytes: Uint8Array
  /** `charset` of the Content-Type, where it names one. */
  readonly charset?: string
}

/** The document's bytes, as sent. Nothing is decoded here. */
export async function readBody(request: Request, maxBodyBytes: number): Promise<Body> {
  const charset = assertXmlType(request.headers.get('content-type'))
  const encoding = request.headers.get('content-encoding')
  if (encoding !== null && encoding.toLowerCase() !== 'identity') {
    throw new TransportError('unsupported', 'Content-Encoding is not supported: send the document as it is')
  }
  const bytes = await readBytes(request, maxBodyBytes)
  if (bytes.byteLength === 0) {
    throw new TransportError('empty', 'The request has no body: a cXML document was expected')
  }
  return { bytes, ...(charset === undefined ? {} : { charset }) }
}

/** Reads until `maxBytes` and no further, whatever Content-Length promises. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new TransportError('too large', `The body is larger than ${maxBytes} bytes`)
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** A missing Content-Type is let through: the document says what it is. Returns the charset. */
function assertXmlType(contentType: string | null): string | undefined {
  if (contentType === null || contentType.trim() === '') return undefined
  const [type = '', ...parameters] = contentType.split(';').map(part => part.trim())
  if (/^multipart\/related$/i.test(type)) {
    throw new TransportError(
      'multipart',
      'Documents with attachments (multipart/related) are not supported yet',
    )
  }
  if (!/^(?:text|application)\/xml$/i.test(type)) {
    throw new TransportError('unsupported', 'Content-Type must be text/xml or application/xml')
  }
  for (const parameter of parameters) {
    const charset = /^charset\s*=\s*"?([^"\s]+)"?$/i.exec(parameter)?.[1]
    if (charset !== undefined) return charset
  }
  return undefined
}
