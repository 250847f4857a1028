import { compareDecimals } from '@punchloop/sdk/cxml'
import type { Work } from '../control/work.js'
import { CoupaError, type FieldProblem } from '../errors.js'
import { askFor } from './ask-for.js'
import { changeDraft } from './draft.js'
import { ownRequisition } from './edit-cart.js'
import { changedLine, type LineDraft } from './line-draft.js'
import { readPrice, readQuantity } from './read-quantity.js'
import type { Requisition, RequisitionLine } from './requisition.js'
import { changeStatus } from './requisition-records.js'

/** What Coupa's Review Cart takes, amounts as they were typed. Null takes away, absent leaves as it is. */
export interface CartChange {
  readonly requisition: number
  /** Login of whom it is for; one's own: for oneself. */
  readonly onBehalfOf?: string
  readonly justification?: string | null
  readonly hidePrice?: boolean
  /** Code of the address. */
  readonly shipTo?: string | null
  readonly shipToAttention?: string | null
  readonly lines?: readonly CartLineChange[]
}

export interface CartLineChange {
  readonly id: number
  readonly quantity?: string
  /** Only where somebody asked for something in own words. */
  readonly unitPrice?: string
  readonly commodity?: string | null
  /** Name of the billing account. */
  readonly account?: string | null
  readonly needByDate?: Date | null
}

/**
 * Writes what its owner says about a cart or a draft. `ERR_COUPA_INVALID` names fields as `lines[0].quantity`, counted
 * as the change counts them, and then nothing is written.
 */
export function saveCart(work: Work, login: string, change: CartChange): void {
  const requisition = ownRequisition(work, login, change.requisition)
  const { requisition: number, onBehalfOf, lines = [], ...header } = change
  const problems: FieldProblem[] = []
  const drafts = lines.flatMap((line, index) => {
    try {
      return lineDraft(work, requisition, line)
    } catch (error) {
      if (!(error instanceof CoupaError) || error.fields.length === 0) throw error
      problems.push(
        ...error.fields.map(({ field, message }) => ({ field: `lines[${index}].${field}`, message })),
      )
      return []
    }
  })
  problems.push(...problemsOfHeader(work, change))
  if (problems.length > 0) {
    const listed = problems.map(({ field, message }) => `${field} ${message}`).join('; ')
    throw new CoupaError('ERR_COUPA_INVALID', `Requisition ${number} cannot be saved so: ${listed}`, {
      fields: problems,
    })
  }
  changeDraft(work, number, { ...header, lines: drafts }, login)
  if (onBehalfOf !== undefined) askFor(work, number, onBehalfOf)
}

/** A cart becomes a draft, so that another cart can be filled. */
export function saveForLater(work: Work, login: string, change: CartChange): void {
  saveCart(work, login, change)
  changeStatus(work, change.requisition, { from: ['cart', 'draft'], to: 'draft', doing: 'saved for later' })
}

/** What differs from the line as it is. Nothing: it stays untouched. */
function lineDraft(work: Work, requisition: Requisition, change: CartLineChange): LineDraft[] {
  const line = requisition.lines.find(({ id }) => id === change.id)
  // Another window removed it in the meantime.
  if (line === undefined) return []
  const draft = Object.fromEntries(
    Object.entries({
      quantity: differing(line.quantity, change.quantity, readQuantity),
      unitPrice: differing(line.unitPrice, change.unitPrice, readPrice),
      commodity: change.commodity === (line.commodity ?? null) ? undefined : change.commodity,
      account: change.account === (line.account ?? null) ? undefined : change.account,
      needByDate: change.needByDate?.getTime() === line.needByDate?.getTime() ? undefined : change.needByDate,
    }).filter(([, value]) => value !== undefined),
  ) as Omit<LineDraft, 'id'>
  if (Object.keys(draft).length === 0) return []
  assertChangeable(line, draft)
  assertCommodity(work, draft)
  changedLine(line, draft, work.company)
  return [{ ...draft, id: line.id }]
}

function differing(
  now: string,
  typed: string | undefined,
  read: (text: string) => string,
): string | undefined {
  if (typed === undefined) return undefined
  const wanted = read(typed)
  return compareDecimals(now, wanted) === 0 ? undefined : wanted
}

/**
 * Unverified: what a shop returned is changed at the shop, whose prices hold for these quantities. One that was added from
 * Open Buy was never there: its supplier is asked again.
 */
function assertChangeable(line: RequisitionLine, draft: Omit<LineDraft, 'id'>): void {
  const refuse = (field: string, message: string) => {
    throw new CoupaError('ERR_COUPA_INVALID', `Line ${line.lineNum}: ${message}`, {
      fields: [{ field, message }],
    })
  }
  if (draft.quantity !== undefined && line.punchoutSite !== undefined && line.realtime === undefined) {
    refuse('quantity', `is as ${line.punchoutSite.name} returned it: change it there`)
  }
  if (draft.unitPrice !== undefined && line.sourceType !== 'Non-Catalog Request') {
    refuse('unitPrice', 'is the price of the catalogue')
  }
  if (Number.isNaN(draft.needByDate?.getTime())) {
    refuse('needByDate', 'must be a day such as 2026-03-02')
  }
}

function assertCommodity({ company }: Work, { commodity }: Omit<LineDraft, 'id'>): void {
  if (commodity == null || company.commodities.some(({ name }) => name === commodity)) return
  const message = `There is no commodity "${commodity}"`
  throw new CoupaError('ERR_COUPA_INVALID', message, { fields: [{ field: 'commodity', message }] })
}

function problemsOfHeader({ company }: Work, { shipTo, onBehalfOf }: CartChange): FieldProblem[] {
  return [
    ...(shipTo == null || company.addresses.some(({ code }) => code === shipTo)
      ? []
      : [{ field: 'shipTo', message: `must be the code of an address; found "${shipTo}"` }]),
    ...(onBehalfOf === undefined || company.people.some(({ active, login }) => active && login === onBehalfOf)
      ? []
      : [{ field: 'onBehalfOf', message: `must be the login of an active person; found "${onBehalfOf}"` }]),
  ]
}
