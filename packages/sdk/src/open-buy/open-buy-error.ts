/**
 * What an Open Buy operation refuses with. The documented statuses are 400 (invalid parameters), 401 (unauthorized) and
 * 500 (service error, retry later); the codes are those that Coupa keeps on a requisition line
 * (`realtime-extension.error-code`), with `invalid_parameters` added.
 */
export class OpenBuyError extends Error {
  override readonly name = 'OpenBuyError'
  readonly code: OpenBuyErrorCode
  readonly status: 400 | 401

  constructor(code: OpenBuyErrorCode, message: string) {
    super(message)
    this.code = code
    this.status = code === 'un_authorized' ? 401 : 400
  }
}

export type OpenBuyErrorCode = 'invalid_parameters' | 'un_authorized' | 'item_not_found'
