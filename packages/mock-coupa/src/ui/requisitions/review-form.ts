import { isDay } from '../../company/day.js'
import type { FieldProblem } from '../../errors.js'
import type { RequisitionLine } from '../../requisitions/requisition.js'
import type { CartChange, CartLineChange } from '../../requisitions/save-cart.js'
import type { Fields } from '../fields.js'

/** Id of the form that the fields and buttons of Review Cart belong to, between tables and other forms. */
export const reviewForm = 'review'

const lineFields = ['quantity', 'unitPrice', 'commodity', 'account', 'needByDate'] as const

export const reviewFields = (lines: readonly RequisitionLine[]): string[] => [
  'onBehalfOf',
  'shipTo',
  'shipToAttention',
  'justification',
  'hidePrice',
  ...lines.flatMap(({ id }) => lineFields.map(field => `${field}-${id}`)),
]

/** What Review Cart sent: fields of a line are called `quantity-<line id>`. A form without its mark says less. */
export function readReview(
  form: Fields,
  requisition: { readonly number: number; readonly lines: readonly RequisitionLine[] },
): CartChange {
  if (!form.isChecked('review')) return { requisition: requisition.number }
  const onBehalfOf = form.optional('onBehalfOf')
  return {
    requisition: requisition.number,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    justification: form.optional('justification') ?? null,
    shipTo: form.optional('shipTo') ?? null,
    shipToAttention: form.optional('shipToAttention') ?? null,
    hidePrice: form.isChecked('hidePrice'),
    lines: requisition.lines.map(({ id }) => readLine(form, id)),
  }
}

/** Absent fields were not on the page: the line came after it was shown, or has none of that kind. */
function readLine(form: Fields, id: number): CartLineChange {
  const typed = (field: (typeof lineFields)[number]) => form.all(`${field}-${id}`)[0]?.trim()
  const [quantity, unitPrice, commodity, account, needBy] = lineFields.map(typed)
  return {
    id,
    ...(quantity === undefined ? {} : { quantity }),
    ...(unitPrice === undefined ? {} : { unitPrice }),
    ...(commodity === undefined ? {} : { commodity: commodity || null }),
    ...(account === undefined ? {} : { account: account || null }),
    ...(needBy === undefined ? {} : { needByDate: needBy === '' ? null : dateOf(needBy) }),
  }
}

/** Browsers send days as `2026-03-02`; what is no day is refused where it would be kept. */
const dateOf = (text: string) => new Date(isDay(text) ? `${text}T00:00:00.000Z` : Number.NaN)

/** `lines[0].quantity` → `quantity-17`, the field of the page. */
export function onPage(
  problems: readonly FieldProblem[],
  lines: readonly RequisitionLine[],
): readonly FieldProblem[] {
  return problems.map(problem => {
    const [, index, field] = /^lines\[(\d+)\]\.(\w+)$/.exec(problem.field) ?? []
    const line = index === undefined ? undefined : lines[Number(index)]
    return line === undefined ? problem : { ...problem, field: `${field}-${line.id}` }
  })
}
