import { compareDecimals, multiplyDecimals } from '@punchloop/sdk/cxml'
import { allocate, allocationProblems } from '../accounting/allocate.js'
import type { AllocationDraft } from '../accounting/allocation.js'
import { isEnabledCurrency } from '../accounting/exchange.js'
import { reallocate } from '../accounting/reallocate.js'
import type { Company } from '../company/company.js'
import { commodityOfItem, findSupplier } from '../company/find.js'
import { CoupaError, type FieldProblem } from '../errors.js'
import type {
  CustomFields,
  Kept,
  NewRequisitionLine,
  RequisitionLine,
  RequisitionLineType,
} from './requisition.js'

/** What somebody says about a line; null takes away, absent leaves as it is. Amounts are exact decimals. */
export interface LineDraft {
  /** Of a line that is there already. */
  readonly id?: number
  readonly lineType?: RequisitionLineType
  readonly item?: number | null
  readonly description?: string
  readonly sourcePartNum?: string | null
  readonly suppAuxPartNum?: string | null
  readonly quantity?: string
  readonly unitPrice?: string
  readonly currency?: string
  readonly uom?: string | null
  readonly supplier?: number | null
  readonly commodity?: string | null
  readonly account?: string | null
  /** Takes the place of `account` and of the shares before; none is back to one account. */
  readonly allocations?: readonly AllocationDraft[] | null
  readonly contract?: number | null
  readonly paymentTerm?: string | null
  readonly shippingTerm?: string | null
  readonly needByDate?: Date | null
  readonly manufacturerName?: string | null
  readonly manufacturerPartNumber?: string | null
  readonly customFields?: CustomFields
  /** Null takes a value away. */
  readonly more?: Kept
}

/**
 * A new line. A line is free-form (a description) or an item; an item overrides the description, and a given unit
 * price overrides the catalogue's. Documented: Requisitions API.
 */
export function newLine(draft: LineDraft, company: Company, isChecked = true): NewRequisitionLine {
  const base: NewRequisitionLine = {
    lineType: draft.lineType ?? 'RequisitionQuantityLine',
    sourceType: 'Non-Catalog Request',
    description: '',
    descriptionLang: 'en',
    quantity: '1',
    unitPrice: '0',
    currency: company.currency,
    total: '0',
    ...(draft.lineType === 'RequisitionAmountLine' ? {} : { uom: company.uoms[0] ?? 'EA' }),
  }
  return changedLine(base, draft, company, isChecked)
}

/**
 * The line as it will be. `ERR_COUPA_INVALID` names what is wrong with it; `isChecked` false: what a submission would find
 * wrong is let through.
 */
export function changedLine<L extends NewRequisitionLine | RequisitionLine>(
  line: L,
  draft: LineDraft,
  company: Company,
  isChecked = true,
): L {
  const said = ofItem(draft, company)
  const { description } = said
  const changed = {
    ...line,
    ...said,
    ...supplierOf(draft, company),
    ...given(draft),
    ...(description === undefined ? {} : { description }),
  }
  for (const [name, value] of Object.entries(draft)) if (value === null) delete changed[name as keyof L]
  const total = multiplyDecimals(changed.quantity, changed.unitPrice)
  const whole = { ...charged({ ...changed, total }, draft, company), ...keptOf(line, draft) }
  if (isChecked) {
    const problems = lineProblems(whole, company)
    if (problems.length > 0) throw invalid(problems)
  }
  return whole
}

/** Shares that nobody speaks of divide a new total as they divided the old one. */
function charged<L extends NewRequisitionLine | RequisitionLine>(
  line: L,
  draft: LineDraft,
  company: Company,
): L {
  const { allocations: before, ...one } = line
  const { account, allocations: drafts } = draft
  if (drafts === undefined && account === undefined && before !== undefined) {
    return { ...line, allocations: reallocate(before, line.total) }
  }
  if (drafts === undefined || drafts === null || drafts.length === 0) return one as L
  const problems = allocationProblems(line.total, drafts, company)
  if (problems.length > 0) throw invalid(problems)
  const shares = allocate(line.total, drafts)
  const { account: _account, ...split } = one
  return (
    shares.length === 1 ? { ...one, account: shares[0]?.account } : { ...split, allocations: shares }
  ) as L
}

function keptOf(line: NewRequisitionLine, { more }: LineDraft): Pick<NewRequisitionLine, 'more'> {
  if (more === undefined) return {}
  const kept = Object.entries({ ...line.more, ...more }).filter(([, value]) => value !== null)
  return { more: Object.fromEntries(kept) }
}

/** Properties with a value of their own; the supplier and the id are looked after elsewhere. */
function given({ supplier: _supplier, id: _id, allocations: _shares, more: _more, ...draft }: LineDraft) {
  return Object.fromEntries(
    Object.entries(draft).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<NewRequisitionLine>
}

function supplierOf({ supplier }: LineDraft, company: Company): Pick<NewRequisitionLine, 'supplier'> {
  if (supplier === undefined || supplier === null) return {}
  const { id, name, active } = findSupplier(company, supplier)
  if (!active) throw problem('supplier', `Supplier "${name}" is not active`)
  return { supplier: { id, name } }
}

function ofItem({ item: id, supplier: wanted }: LineDraft, company: Company): Partial<NewRequisitionLine> {
  if (id === undefined || id === null) return {}
  const item = company.items.find(candidate => candidate.id === id)
  if (item === undefined) throw problem('item', `There is no item ${id}`)
  const commodity = commodityOfItem(company, item)
  const bought = item.supplierItems?.find(({ supplier }) => supplier === wanted) ?? item
  const { name } = findSupplier(company, bought.supplier)
  return {
    item: item.id,
    sourceType: 'Catalog',
    description: item.name,
    sourcePartNum: bought.partNumber,
    unitPrice: bought.unitPrice,
    uom: item.uom,
    unspscCode: item.unspsc,
    supplier: { id: bought.supplier, name },
    ...(commodity === undefined ? {} : { commodity }),
    ...(item.manufacturerName === undefined ? {} : { manufacturerName: item.manufacturerName }),
    ...(item.manufacturerPartNumber === undefined
      ? {}
      : { manufacturerPartNumber: item.manufacturerPartNumber }),
  }
}

function problem(field: string, message: string): CoupaError {
  return new CoupaError('ERR_COUPA_INVALID', message, { fields: [{ field, message }] })
}

/** Unverified: the words, which are what Coupa's framework says in such cases. */
export function lineProblems(line: NewRequisitionLine, company: Company): FieldProblem[] {
  const problems: FieldProblem[] = []
  const unless = (holds: boolean, field: string, message: string) => {
    if (!holds) problems.push({ field, message })
  }
  unless(line.description.trim() !== '', 'description', "Description can't be blank")
  unless(line.description.length <= 255, 'description', 'Description is too long (maximum is 255 characters)')
  unless(compareDecimals(line.quantity, '0') > 0, 'quantity', 'Quantity must be greater than 0')
  unless(
    compareDecimals(line.unitPrice, '0') >= 0,
    'unitPrice',
    'Unit price must be greater than or equal to 0',
  )
  unless(isEnabledCurrency(company, line.currency), 'currency', `Currency ${line.currency} is not enabled`)
  unless(
    // Some systems take any unit from a shop.
    line.uom === undefined || line.punchoutSite !== undefined || company.uoms.includes(line.uom),
    'uom',
    `Unit of measure ${line.uom} is not enabled`,
  )
  unless(
    line.account === undefined || company.accounts.some(({ name }) => name === line.account),
    'account',
    `There is no account "${line.account}"`,
  )
  return problems
}

function invalid(problems: readonly FieldProblem[]): CoupaError {
  return new CoupaError('ERR_COUPA_INVALID', problems.map(({ message }) => message).join('; '), {
    fields: problems,
  })
}
