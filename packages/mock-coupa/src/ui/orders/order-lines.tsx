import type { PurchaseOrderLine } from '../../purchase-orders/purchase-order.js'
import { formatMoney } from '../elements/money.js'
import { Shares } from '../elements/shares.js'
import { StatusPill } from '../elements/status-pill.js'
import type { Column } from '../elements/table.js'

/** What the supplier sees of a line. */
export const supplierColumns: readonly Column<PurchaseOrderLine>[] = [
  { heading: 'Line', cell: line => String(line.lineNum) },
  {
    heading: 'Item',
    kind: 'lead',
    cell: line => <Item line={line} />,
  },
  { heading: 'Need by', cell: line => line.needByDate?.toISOString().slice(0, 10) ?? '–' },
  { heading: 'Quantity', kind: 'number', cell: line => `${line.quantity} ${line.uom}` },
  { heading: 'Price', kind: 'number', cell: line => formatMoney(line.unitPrice, line.currency) },
  { heading: 'Total', kind: 'number', cell: line => formatMoney(line.total, line.currency) },
]

/** What is left of a supplier's columns where the buyer hides prices. */
export function withoutPrices<T>(columns: readonly Column<T>[]): readonly Column<T>[] {
  return columns.filter(({ heading }) => heading !== 'Price' && heading !== 'Total')
}

/** The buyer sees what has become of it, too. */
export const buyerColumns: readonly Column<PurchaseOrderLine>[] = [
  {
    heading: 'Item',
    kind: 'lead',
    cell: line => (
      <div>
        <Item line={line} isNumbered />
        <Shares shares={line.allocations} />
        <br />
        <StatusPill status={line.status} />
      </div>
    ),
  },
  ...supplierColumns.filter(({ heading }) => ['Quantity', 'Price', 'Total'].includes(heading)),
  { heading: 'Received', kind: 'number', cell: line => line.received },
  { heading: 'Invoiced', kind: 'number', cell: line => line.invoiced },
]

function Item({ line, isNumbered }: { readonly line: PurchaseOrderLine; readonly isNumbered?: boolean }) {
  return (
    <span class="break">
      {isNumbered && `${line.lineNum}. `}
      {line.description}
      <br />
      <span class="soft small">
        {[line.sourcePartNum, line.manufacturerName, line.unspscCode && `UNSPSC ${line.unspscCode}`]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  )
}
