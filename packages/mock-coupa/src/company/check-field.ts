import { CxmlError, readDecimal } from '@punchloop/sdk/cxml'
import type { FieldProblem } from '../errors.js'
import type { Company } from './company.js'

/** What is wrong with one thing; fields are its own. */
export type Check<T> = (thing: T, company: Company) => FieldProblem[]

/** A problem when the condition does not hold. */
export function unless(holds: boolean, field: string, message: string): FieldProblem[] {
  return holds ? [] : [{ field, message }]
}

export function required(
  thing: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): FieldProblem[] {
  return fields.flatMap(field => {
    const value = thing[field]
    return unless(typeof value === 'string' && value.trim() !== '', field, 'must not be empty')
  })
}

export function amount(field: string, value: string | undefined): FieldProblem[] {
  if (value === undefined) return []
  try {
    return unless(!readDecimal(value).startsWith('-'), field, 'must not be below 0')
  } catch (error) {
    if (!(error instanceof CxmlError)) throw error
    return [{ field, message: 'must be an amount such as 5000 or 5000.00' }]
  }
}

export function prefixed(prefix: string, problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.map(({ field, message }) => ({ field: `${prefix}.${field}`, message }))
}

export function webUrl(field: string, text: string): FieldProblem[] {
  const url = URL.parse(text)
  const isWeb = url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
  return unless(
    isWeb && url.username === '' && url.password === '',
    field,
    'must be a web address that begins with https:// or http://, without user and password',
  )
}
