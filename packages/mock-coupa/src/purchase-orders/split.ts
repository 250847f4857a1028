import type { OrderSplit } from '../company/company.js'
import { CoupaError } from '../errors.js'
import type { RequisitionLine } from '../requisitions/requisition.js'

export type OrderedLine = RequisitionLine & Required<Pick<RequisitionLine, 'supplier'>>

const keys: Readonly<Record<OrderSplit, (line: OrderedLine) => string | number | undefined>> = {
  punchout_site: line => line.punchoutSite?.id,
  contract: line => line.contract,
  payment_term: line => line.paymentTerm,
  need_by_date: line => line.needByDate?.toISOString(),
  account: line => line.account,
}

/** One group for each order: lines of one supplier and one currency, alike in whatever else divides. */
export function splitIntoOrders(
  lines: readonly RequisitionLine[],
  by: readonly OrderSplit[],
): readonly (readonly OrderedLine[])[] {
  const groups = Map.groupBy(lines.map(withSupplier), line =>
    JSON.stringify([line.supplier.id, line.currency, ...by.map(rule => keys[rule](line) ?? null)]),
  )
  return [...groups.values()]
}

/** A requisition gets here only after a buyer has given every line a supplier. */
function withSupplier(line: RequisitionLine): OrderedLine {
  if (line.supplier !== undefined) return { ...line, supplier: line.supplier }
  throw new CoupaError(
    'ERR_COUPA_CONFLICT',
    `Line ${line.lineNum} cannot be ordered: it has no supplier; a buyer can choose one`,
  )
}
