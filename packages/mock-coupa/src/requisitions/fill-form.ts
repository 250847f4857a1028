import { CxmlError, readDecimal } from '@punchloop/sdk/cxml'
import type { Company } from '../company/company.js'
import { isDay } from '../company/day.js'
import { findPerson } from '../company/people.js'
import type { FormField, RequestForm } from '../company/request-form.js'
import type { Work } from '../control/work.js'
import { CoupaError, type FieldProblem } from '../errors.js'
import { newLine } from './line-draft.js'
import { readQuantity } from './read-quantity.js'
import { appendLines } from './requisition-lines.js'
import { createCart, findCart } from './requisition-records.js'

/** A form as somebody filled it in. */
export interface FilledForm {
  readonly form: number
  readonly quantity: string
  /** By the name of the question. */
  readonly answers: Readonly<Record<string, string>>
}

const longestAnswer = 2000

/** An active one. `ERR_COUPA_NOT_FOUND` for any other. */
export function findForm({ forms = [] }: Readonly<Company>, id: number): RequestForm {
  const form = forms.find(candidate => candidate.id === id && candidate.active)
  if (form === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no form ${id}`)
  return form
}

/** Puts it into the cart. Returns its number. `ERR_COUPA_INVALID` names `quantity` and `answers[0]`. */
export function fillForm(work: Work, login: string, filled: FilledForm): number {
  const form = findForm(work.company, filled.form)
  const problems = form.fields.flatMap((field, index) =>
    problemOf(field, (filled.answers[field.name] ?? '').trim()).map(message => ({
      field: `answers[${index}]`,
      message,
    })),
  )
  const quantity = quantityOf(filled.quantity, problems)
  if (quantity === undefined || problems.length > 0) {
    const listed = problems.map(({ field, message }) => `${field} ${message}`).join('; ')
    throw new CoupaError('ERR_COUPA_INVALID', `The form "${form.name}" cannot be taken: ${listed}`, {
      fields: problems,
    })
  }
  const answered = form.fields.flatMap(({ name }) => {
    const answer = (filled.answers[name] ?? '').trim()
    return answer === '' ? [] : [[name, answer] as const]
  })
  const line = newLine(
    {
      description: form.name,
      quantity,
      unitPrice: form.unitPrice ?? '0',
      customFields: Object.fromEntries(answered),
      ...(form.supplier === undefined ? {} : { supplier: form.supplier }),
      ...(form.commodity === undefined ? {} : { commodity: form.commodity }),
      ...(form.uom === undefined ? {} : { uom: form.uom }),
    },
    work.company,
  )
  const cart = findCart(work.db, login) ?? createCart(work, findPerson(work.company, login))
  appendLines(work, cart.number, [line])
  return cart.number
}

function quantityOf(text: string, problems: FieldProblem[]): string | undefined {
  try {
    return readQuantity(text)
  } catch (error) {
    if (!(error instanceof CoupaError)) throw error
    problems.push(...error.fields)
    return undefined
  }
}

function problemOf({ kind, required, choices = [] }: FormField, answer: string): string[] {
  if (answer === '') return required ? ['must be answered'] : []
  if (answer.length > longestAnswer) return [`must have ${longestAnswer} characters at most`]
  if (kind === 'choice' && !choices.includes(answer)) return [`must be one of ${choices.join(', ')}`]
  if (kind === 'date' && !isDay(answer)) return ['must be a day such as 2026-03-02']
  if (kind === 'number' && !isNumber(answer)) return ['must be a number such as 1 or 2.5']
  return []
}

function isNumber(text: string): boolean {
  try {
    readDecimal(text)
    return true
  } catch (error) {
    if (error instanceof CxmlError) return false
    throw error
  }
}
