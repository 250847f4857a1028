/** What can go wrong at the mock, as stable codes. */
export type CoupaErrorCode =
  | 'ERR_COUPA_NOT_FOUND'
  | 'ERR_COUPA_FORBIDDEN'
  | 'ERR_COUPA_INVALID'
  | 'ERR_COUPA_CONFLICT'
  | 'ERR_COUPA_NO_APPROVER'
  | 'ERR_COUPA_PUNCHOUT_FAILED'
  | 'ERR_COUPA_CART_REFUSED'
  /** The cart is of no visit that it can come from. */
  | 'ERR_COUPA_CART_STALE'
  | 'ERR_COUPA_CROSS_SITE'
  | 'ERR_COUPA_TIMED_OUT'
  | 'ERR_COUPA_PORT_BUSY'

/** HTTP status under which a page or an API shows the error. */
const httpStatus: Record<CoupaErrorCode, number> = {
  ERR_COUPA_NOT_FOUND: 404,
  ERR_COUPA_FORBIDDEN: 403,
  ERR_COUPA_INVALID: 422,
  ERR_COUPA_CONFLICT: 409,
  ERR_COUPA_NO_APPROVER: 422,
  ERR_COUPA_PUNCHOUT_FAILED: 502,
  ERR_COUPA_CART_REFUSED: 400,
  ERR_COUPA_CART_STALE: 400,
  ERR_COUPA_CROSS_SITE: 403,
  ERR_COUPA_TIMED_OUT: 504,
  ERR_COUPA_PORT_BUSY: 500,
}

/** One field that somebody has to mend. `field` is a path into what was given: `people[2].email`. */
export interface FieldProblem {
  readonly field: string
  readonly message: string
}

/** Refused by a rule of the mock. `message` is written for the person in front of the page and holds no secret. */
export class CoupaError extends Error {
  override readonly name = 'CoupaError'
  readonly code: CoupaErrorCode
  readonly status: number
  /** Only with `ERR_COUPA_INVALID`: what to mend, field by field. */
  readonly fields: readonly FieldProblem[]

  constructor(
    code: CoupaErrorCode,
    message: string,
    options: {
      readonly cause?: unknown
      readonly fields?: readonly FieldProblem[]
      readonly status?: number
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.status = options.status ?? httpStatus[code]
    this.fields = options.fields ?? []
  }
}
