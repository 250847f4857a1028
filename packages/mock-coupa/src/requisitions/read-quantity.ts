import { compareDecimals, readDecimal } from '@punchloop/sdk/cxml'
import { CoupaError } from '../errors.js'

/** An exact decimal above 0. `ERR_COUPA_INVALID` for anything else. */
export function readQuantity(text: string): string {
  try {
    const quantity = readDecimal(text)
    if (compareDecimals(quantity, '0') > 0) return quantity
  } catch (cause) {
    throw quantityProblem(text, cause)
  }
  throw quantityProblem(text)
}

function quantityProblem(text: string, cause?: unknown): CoupaError {
  const message = `must be a number above 0, such as 1 or 2.5; found "${text.slice(0, 40)}"`
  return new CoupaError('ERR_COUPA_INVALID', `Quantity ${message}`, {
    cause,
    fields: [{ field: 'quantity', message }],
  })
}

/** An exact decimal of 0 or more; nothing is 0. `ERR_COUPA_INVALID` for anything else. */
export function readPrice(text: string): string {
  try {
    const price = readDecimal(text.trim() || '0')
    if (compareDecimals(price, '0') >= 0) return price
  } catch (cause) {
    throw priceProblem(text, cause)
  }
  throw priceProblem(text)
}

function priceProblem(text: string, cause?: unknown): CoupaError {
  const message = `must be an amount such as 20 or 19.90; found "${text.slice(0, 40)}"`
  return new CoupaError('ERR_COUPA_INVALID', `Price ${message}`, {
    cause,
    fields: [{ field: 'unitPrice', message }],
  })
}
