import type { ApprovalRule, Company } from '../../../company/company.js'
import { fullName } from '../../../company/people.js'
import type { Page, Visit } from '../../answer.js'
import { formatAmount } from '../../elements/money.js'
import { type Column, Table } from '../../elements/table.js'
import { approvalRulePath, paths } from '../../paths.js'
import { setupPage } from '../setup-frame.js'

export function listApprovalRules({ coupa, person }: Visit): Page {
  const company = coupa.configuration(person.login)
  const rules = company.approvalRules.toSorted((one, other) => one.priority - other.priority)
  return setupPage({
    room: 'approval-rules',
    title: 'Approval rules',
    lead: 'Who has to approve a request, in the order of priority. The management hierarchy stands at 50.',
    action: (
      <a class="button button-main" href={`${paths.approvalRules}/new`}>
        Add a rule
      </a>
    ),
    body: (
      <div class="card card-flush">
        <Table caption="Approval rules" rows={rules} columns={columns(company)} />
      </div>
    ),
  })
}

function columns(company: Company): Column<ApprovalRule>[] {
  return [
    { heading: 'Rule', kind: 'lead', cell: rule => <a href={approvalRulePath(rule.id)}>{rule.name}</a> },
    { heading: 'Priority', kind: 'number', cell: rule => String(rule.priority) },
    { heading: 'Applies', cell: rule => range(rule, company.currency) },
    { heading: 'Approvers', cell: rule => approvers(rule, company) },
    {
      heading: 'Status',
      cell: rule => (
        <span class={rule.active ? 'pill pill-good' : 'pill'}>{rule.active ? 'Active' : 'Off'}</span>
      ),
    },
  ]
}

function range({ minTotal, maxTotal }: ApprovalRule, currency: string): string {
  const from = minTotal === undefined ? '' : `from ${formatAmount(minTotal)} `
  const below = maxTotal === undefined ? '' : `below ${formatAmount(maxTotal)} `
  return from === '' && below === '' ? 'always' : `${from}${below}${currency}`
}

function approvers(rule: ApprovalRule, company: Company): string {
  if (rule.kind === 'management_hierarchy') return 'The requester’s managers'
  const names = rule.approvers.map(login => company.people.find(person => person.login === login))
  return names.map((person, index) => (person ? fullName(person) : rule.approvers[index])).join(', then ')
}
