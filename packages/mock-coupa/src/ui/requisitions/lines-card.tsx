import { addDecimals, compareDecimals } from '@punchloop/sdk/cxml'
import type { RequisitionView } from '../../requests.js'
import type { RequisitionLine } from '../../requisitions/requisition.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { formatAmount, formatMoney } from '../elements/money.js'
import { Shares } from '../elements/shares.js'
import { type Column, Table } from '../elements/table.js'
import { requisitionPath } from '../paths.js'
import { RealtimeNotice } from './realtime-notice.js'

/** What is requested, line by line, and what it comes to. */
export function LinesCard({ requisition }: { readonly requisition: RequisitionView }) {
  const { lines, currency, total } = requisition
  return (
    <Card
      title="Items"
      id="lines"
      flush
      aside={<span class="soft small">{lines.length === 1 ? '1 line' : `${lines.length} lines`}</span>}
    >
      <Table
        caption="Items"
        rows={lines}
        columns={columns}
        attributes={line => ({ 'data-line': String(line.lineNum) })}
      />
      <div class="table-foot">
        <span class="soft">Total</span>
        <span class="total" data-testid="total">
          {formatMoney(total, currency)}
        </span>
        <EstimatedTax requisition={requisition} />
      </div>
    </Card>
  )
}

const columns: readonly Column<RequisitionLine>[] = [
  { heading: 'Item', kind: 'lead', cell: line => <LineItem line={line} details={detailsOf(line)} /> },
  {
    heading: 'Quantity',
    kind: 'number',
    cell: line => [line.quantity, line.uom].filter(Boolean).join(' '),
  },
  { heading: 'Price', kind: 'number', cell: line => formatMoney(line.unitPrice, line.currency) },
  { heading: 'Total', kind: 'number', cell: line => <LineTotal line={line} /> },
]

/** What is expected to come on top. */
export function EstimatedTax({ requisition }: { readonly requisition: RequisitionView }) {
  const { total, estimatedTax, currency } = requisition
  if (compareDecimals(estimatedTax, '0') === 0) return null
  return (
    <span class="soft">with estimated tax {formatMoney(addDecimals(total, estimatedTax), currency)}</span>
  )
}

/** In its own currency, and where that is another what it counts as. */
export function LineTotal({ line }: { readonly line: RequisitionLine }) {
  const { total, currency, exchangeRate, worth } = line
  const own = formatMoney(total, currency)
  if (exchangeRate === '1') return <>{own}</>
  return (
    <>
      {own}
      <br />
      <span class="soft small">
        {worth === undefined ? 'no exchange rate yet' : `= ${formatAmount(worth)}`}
      </span>
    </>
  )
}

/** What Cart Items has columns for. */
function detailsOf({ commodity, account, needByDate }: RequisitionLine): (string | undefined)[] {
  return [
    commodity,
    account && `charged to ${account}`,
    needByDate && `needed by ${needByDate.toISOString().slice(0, 10)}`,
  ]
}

export function LineItem(props: {
  readonly line: RequisitionLine
  readonly details?: readonly (string | undefined)[]
}) {
  const { line } = props
  const details = [
    line.supplier?.name ?? 'No supplier yet',
    line.sourcePartNum,
    line.unspscCode && `UNSPSC ${line.unspscCode}`,
    ...(props.details ?? []),
  ].filter(Boolean)
  return (
    <div class="break">
      {line.description}
      <br />
      <span class="soft small">{details.join(' · ')}</span>{' '}
      {line.punchoutSite !== undefined && (
        <span class="badge badge-info">{line.realtime === undefined ? 'Punchout' : 'Open Buy'}</span>
      )}
      <CustomFieldList fields={line.customFields} />
      {props.details !== undefined && line.allocations !== undefined && <Shares shares={line.allocations} />}
      <RealtimeNotice line={line} />
    </div>
  )
}

/** What a form asked, and what else the company keeps with a line. */
function CustomFieldList({ fields = {} }: { readonly fields: RequisitionLine['customFields'] }) {
  const told = Object.entries(fields).filter(
    ([, value]) => (typeof value === 'string' && value !== '') || typeof value === 'number',
  )
  if (told.length === 0) return null
  return (
    <dl class="answers">
      {told.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd class="keep-lines">{String(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

export function RemoveLine({ number, line }: { readonly number: number; readonly line: RequisitionLine }) {
  return (
    <form method="post" action={`${requisitionPath(number)}/lines/${line.lineNum}/remove`}>
      <Csrf />
      <button class="button button-link" type="submit">
        Remove<span class="unseen"> {line.description}</span>
      </button>
    </form>
  )
}
