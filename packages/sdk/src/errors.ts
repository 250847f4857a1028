/**
 * What a {@link CxmlError} is about, and the cXML `Status` code that it is answered with. All are 4xx: the other side must not
 * send the same again. What goes wrong on our side is no `CxmlError`, and is answered with 500.
 */
const cxmlErrorStatus = {
  /** The bytes are not text in an encoding that we read, or its declarations disagree. */
  ERR_CXML_ENCODING: 406,
  /** Not well-formed XML. */
  ERR_CXML_SYNTAX: 406,
  /** A reference to a character that XML does not allow: the document can be made out, the value in it cannot be taken. */
  ERR_CXML_CHARACTER: 400,
  /** A document type declaration that is malformed, or with an internal subset that may say something to the document. */
  ERR_CXML_DOCTYPE: 406,
  /** Larger, deeper or wider than {@link Limits} allow. */
  ERR_CXML_LIMIT: 406,
  /** The MIME message around a document with attachments cannot be taken apart. */
  ERR_CXML_MIME: 406,
  /** Well-formed, but not a cXML document with one `Request`, `Message` or `Response`. */
  ERR_CXML_NOT_CXML: 400,
  ERR_CXML_FIELD_MISSING: 400,
  /** Twice where the standard has one. */
  ERR_CXML_FIELD_DOUBLED: 400,
  /** A value that cannot be read, or must not be written. */
  ERR_CXML_FIELD_INVALID: 400,
  /** A request, operation or version that is not supported. */
  ERR_CXML_UNSUPPORTED: 450,
  /** Sender not recognised. */
  ERR_CXML_UNAUTHORIZED: 401,
  /** The state of things does not allow it. */
  ERR_CXML_CONFLICT: 409,
  /** What was told earlier does not allow it: `edit` of a cart that said `operationAllowed="create"`. */
  ERR_CXML_PRECONDITION: 412,
  /** It is about something that is not known here: a status of a document that we never sent. */
  ERR_CXML_EXPECTATION: 417,
} as const

/** What a {@link CxmlError} is about: a key of `cxmlErrorStatus`, which docs/errors.md explains. */
export type CxmlErrorCode = keyof typeof cxmlErrorStatus

/** A place in a document. */
export interface DocumentPlace {
  /** 1 for the first line. */
  readonly line?: number
  /** 1 for the first character of the line. */
  readonly column?: number
  /** `/cXML/Request/OrderRequest/ItemOut[2]/@quantity`. */
  readonly path?: string
  /** The line with a caret under the place. Secrets are masked. */
  readonly excerpt?: string
}

/**
 * A document that is refused. `message` says what was found, what was expected and how to mend it, and is safe to send;
 * the place is apart.
 */
export class CxmlError extends Error {
  override readonly name = 'CxmlError'
  readonly code: CxmlErrorCode
  /** The cXML `Status` code to answer with. */
  readonly status: number
  readonly line?: number
  readonly column?: number
  readonly path?: string
  readonly excerpt?: string

  constructor(
    code: CxmlErrorCode,
    message: string,
    options: DocumentPlace & { readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.status = cxmlErrorStatus[code]
    if (options.line !== undefined) this.line = options.line
    if (options.column !== undefined) this.column = options.column
    if (options.path !== undefined) this.path = options.path
    if (options.excerpt !== undefined) this.excerpt = options.excerpt
  }
}
