import { multiplyDecimals } from '@punchloop/sdk/cxml'
import { allocate } from '../accounting/allocate.js'
import type { AllocationDraft } from '../accounting/allocation.js'
import { reallocate } from '../accounting/reallocate.js'
import type { Company } from '../company/company.js'
import { findAccount } from '../company/find.js'
import { CoupaError } from '../errors.js'
import type {
  Allocation,
  NewPurchaseOrderLine,
  PurchaseOrder,
  PurchaseOrderLine,
} from '../purchase-orders/purchase-order.js'
import type { LineChange } from './change-order.js'
import { lineProblems } from './check-line-change.js'

/** What a change makes of an order's lines. */
export interface ChangedLines {
  readonly kept: readonly PurchaseOrderLine[]
  /** Numbered when they are written. */
  readonly added: readonly Omit<NewPurchaseOrderLine, 'lineNum'>[]
  readonly deleted: readonly number[]
}

/** `ERR_COUPA_INVALID` names what cannot be: `lines[0].quantity`. */
export function changedLines(
  order: PurchaseOrder,
  changes: readonly LineChange[],
  company: Company,
): ChangedLines {
  const problems = changes.flatMap((change, index) =>
    lineProblems(order, change, company).map(({ field, message }) => ({
      field: `lines[${index}].${field}`,
      message,
    })),
  )
  const deleted = changes.flatMap(({ kind, orderLine }) =>
    kind === 'delete' && orderLine ? [orderLine] : [],
  )
  const added = changes.filter(({ kind }) => kind === 'add')
  const ids = changes.flatMap(({ orderLine }) => orderLine ?? [])
  if (changes.length === 0 || new Set(ids).size < ids.length) {
    problems.push({ field: 'lines', message: 'must hold at least one change, and one for each line at most' })
  }
  if (added.length === 0 && order.lines.every(({ id }) => deleted.includes(id))) {
    problems.push({ field: 'lines', message: 'must leave a line; the whole order can be cancelled' })
  }
  if (problems.length > 0) {
    const said = problems.map(({ field, message }) => `${field} ${message}`).join('; ')
    throw new CoupaError(
      'ERR_COUPA_INVALID',
      `Purchase order ${order.number} cannot be changed so: ${said}`,
      {
        fields: problems,
      },
    )
  }
  return {
    kept: order.lines
      .filter(({ id }) => !deleted.includes(id))
      .map(line =>
        merged(
          line,
          changes.find(({ orderLine }) => orderLine === line.id),
          company,
        ),
      ),
    added: added.map(change => addedLine(order, change, company)),
    deleted,
  }
}

function merged(
  line: PurchaseOrderLine,
  change: LineChange | undefined,
  company: Company,
): PurchaseOrderLine {
  if (change === undefined) return line
  const { description, sourcePartNum, quantity, unitPrice, uom, needByDate } = change
  const next = {
    ...line,
    // By name: a stored change has an id of its own, which is not the line's.
    ...(description === undefined ? {} : { description }),
    ...(sourcePartNum === undefined ? {} : { sourcePartNum }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(unitPrice === undefined ? {} : { unitPrice }),
    ...(uom === undefined ? {} : { uom }),
    ...(needByDate === undefined ? {} : { needByDate }),
  }
  const total = multiplyDecimals(next.quantity, next.unitPrice)
  const allocations =
    change.allocations === undefined
      ? reallocate(line.allocations, total)
      : allocationsOf(total, change.allocations, company)
  return { ...next, total, allocations, ...keptOf(line, change) }
}

function allocationsOf(
  total: string,
  drafts: readonly AllocationDraft[],
  company: Company,
): readonly Allocation[] {
  return allocate(total, drafts).map(share => ({ ...share, account: findAccount(company, share.account) }))
}

function keptOf(line: Pick<PurchaseOrderLine, 'more'>, { more }: LineChange) {
  return more === undefined ? {} : { more: { ...line.more, ...more } }
}

function addedLine(
  order: PurchaseOrder,
  change: LineChange,
  company: Company,
): Omit<NewPurchaseOrderLine, 'lineNum'> {
  const { description = '', sourcePartNum = '', quantity = '1', unitPrice = '0', uom = '' } = change
  const total = multiplyDecimals(quantity, unitPrice)
  const own: Allocation = { account: order.account, amount: total, pct: '100' }
  return {
    lineType: 'OrderQuantityLine',
    description,
    descriptionLang: 'en',
    sourcePartNum,
    quantity,
    unitPrice,
    currency: order.currency,
    total,
    uom,
    allocations: change.allocations === undefined ? [own] : allocationsOf(total, change.allocations, company),
    ...keptOf({}, change),
    ...(change.needByDate === undefined ? {} : { needByDate: change.needByDate }),
  }
}
