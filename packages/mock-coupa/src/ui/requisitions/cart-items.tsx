import type { RequisitionView } from '../../requests.js'
import type { RequisitionLine } from '../../requisitions/requisition.js'
import type { Attempt } from '../approvals/attempt.js'
import { Card } from '../elements/card.js'
import { formatMoney } from '../elements/money.js'
import { Shares } from '../elements/shares.js'
import { type Column, Table } from '../elements/table.js'
import { EstimatedTax, LineItem, LineTotal, RemoveLine } from './lines-card.js'
import { reviewForm } from './review-form.js'
import { splitPath } from './split-page.js'

interface CartItemsProps {
  readonly requisition: RequisitionView
  readonly attempt: Attempt | undefined
}

/** Coupa's Cart Items: what each line still lacks is filled in where it stands. */
export function CartItems({ requisition, attempt }: CartItemsProps) {
  const { lines } = requisition
  return (
    <Card
      title="Cart Items"
      id="lines"
      flush
      aside={<span class="soft small">{lines.length === 1 ? '1 line' : `${lines.length} lines`}</span>}
    >
      <Table
        caption="Cart Items"
        rows={lines}
        columns={columns(requisition, attempt)}
        room="xxl"
        attributes={line => ({ 'data-line': String(line.lineNum) })}
      />
      <div class="table-foot">
        <span class="soft">Total</span>
        <span class="total" data-testid="total">
          {formatMoney(requisition.total, requisition.currency)}
        </span>
        <EstimatedTax requisition={requisition} />
      </div>
    </Card>
  )
}

function columns(requisition: RequisitionView, attempt: Attempt | undefined): Column<RequisitionLine>[] {
  const { cartChoices, requester } = requisition
  return [
    { heading: 'Item', kind: 'lead', cell: line => <LineItem line={line} /> },
    { heading: 'Quantity', kind: 'number', cell: line => <Quantity line={line} attempt={attempt} /> },
    { heading: 'Price', kind: 'number', cell: line => <Price line={line} attempt={attempt} /> },
    { heading: 'Total', kind: 'number', cell: line => <LineTotal line={line} /> },
    {
      heading: 'Commodity',
      cell: line => (
        <Choice
          cell={cellOf('commodity', 'Commodity', line, attempt)}
          value={line.commodity}
          none="None"
          choices={cartChoices?.commodities ?? []}
        />
      ),
    },
    {
      heading: 'Billing account',
      cell: line => (
        <div>
          {line.allocations === undefined ? (
            <Choice
              cell={cellOf('account', 'Billing account', line, attempt)}
              value={line.account}
              none={requester.account === '' ? 'The requester’s own' : `${requester.account} (own)`}
              choices={cartChoices?.accounts ?? []}
            />
          ) : (
            <Shares shares={line.allocations} />
          )}
          <a class="button button-link" href={splitPath(requisition.number, line.lineNum)}>
            {line.allocations === undefined ? 'Split' : 'Change split'}
            <span class="unseen"> the accounts of line {line.lineNum}</span>
          </a>
        </div>
      ),
    },
    {
      heading: 'Need by',
      cell: line => (
        <Input
          cell={cellOf('needByDate', 'Need by', line, attempt)}
          type="date"
          value={line.needByDate?.toISOString().slice(0, 10) ?? ''}
        />
      ),
    },
    { heading: '', cell: line => <RemoveLine number={requisition.number} line={line} /> },
  ]
}

/** A field of one line: how it is sent and called, and what became of it. */
interface Cell {
  readonly name: string
  readonly label: string
  readonly typed: string | undefined
  readonly problem: string | undefined
}

function cellOf(field: string, words: string, line: RequisitionLine, attempt: Attempt | undefined): Cell {
  const name = `${field}-${line.id}`
  return {
    name,
    label: `${words} of line ${line.lineNum}`,
    typed: attempt?.values[name],
    problem: attempt?.problems.find(problem => problem.field === name)?.message,
  }
}

const wiring = ({ name, label, problem }: Cell) => ({
  form: reviewForm,
  name,
  'aria-label': label,
  ...(problem === undefined ? {} : { 'aria-invalid': 'true', 'aria-describedby': `${name}-problem` }),
})

function Problem({ cell: { name, problem } }: { readonly cell: Cell }) {
  if (problem === undefined) return null
  return (
    <span class="problem" id={`${name}-problem`}>
      {problem}
    </span>
  )
}

function Input(props: { readonly cell: Cell; readonly type: 'text' | 'date'; readonly value: string }) {
  return (
    <span class="cell-field">
      <input
        type={props.type}
        {...(props.type === 'text' ? { inputmode: 'decimal' as const } : {})}
        value={props.cell.typed ?? props.value}
        {...wiring(props.cell)}
      />
      <Problem cell={props.cell} />
    </span>
  )
}

function Choice(props: {
  readonly cell: Cell
  readonly value: string | undefined
  /** What an empty value means. */
  readonly none: string
  readonly choices: readonly string[]
}) {
  const { cell, value, none, choices } = props
  const now = cell.typed ?? value ?? ''
  return (
    <span class="cell-field">
      <select {...wiring(cell)}>
        <option value="">{none}</option>
        {[...new Set([...choices, ...(now === '' ? [] : [now])])].map(name => (
          <option value={name} selected={name === now}>
            {name}
          </option>
        ))}
      </select>
      <Problem cell={cell} />
    </span>
  )
}

/** What a shop returned is changed there; what was added from Open Buy never was. */
function Quantity({
  line,
  attempt,
}: {
  readonly line: RequisitionLine
  readonly attempt: Attempt | undefined
}) {
  const isReturned = line.punchoutSite !== undefined && line.realtime === undefined
  if (isReturned || line.lineType === 'RequisitionAmountLine') {
    return <>{[line.quantity, line.uom].filter(Boolean).join(' ')}</>
  }
  return (
    <span class="cell-quantity">
      <Input cell={cellOf('quantity', 'Quantity', line, attempt)} type="text" value={line.quantity} />
      <span>{line.uom}</span>
    </span>
  )
}

/** Whoever asks in own words may say what it costs. */
function Price({ line, attempt }: { readonly line: RequisitionLine; readonly attempt: Attempt | undefined }) {
  if (line.sourceType !== 'Non-Catalog Request') return <>{formatMoney(line.unitPrice, line.currency)}</>
  return (
    <span class="cell-quantity">
      <Input cell={cellOf('unitPrice', 'Price', line, attempt)} type="text" value={line.unitPrice} />
      <span>{line.currency}</span>
    </span>
  )
}
