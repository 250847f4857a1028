import Big from 'big.js'
import { CxmlError } from '../../errors.js'
import { trimXmlSpace } from '../../xml/space.js'

/*
 * Exact decimals. Outside this file a decimal is always a plain string: an optional minus sign, digits, and a point
 * with digits where there is a fraction (`"1234.50"`). No JavaScript number ever holds an amount or a quantity.
 */

/** More than any ledger has; bounds what arithmetic on hostile input costs. */
const longest = 64

const plain = /^-?\d+(?:\.\d+)?$/
const bare = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/
/** A comma means thousands only beside a point or a second comma: `1,234` may be European for 1.234. */
const grouped = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+\.\d+$|^[+-]?[1-9]\d{0,2}(?:,\d{3}){2,}$/

/**
 * The plain decimal that a text stands for: `"19.99"`, `" 1,234.56 "` → `"1234.56"`, `"+.5"` → `"0.5"`. Digits are kept
 * as sent (`"10.00"` stays `"10.00"`).
 *
 * Throws `ERR_CXML_FIELD_INVALID` where it is no number or not certainly one: `NaN`, `1e2`, `0x64`, `1.234,56`, `1,234`,
 * `$5`, digits of other scripts.
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

/** Why a text is no decimal, and what to send instead. */
export function decimalProblem(text: string): string {
  if (trimXmlSpace(text) === '') return 'is empty; a decimal number such as 1234.56 was expected'
  if (text.length > longest) return `is longer than the ${longest} characters that a number may have`
  if (/[\d],\d/.test(text))
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
  return decimals.reduce((sum, decimal) => sum.plus(toBig(decimal)), new Big(0)).toFixed()
}

/** Exact product. */
export function multiplyDecimals(left: string, right: string): string {
  return toBig(left).times(toBig(right)).toFixed()
}

/** -1, 0 or 1: by value, so `"1.0"` equals `"1"`. */
export function compareDecimals(left: string, right: string): -1 | 0 | 1 {
  return toBig(left).cmp(toBig(right))
}

/** With at least `places` digits after the point, and more where the value has more: `formatDecimal("5", 2)` → `"5.00"`. */
export function formatDecimal(decimal: string, places: number): string {
  const value = toBig(decimal)
  const fraction = value.toFixed().split('.')[1]?.length ?? 0
  return value.toFixed(Math.max(places, fraction))
}

function toBig(decimal: string): Big {
  return new Big(readDecimal(decimal))
}

function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
}
