import type { KeptField } from '../schema/field.js'
import type { KeptValue } from '../schema/given.js'
import { dashed, isRecord } from './body.js'

/** So deep do real documents nest; deeper is somebody's mistake, or worse. */
const deepest = 8

/** What is kept as it was written. Keys are dashed, as all of the API's are. */
export function readKept(
  value: unknown,
  shape: KeptField['shape'],
): KeptValue | { readonly problem: string } {
  if (shape === 'list' ? !Array.isArray(value) : !isRecord(value)) {
    return { problem: shape === 'list' ? 'must be a list' : 'must be an object' }
  }
  if (isTooDeep(value)) return { problem: `is nested more than ${deepest} deep` }
  return { kept: allDashed(value) as object }
}

/** Level by level: what is nested a million deep must not fill the stack. */
function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true
    level = level.flatMap(one => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
}

function allDashed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(allDashed)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(dashed(value)).map(([key, inner]) => [key, allDashed(inner)]))
}
