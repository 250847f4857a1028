import type { KeptField } from '../schema/field.js'
import type { KeptValue } from '../schema/given.js'
import { dashed, isRecord } from './body.js'
import { isDeeper } from './depth.js'

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
  if (isDeeper(value, deepest)) return { problem: `is nested more than ${deepest} deep` }
  return { kept: allDashed(value) as object }
}

function allDashed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(allDashed)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(dashed(value)).map(([key, inner]) => [key, allDashed(inner)]))
}
