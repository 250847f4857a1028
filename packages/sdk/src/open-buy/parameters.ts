import { OpenBuyError } from './open-buy-error.js'

/** A JSON request body. Its members are looked at one by one; nothing is copied from it. */
export type Parameters = ReadonlyMap<string, unknown>

const longestText = 500

/** The members of a JSON request body, or a refusal. */
export function parseParameters(text: string): Parameters {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new OpenBuyError('invalid_parameters', 'The body must be a JSON object')
  }
  return new Map(Object.entries(value))
}

/** A required string; white space around it does not count. */
export function textParameter(parameters: Parameters, name: string): string {
  const text = optionalText(parameters, name)
  if (text === undefined) {
    throw new OpenBuyError(
      'invalid_parameters',
      `"${name}" is required and must be a string that is not empty`,
    )
  }
  return text
}

export function optionalText(parameters: Parameters, name: string): string | undefined {
  const value = parameters.get(name)
  if (value === undefined || value === null) return undefined
  // The documented sample shows a part number as a JSON number.
  const text = Number.isSafeInteger(value)
    ? String(value)
    : typeof value === 'string'
      ? value.trim()
      : undefined
  if (text === undefined || text.length > longestText) {
    throw new OpenBuyError(
      'invalid_parameters',
      `"${name}" must be a string of at most ${longestText} characters`,
    )
  }
  return text === '' ? undefined : text
}

/** A page number: a whole number from 1; 1 where it is left out. */
export function pageParameter(parameters: Parameters, name: string): number {
  const value = parameters.get(name)
  if (value === undefined || value === null) return 1
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) {
    throw new OpenBuyError('invalid_parameters', `"${name}" must be a whole number, 1 for the first page`)
  }
  return value
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The reason that JSON.parse gives quotes the body, and with it perhaps the credentials.
    throw new OpenBuyError('invalid_parameters', 'The body is not JSON')
  }
}
