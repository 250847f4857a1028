import { type CxmlDocument, CxmlError, parseCxml } from '@punchloop/sdk/cxml'
import type { PostOutcome } from './post.js'

/** A supplier's cXML answer, as far as it is one. */
export interface CxmlAnswer {
  readonly document?: CxmlDocument
  readonly status?: AnsweredStatus
  /** What was found where there is no Status. */
  readonly problem?: string
}

/** The Status of an answer. */
export interface AnsweredStatus {
  readonly code: string
  /** 2XX. */
  readonly isSuccess: boolean
  /** What the supplier says of it; where it says nothing, its `text`. */
  readonly message: string
}

/** People read it, and mails carry it. In UTF-16 units. */
const longestMessage = 2_000
const longestCode = 20

type Answered = Extract<PostOutcome, { readonly kind: 'answered' }>

/** Reads the answer whatever its HTTP status: the cXML Status decides, where there is one. */
export function readAnswer(answer: Pick<Answered, 'httpStatus' | 'headers' | 'body'>): CxmlAnswer {
  if (answer.body.byteLength === 0) return { problem: emptyProblem(answer) }
  try {
    const document = parse(answer.body, charsetOf(answer.headers))
    if (!('response' in document) || document.response === undefined) {
      return { document, problem: `the supplier answered with a ${document.kind}` }
    }
    const { code, text, value } = document.response.status
    const bare = code.trim().slice(0, longestCode)
    const message = (value.trim() || text.trim()).slice(0, longestMessage)
    return { document, status: { code: bare, isSuccess: /^2\d\d$/.test(bare), message } }
  } catch (error) {
    if (error instanceof CxmlError) return { problem: `HTTP ${answer.httpStatus}: ${error.message}` }
    throw error
  }
}

/** Nobody follows a redirect: the document would have to be sent again, with its secret, to somewhere else. */
function emptyProblem({ httpStatus, headers }: Pick<Answered, 'httpStatus' | 'headers'>): string {
  const isRedirect = httpStatus >= 300 && httpStatus < 400 && headers.location !== undefined
  return `HTTP ${httpStatus} without a body${isRedirect ? '; redirects are not followed' : ''}`
}

/** Servers name a charset that nobody has chosen: what the document says of itself goes before it. */
function parse(body: Uint8Array, charset: string | undefined): CxmlDocument {
  if (charset === undefined) return parseCxml(body)
  try {
    return parseCxml(body, { charset })
  } catch (error) {
    if (error instanceof CxmlError && error.code === 'ERR_CXML_ENCODING') return parseCxml(body)
    throw error
  }
}

function charsetOf(headers: Readonly<Record<string, string>>): string | undefined {
  return /charset="?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1]
}
