import { CxmlError, readDecimal } from '@punchloop/sdk/cxml'
import type { ScalarType } from './field.js'

export type ReadScalar =
  | { readonly value: string | number | boolean; readonly problem?: undefined }
  | { readonly problem: string }

/** A value as JSON, XML or a query gives it → as the database keeps it: decimals exact, times in UTC. */
export function readScalar(value: unknown, type: ScalarType): ReadScalar {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    return { problem: `must be a ${type}` }
  }
  return readers[type](String(value))
}

const readers: Readonly<Record<ScalarType, (text: string) => ReadScalar>> = {
  string: text => ({ value: text }),
  integer: text =>
    /^\s*-?\d{1,15}\s*$/.test(text) ? { value: Number(text) } : { problem: 'must be an integer' },
  boolean(text) {
    if (/^(true|1|yes|t)$/i.test(text.trim())) return { value: true }
    if (/^(false|0|no|f|)$/i.test(text.trim())) return { value: false }
    return { problem: 'must be true or false' }
  },
  decimal(text) {
    try {
      return { value: readDecimal(text.trim()) }
    } catch (error) {
      if (error instanceof CxmlError) return { problem: 'is not a number' }
      throw error
    }
  },
  datetime: readDate,
}

const dateShape =
  /^(\d{4}-\d\d?-\d\d?)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s*(Z|UTC|[+-]\d\d:?\d\d)?)?$/

/** A day alone is its midnight in UTC. Unverified: that Coupa takes a time without an offset as UTC. */
function readDate(text: string): ReadScalar {
  // A plus that nobody escaped in an address arrives as a space.
  const whole = text.trim().replace(/(:\d\d(?:\.\d+)?) (\d\d:?\d\d)$/, '$1+$2')
  const [, written, time = '00:00:00', zone = 'Z'] = dateShape.exec(whole) ?? []
  // An example call asks for what is later than `2011-01-1`.
  const day = written?.replace(/-(\d)(?!\d)/g, '-0$1')
  if (day === undefined) return { problem: 'must be a date such as 2026-03-02T09:00:00-08:00' }
  const offset = zone === 'UTC' ? 'Z' : zone
  const at = new Date(`${day}T${time.length === 5 ? `${time}:00` : time.slice(0, 12)}${offset}`)
  return Number.isNaN(at.getTime()) ? { problem: 'is not a date' } : { value: at.toISOString() }
}
