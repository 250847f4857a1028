/** Coupa's `realtime-extension` error codes, all of them. */
export const openBuyErrorCodes = [
  'un_authorized',
  'service_error',
  'timed_out',
  'out_of_stock',
  'item_not_found',
  'agent_failure',
  'registration_error',
  'has_more_options',
  'check_out_options_reqd',
  'uom_not_available',
  'unknown',
] as const

export type OpenBuyErrorCode = (typeof openBuyErrorCodes)[number]

/** Why a supplier's service gave no answer that can be used. `message` is for the person who shops. */
export interface OpenBuyProblem {
  readonly errorCode: OpenBuyErrorCode
  readonly message: string
}

export function isOpenBuyErrorCode(code: unknown): code is OpenBuyErrorCode {
  return openBuyErrorCodes.some(known => known === code)
}
