import type { Delegation } from '../../approvals/delegation.js'
import { fullName } from '../../company/people.js'
import { CoupaError, type FieldProblem } from '../../errors.js'
import { type Page, page, type Redirect, redirect, type Visit } from '../answer.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { SelectField, TextField } from '../elements/field.js'
import { Moment } from '../elements/moment.js'
import { PageHead } from '../elements/page-head.js'
import { type Column, Table } from '../elements/table.js'
import { delegationPath, paths } from '../paths.js'
import { readNumber } from '../read-number.js'

/** Who decides while this person is away, and for whom this person decides. */
export function showDelegation(visit: Visit): Page {
  return delegationPage(visit)
}

export function saveDelegation(visit: Visit): Page | Redirect {
  const { coupa, person, form } = visit
  try {
    coupa.delegate(person.login, {
      delegate: form.text('delegate'),
      startDate: new Date(`${form.text('startDate')}T00:00:00Z`),
      endDate: endOf(form.text('endDate')),
      reason: form.text('reason'),
      approvalDelegate: form.text('for') !== 'receiving',
      receivingDelegate: form.text('for') === 'receiving' || form.text('for') === 'both',
    })
    return redirect(paths.delegation, 'saved')
  } catch (error) {
    if (!(error instanceof CoupaError) || error.fields.length === 0) throw error
    return delegationPage(visit, error.fields)
  }
}

export function endDelegation({ coupa, person, params }: Visit): Redirect {
  coupa.endDelegation(person.login, readNumber(params.id, 'delegation'))
  return redirect(paths.delegation, 'removed')
}

/** The last day counts, too. */
function endOf(day: string): Date {
  const start = new Date(`${day}T00:00:00Z`)
  return new Date(start.getTime() + 86_400_000)
}

function delegationPage(visit: Visit, problems: readonly FieldProblem[] = []): Page {
  const { coupa, person } = visit
  const all = coupa.delegations(person.login)
  const own = all.filter(({ delegator }) => delegator === person.login)
  const others = all.filter(({ delegate }) => delegate === person.login)
  return page({
    title: 'Delegation',
    section: 'settings',
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <>
        <PageHead
          title="Delegation"
          crumbs={<a href={paths.settings}>Settings</a>}
          lead="While you are away, somebody else can decide what waits for your approval, or say what has arrived for you. You still can, too."
        />
        <div class="stack">
          {own.length > 0 && (
            <Card title="Your delegates" id="own-delegations" flush>
              <Table caption="Your delegates" rows={own} columns={columns(visit, 'delegate')} />
            </Card>
          )}
          {others.length > 0 && (
            <Card title="You are a delegate of" id="others-delegations" flush>
              <Table caption="You are a delegate of" rows={others} columns={columns(visit, 'delegator')} />
            </Card>
          )}
          <DelegationForm visit={visit} problems={problems} />
        </div>
      </>
    ),
  })
}

const purposes = [
  ['approvals', 'Approvals'],
  ['receiving', 'Receiving'],
  ['both', 'Approvals and receiving'],
] as const

function purposeOf({ approvalDelegate, receivingDelegate }: Delegation): string {
  if (!receivingDelegate) return 'Approvals'
  return approvalDelegate ? 'Approvals and receiving' : 'Receiving'
}

function columns({ coupa }: Visit, who: 'delegate' | 'delegator'): Column<Delegation>[] {
  const nameOf = (login: string) => {
    const one = coupa.people().find(candidate => candidate.login === login)
    return one === undefined ? login : fullName(one)
  }
  const shown: Column<Delegation>[] = [
    {
      heading: who === 'delegate' ? 'Delegate' : 'On behalf of',
      kind: 'lead',
      cell: one => nameOf(one[who]),
    },
    { heading: 'Stands in for', cell: purposeOf },
    { heading: 'From', cell: ({ startDate }) => <Moment at={startDate} /> },
    { heading: 'Until', cell: ({ endDate }) => <Moment at={endDate} /> },
    { heading: 'Reason', cell: ({ reason }) => <span class="break">{reason}</span> },
  ]
  if (who === 'delegator') return shown
  return [
    ...shown,
    {
      heading: '',
      cell: ({ id, delegate }) => (
        <form method="post" action={delegationPath(id)}>
          <Csrf />
          <button class="button button-small" type="submit">
            End<span class="unseen"> the delegation to {nameOf(delegate)}</span>
          </button>
        </form>
      ),
    },
  ]
}

function DelegationForm(props: { readonly visit: Visit; readonly problems: readonly FieldProblem[] }) {
  const { visit, problems } = props
  const others = visit.coupa.people().filter(({ login }) => login !== visit.person.login)
  return (
    <section class="card" aria-labelledby="new-delegation">
      <div class="card-head">
        <h2 id="new-delegation">New delegation</h2>
      </div>
      <form class="form" method="post" action={paths.delegation} novalidate>
        <Csrf />
        <div class="form-grid">
          <SelectField
            name="delegate"
            label="Delegate"
            required
            value={visit.form.text('delegate')}
            choices={[['', 'Choose a person'], ...others.map(one => [one.login, fullName(one)] as const)]}
            problems={problems}
          />
          <SelectField
            name="for"
            label="Stands in for"
            required
            value={visit.form.text('for')}
            choices={purposes}
          />
          <TextField
            name="reason"
            label="Reason"
            required
            value={visit.form.text('reason')}
            problems={problems}
          />
          <TextField
            type="date"
            name="startDate"
            label="First day"
            required
            value={visit.form.text('startDate')}
            problems={problems}
          />
          <TextField
            type="date"
            name="endDate"
            label="Last day"
            required
            value={visit.form.text('endDate')}
            problems={problems}
          />
        </div>
        <div class="actions form-section">
          <button class="button button-main" type="submit">
            Save
          </button>
        </div>
      </form>
    </section>
  )
}
