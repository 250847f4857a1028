import { CxmlError } from '../../errors.js'
import { currencyOf } from './currency.js'
import { addDecimals, compareDecimals, multiplyDecimals, roundDecimal } from './decimal.js'

/** An exact amount in one currency: what arithmetic needs of a `Money`. */
export interface MoneyAmount {
  /** ISO 4217. */
  readonly currency: string
  /** A plain decimal string. */
  readonly amount: string
}

/**
 * Exact sum, in the currency of all of them.
 *
 * Throws `ERR_CXML_FIELD_INVALID` where currencies differ or an amount is no decimal: nothing is ever converted.
 */
export function addMoney(first: MoneyAmount, ...others: readonly MoneyAmount[]): MoneyAmount {
  for (const other of others) assertSameCurrency(first, other)
  const amounts = [first, ...others].map(({ amount }) => amount)
  return { currency: first.currency, amount: addDecimals(...amounts) }
}

/** Exact product of a price and a quantity (a plain decimal string). */
export function multiplyMoney({ currency, amount }: MoneyAmount, factor: string): MoneyAmount {
  return { currency, amount: multiplyDecimals(amount, factor) }
}

/**
 * -1, 0 or 1: by value.
 *
 * Throws `ERR_CXML_FIELD_INVALID` where the currencies differ.
 */
export function compareMoney(left: MoneyAmount, right: MoneyAmount): -1 | 0 | 1 {
  assertSameCurrency(left, right)
  return compareDecimals(left.amount, right.amount)
}

/**
 * To the minor units of its currency, a half away from zero: 19.995 USD → 20.00 USD, 100.5 JPY → 101 JPY.
 *
 * Throws `ERR_CXML_FIELD_INVALID` for a code that is none of ISO 4217, or of what has no minor unit (gold).
 */
export function roundMoney({ currency, amount }: MoneyAmount): MoneyAmount {
  const minorUnits = currencyOf(currency)?.minorUnits
  if (minorUnits === undefined) {
    throw new CxmlError(
      'ERR_CXML_FIELD_INVALID',
      `The currency is ${shown(currency)}; expected one of ISO 4217 with a minor unit, as USD has cents`,
    )
  }
  return { currency, amount: roundDecimal(amount, minorUnits) }
}

function assertSameCurrency(left: MoneyAmount, right: MoneyAmount): void {
  if (left.currency === right.currency) return
  throw new CxmlError(
    'ERR_CXML_FIELD_INVALID',
    `The amounts are in ${shown(left.currency)} and ${shown(right.currency)}; expected one currency. Convert one of them first.`,
  )
}

function shown(currency: string): string {
  return JSON.stringify(currency.slice(0, 40))
}
