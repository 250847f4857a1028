/**
 * Why an OCI call or return cannot be made. OCI has no status codes: the person in the browser reads it on a page, the
 * marketplace as a typed error.
 */
export class OciError extends Error {
  override readonly name = 'OciError'
  readonly code: OciErrorCode
  /** The HTTP status of the page. */
  readonly status: 400 | 401 | 404
  /** The field that is wrong, as it is called on the wire. */
  readonly field?: string

  /** `problem` with a field goes on from its name: `is missing`. */
  constructor(code: OciErrorCode, problem: string, field?: string) {
    super(field === undefined ? problem : `${field} ${problem}`)
    this.code = code
    this.status = statuses[code]
    if (field !== undefined) this.field = field
  }
}

const statuses = {
  ERR_OCI_FIELD_INVALID: 400,
  ERR_OCI_UNAUTHORIZED: 401,
  ERR_OCI_PRODUCT_UNKNOWN: 404,
  ERR_OCI_NO_CATALOG: 404,
} as const

export type OciErrorCode = keyof typeof statuses
