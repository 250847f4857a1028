import { type CxmlDocument, parseCxml } from '@punchloop/sdk/cxml'

/** How one of Coupa's addresses for documents answered. */
export interface DocumentAnswer {
  readonly httpStatus: number
  readonly code: string
  /** What the Status says of it. */
  readonly text: string
  readonly body: string
}

/** Posts bytes as a supplier's server would. Whatever comes back has to be a cXML Response. */
export async function postDocument(
  url: string,
  body: string | Uint8Array,
  contentType = 'text/xml; charset=UTF-8',
): Promise<DocumentAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  const text = await response.text()
  const document: CxmlDocument = parseCxml(text)
  if (!('response' in document) || document.response === undefined) throw new Error('no Response')
  const { code, value } = document.response.status
  return { httpStatus: response.status, code, text: value, body: text }
}
