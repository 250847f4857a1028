import { type CxmlDocument, CxmlError, parseCxml, type Status } from '@punchloop/sdk/cxml'

/** A supplier's cXML answer, as far as it is one. */
export interface CxmlAnswer {
  readonly document?: CxmlDocument
  readonly status?: Status
  /** Why it could not be read. */
  readonly problem?: string
}

/** Reads the answer whatever its HTTP status: the cXML Status decides, where there is one. */
export function readAnswer(body: Uint8Array, headers: Readonly<Record<string, string>>): CxmlAnswer {
  const charset = /charset="?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1]
  try {
    const document = parseCxml(body, charset === undefined ? {} : { charset })
    if ('response' in document && document.response !== undefined) {
      return { document, status: document.response.status }
    }
    return { document, problem: `the supplier answered with a ${document.kind}` }
  } catch (error) {
    if (error instanceof CxmlError) return { problem: error.message }
    throw error
  }
}
