import Big from 'big.js'
import { CxmlError } from '../../errors.js'
import { trimXmlSpace } from '../../xml/space.js'

/*
 * Exact decimals. Outside this file a decimal is always a plain string: an optional minus sign, digits, and a point
 * with digits where there is a fraction (`"1234.50"`). No JavaScript number ever holds an amount or a quantity.
 */

/** More than any ledger has; bounds what arithmetic on hostile input costs. */
const longest = 64
/** A product of a few of the longest still fits. */
const longestResult = 1000
/** Places after the point that can be asked for. */
const mostPlaces = 100

const plain = /^-?\d+(?:\.\d+)?$/
/** As big.js would write it, but for zeros at the end. */
const tidiest = /^(?:-?[1-9]\d*|0)(?:\.(\d+))?$/
const bare = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/
/** A comma means thousands only beside a point or a second comma: `1,234` may be European for 1.234. */
const grouped = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+\.\d+$|^[+-]?[1-9]\d{0,2}(?:,\d{3}){2,}$/

/**
 * The plain decimal that a text stands for: `"19.99"`, `" 1,234.56 "` → `"1234.56"`, `"+.5"` → `"0.5"`. Digits are kept
 * as sent (`"10.00"` stays `"10.00"`).
 *
 * Throws `ERR_CXML_FIELD_INVALID` where it is no number or not certainly one: `NaN`, `1e2`, `0x64`, `1.234,56`, `1,234`,
 * `$5`, digits of other scripts, more than 64 characters.
 */
export function readDecimal(text: string): string {
  const decimal = parseDecimal(text)
  if (decimal === undefined) {
    throw new CxmlError('ERR_CXML_FIELD_INVALID', `${quote(text)} ${decimalProblem(text)}`)
  }
  return decimal
}

/** {@link readDecimal}, but `undefined` instead of the error. */
export function parseDecimal(text: string): string | undefined {
  if (text.length <= longest && plain.test(text)) return text
  const trimmed = trimXmlSpace(text)
  if (trimmed.length > longest) return undefined
  if (bare.test(trimmed)) return tidy(trimmed)
  if (grouped.test(trimmed)) return tidy(trimmed.replaceAll(',', ''))
  return undefined
}

/** Whether a value is a plain decimal of at most 64 characters: what {@link readDecimal} returns as it is. */
export function isDecimal(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longest && plain.test(value)
}

/** Why a text is no decimal, and what to send instead. */
export function decimalProblem(text: string): string {
  const trimmed = trimXmlSpace(text)
  if (trimmed === '') return 'is empty; a decimal number such as 1234.56 was expected'
  if (trimmed.length > longest) return `is longer than the ${longest} characters that a number may have`
  if (/^[+-]?[\d.]*\d,\d[\d.,]*$/.test(trimmed))
    return 'can be read in two ways; write 1234.56, without separators between thousands'
  return 'is not a decimal number; write digits and a point, as in 1234.56'
}

function tidy(text: string): string {
  const sign = text.startsWith('-') ? '-' : ''
  const digits = text.startsWith('+') || sign === '-' ? text.slice(1) : text
  const whole = digits.startsWith('.') ? `0${digits}` : digits
  return sign + (whole.endsWith('.') ? whole.slice(0, -1) : whole)
}

/** Exact sum; `"0"` of none. */
export function addDecimals(...decimals: readonly string[]): string {
  return plainText(decimals.reduce((sum, decimal) => sum.plus(toBig(decimal)), new Big(0)))
}

/** Exact difference: the first without the second. */
export function subtractDecimals(left: string, right: string): string {
  return plainText(toBig(left).minus(toBig(right)))
}

/** Exact product. */
export function multiplyDecimals(left: string, right: string): string {
  return plainText(toBig(left).times(toBig(right)))
}

/**
 * Quotient with at most `places` digits after the point, a half away from zero: `divideDecimals("2", "3", 2)` → `"0.67"`.
 *
 * Throws `ERR_CXML_FIELD_INVALID` for a divisor of zero, `RangeError` for places that are not a whole number from 0 to 100.
 */
export function divideDecimals(dividend: string, divisor: string, places: number): string {
  assertPlaces(places)
  const by = toBig(divisor)
  if (by.eq(0)) {
    throw new CxmlError('ERR_CXML_FIELD_INVALID', 'The divisor is 0; expected any other number')
  }
  const Exact = Big()
  Exact.DP = places
  Exact.RM = Big.roundHalfUp
  return plainText(new Exact(toBig(dividend)).div(by))
}

/** -1, 0 or 1: by value, so `"1.0"` equals `"1"`. */
export function compareDecimals(left: string, right: string): -1 | 0 | 1 {
  return toBig(left).cmp(toBig(right))
}

/**
 * With exactly `places` digits after the point, a half away from zero, as invoices round: `roundDecimal("-0.125", 2)` →
 * `"-0.13"`, `roundDecimal("5", 2)` → `"5.00"`.
 *
 * Throws `RangeError` for places that are not a whole number from 0 to 100.
 */
export function roundDecimal(decimal: string, places: number): string {
  assertPlaces(places)
  const rounded = toBig(decimal).round(places, Big.roundHalfUp)
  return rounded.eq(0) ? new Big(0).toFixed(places) : rounded.toFixed(places)
}

/** With at least `places` digits after the point, and more where the value has more: `formatDecimal("5", 2)` → `"5.00"`. */
export function formatDecimal(decimal: string, places: number): string {
  assertPlaces(places)
  const tidied = decimal.length <= longestResult ? tidiest.exec(decimal) : null
  const missing = places - (tidied?.[1]?.length ?? 0)
  // Nearly all prices: what only lacks zeros needs no calculation.
  if (tidied !== null && missing >= 0) {
    const point = missing === places && places > 0 ? '.' : ''
    return decimal + point + '0'.repeat(missing)
  }
  const value = toBig(decimal)
  const fraction = value.toFixed().split('.')[1]?.length ?? 0
  return value.toFixed(Math.max(places, fraction))
}

/** Results may be longer than what is read, but not without end. */
function toBig(decimal: string): Big {
  const isResult = decimal.length <= longestResult && plain.test(decimal)
  return new Big(isResult ? decimal : readDecimal(decimal))
}

/** Zero has no sign: big.js keeps one. */
function plainText(value: Big): string {
  return value.eq(0) ? '0' : value.toFixed()
}

function assertPlaces(places: number): void {
  if (!Number.isInteger(places) || places < 0 || places > mostPlaces) {
    throw new RangeError(`${places} places after the point; expected a whole number from 0 to ${mostPlaces}`)
  }
}

function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
}
