import Big from 'big.js'

/*
 * Amounts and quantities are exact decimal strings everywhere; only this file computes with them.
 */

const plain = /^\d{1,12}(?:\.\d{1,6})?$/

/** What a person typed as a quantity: `" 1,000 "` → `"1000"`, `"05"` → `"5"`; undefined where it is no plain number. */
export function readQuantity(text: string): string | undefined {
  const trimmed = text.trim().replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '')
  return plain.test(trimmed) ? new Big(trimmed).toFixed() : undefined
}

export function multiply(left: string, right: string): string {
  return new Big(left).times(right).toFixed()
}

/** Exact: a quotient that does not end is a mistake in the catalogue. */
export function divideExactly(left: string, right: string): string {
  const quotient = new Big(left).div(right)
  if (!quotient.times(right).eq(left)) throw new RangeError(`${left} is no exact multiple of ${right}`)
  return quotient.toFixed()
}

export function isLess(left: string, right: string): boolean {
  return new Big(left).lt(right)
}

export function isWhole(value: string): boolean {
  return new Big(value).mod(1).eq(0)
}

export function isZero(value: string): boolean {
  return new Big(value).eq(0)
}

/** At least two digits after the point, more where there are more: an amount is never rounded. */
export function amountText(value: string): string {
  const digits = new Big(value).toFixed()
  const fraction = digits.split('.')[1]?.length ?? 0
  return new Big(value).toFixed(Math.max(2, fraction))
}

/** For people: `1234.5` → `1,234.50`. */
export function amountForPeople(value: string): string {
  return grouped(amountText(value))
}

/** For people: `40000` → `40,000`. */
export function quantityForPeople(value: string): string {
  return grouped(new Big(value).toFixed())
}

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.')
  const separated = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return fraction === undefined ? separated : `${separated}.${fraction}`
}
