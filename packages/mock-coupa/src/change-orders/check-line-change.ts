import { compareDecimals, isDecimal, multiplyDecimals } from '@punchloop/sdk/cxml'
import { allocationProblems } from '../accounting/allocate.js'
import type { Company } from '../company/company.js'
import type { FieldProblem } from '../errors.js'
import type { PurchaseOrder, PurchaseOrderLine } from '../purchase-orders/purchase-order.js'
import type { LineChange } from './change-order.js'

/** What is wrong with the change of one line. */
export function lineProblems(order: PurchaseOrder, change: LineChange, company: Company): FieldProblem[] {
  const line = order.lines.find(({ id }) => id === change.orderLine)
  const { quantity, unitPrice, uom } = change
  return [
    ...(change.kind === 'add' ? checkAdded(change) : checkExisting(change, line)),
    ...unless(
      quantity === undefined || (isDecimal(quantity) && compareDecimals(quantity, '0') > 0),
      'quantity',
      `must be a number above 0; found "${quantity}"`,
    ),
    ...unless(
      unitPrice === undefined || (isDecimal(unitPrice) && compareDecimals(unitPrice, '0') >= 0),
      'unitPrice',
      `must be an amount of 0 or more; found "${unitPrice}"`,
    ),
    ...unless(
      uom === undefined || company.uoms.includes(uom),
      'uom',
      `must be an enabled unit of measure; found "${uom}"`,
    ),
    ...sharesProblems(change, line, company),
  ]
}

function sharesProblems(
  { allocations, quantity, unitPrice }: LineChange,
  line: PurchaseOrderLine | undefined,
  company: Company,
): FieldProblem[] {
  const [many, each] = [quantity ?? line?.quantity ?? '1', unitPrice ?? line?.unitPrice ?? '0']
  if (allocations === undefined || !isDecimal(many) || !isDecimal(each)) return []
  return allocations.length === 0
    ? [{ field: 'allocations', message: 'must hold an account at least' }]
    : allocationProblems(multiplyDecimals(many, each), allocations, company)
}

function unless(holds: boolean, field: string, message: string): FieldProblem[] {
  return holds ? [] : [{ field, message }]
}

function checkAdded(change: LineChange): FieldProblem[] {
  return (['description', 'quantity', 'unitPrice', 'uom'] as const).flatMap(field =>
    unless((change[field] ?? '').trim() !== '', field, 'must be given'),
  )
}

function checkExisting(change: LineChange, line: PurchaseOrderLine | undefined): FieldProblem[] {
  if (line === undefined) {
    return [{ field: 'orderLine', message: `must be a line of the order; found ${change.orderLine}` }]
  }
  const most = compareDecimals(line.received, line.invoiced) > 0 ? line.received : line.invoiced
  if (change.kind === 'delete') {
    return unless(
      compareDecimals(most, '0') === 0,
      'orderLine',
      'must be a line of which nothing has arrived or was invoiced',
    )
  }
  const { quantity = line.quantity, unitPrice = line.unitPrice } = change
  if (!isDecimal(quantity) || !isDecimal(unitPrice)) return []
  const isAmount = line.lineType === 'OrderAmountLine'
  const whole = isAmount ? multiplyDecimals(quantity, unitPrice) : quantity
  return unless(
    compareDecimals(whole, most) >= 0,
    isAmount ? 'unitPrice' : 'quantity',
    `must not be below what has arrived or was invoiced (${most})`,
  )
}
