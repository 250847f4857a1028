import type { AllocationDraft } from '../../accounting/allocation.js'
import { CoupaError, type FieldProblem } from '../../errors.js'
import type { RequisitionView } from '../../requests.js'
import type { RequisitionLine } from '../../requisitions/requisition.js'
import { type Page, page, type Redirect, redirect, type Visit } from '../answer.js'
import { Csrf } from '../elements/csrf.js'
import { SelectField, TextField } from '../elements/field.js'
import { FormButtons } from '../elements/form-buttons.js'
import { formatMoney } from '../elements/money.js'
import { Notice } from '../elements/notice.js'
import { PageHead } from '../elements/page-head.js'
import { ownRequisitionPath, requisitionPath } from '../paths.js'
import { readNumber } from '../read-number.js'

type Measure = 'pct' | 'amount'

/** As it was typed, row by row. */
interface Split {
  readonly by: Measure
  readonly rows: readonly { readonly account: string; readonly share: string }[]
}

/** Rows that stand empty below those that are filled in. */
const spareRows = 2

export const splitPath = (requisition: number, line: number) =>
  `${requisitionPath(requisition)}/lines/${line}/accounts`

/** Whom a line is charged to, share by share. */
export function editSplit(visit: Visit): Page {
  const { requisition, line } = read(visit)
  const rows = (line.allocations ?? []).map(({ account, pct = '' }) => ({ account, share: pct }))
  return form(requisition, line, { by: 'pct', rows })
}

export function saveSplit(visit: Visit): Page | Redirect {
  const { requisition, line } = read(visit)
  const split = readSplit(visit)
  try {
    const allocations = split.rows.map((row): AllocationDraft => draftOf(row, split.by))
    visit.coupa.splitLine(visit.person.login, {
      requisition: requisition.number,
      line: line.id,
      allocations,
    })
    return redirect(ownRequisitionPath(requisition), 'saved')
  } catch (error) {
    if (!(error instanceof CoupaError) || error.fields.length === 0) throw error
    return form(requisition, line, split, error.fields)
  }
}

function read({ coupa, person, params }: Visit) {
  const requisition = coupa.requisition(person.login, readNumber(params.number, 'requisition'))
  const lineNum = readNumber(params.line, 'line')
  const line = requisition.lines.find(candidate => candidate.lineNum === lineNum)
  if (line !== undefined && (requisition.may.edit || requisition.may.complete)) return { requisition, line }
  throw new CoupaError(
    'ERR_COUPA_NOT_FOUND',
    `Requisition ${requisition.number} has no line ${lineNum} whose accounts you can change`,
  )
}

function readSplit({ form }: Visit): Split {
  const rows: { readonly account: string; readonly share: string }[] = []
  for (let place = 1; form.all(`account-${place}`).length > 0; place += 1) {
    const [account, share] = [form.text(`account-${place}`), form.text(`share-${place}`)]
    if (account !== '' || share !== '') rows.push({ account, share })
  }
  return { by: form.text('by') === 'amount' ? 'amount' : 'pct', rows }
}

/** What is no number is told as one that is missing. */
function draftOf({ account, share }: Split['rows'][number], by: Measure): AllocationDraft {
  return /^\d{1,15}(\.\d{1,6})?$/.test(share) ? { account, [by]: share } : { account }
}

function form(
  requisition: RequisitionView,
  line: RequisitionLine,
  { by, rows }: Split,
  problems: readonly FieldProblem[] = [],
): Page {
  const path = splitPath(requisition.number, line.lineNum)
  const accounts = requisition.cartChoices?.accounts ?? []
  const shown = [...rows, ...Array.from({ length: spareRows }, () => ({ account: '', share: '' }))]
  return page({
    title: `Accounts of line ${line.lineNum}`,
    section: requisition.status === 'cart' ? 'cart' : 'requests',
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <>
        <PageHead
          title={`Accounts of line ${line.lineNum}`}
          crumbs={
            <a href={ownRequisitionPath(requisition)}>
              {requisition.status === 'cart' ? 'Review Cart' : `Requisition ${requisition.number}`}
            </a>
          }
          lead={`${line.description}: ${formatMoney(line.total, line.currency)}`}
        />
        {problems.length > 0 && (
          <Notice tone="bad">
            <strong>Nothing was saved.</strong>
            <ul class="advice">
              {problems.map(({ message }) => (
                <li>{message}</li>
              ))}
            </ul>
          </Notice>
        )}
        <form class="card form" method="post" action={path} novalidate>
          <Csrf />
          <div class="form-grid">
            <SelectField
              name="by"
              label="Shares are"
              required
              value={by}
              choices={[
                ['pct', 'Percentages that come to 100'],
                ['amount', `Amounts that come to ${formatMoney(line.total, line.currency)}`],
              ]}
            />
            <p class="soft small">Leave all rows empty to charge everything to one account.</p>
            {shown.map((row, index) => (
              <Row row={row} place={index + 1} accounts={accounts} />
            ))}
          </div>
          <FormButtons submit="Save" cancel={ownRequisitionPath(requisition)} />
        </form>
      </>
    ),
  })
}

function Row(props: {
  readonly row: Split['rows'][number]
  readonly place: number
  readonly accounts: readonly string[]
}) {
  const { row, place, accounts } = props
  return (
    <>
      <SelectField
        name={`account-${place}`}
        label={`Account ${place}`}
        value={row.account}
        choices={[['', 'None'], ...accounts.map(name => [name, name] as const)]}
      />
      <TextField name={`share-${place}`} label={`Share ${place}`} value={row.share} />
    </>
  )
}
