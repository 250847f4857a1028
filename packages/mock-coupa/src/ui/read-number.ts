import { CoupaError } from '../errors.js'

/** A number out of a URL or of a hidden field. Anything else is an address that does not exist. */
export function readNumber(text: string | undefined, what: string): number {
  if (text === undefined || !/^\d{1,15}$/.test(text)) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no ${what} with this address`)
  }
  return Number(text)
}
