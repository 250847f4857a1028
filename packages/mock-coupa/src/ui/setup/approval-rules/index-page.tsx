import { approversOfRule, findApprovalGroup } from '../../../company/approval-groups.js'
import { type ApprovalRule, approvalDocumentTypes } from '../../../company/approval-rule.js'
import type { Company } from '../../../company/company.js'
import { fullName } from '../../../company/people.js'
import type { Page, Visit } from '../../answer.js'
import { formatAmount } from '../../elements/money.js'
import { type Column, Table } from '../../elements/table.js'
import { approvalRulePath, paths } from '../../paths.js'
import { setupPage } from '../setup-frame.js'
import { documentTypeWords } from './document-types.js'
import { writeConditions } from './rule-text.js'

export function listApprovalRules({ coupa, person }: Visit): Page {
  const company = coupa.configuration(person.login)
  const placeOf = ({ documentType = 'requisition' }: ApprovalRule) =>
    approvalDocumentTypes.indexOf(documentType)
  const rules = company.approvalRules.toSorted(
    (one, other) => placeOf(one) - placeOf(other) || one.priority - other.priority,
  )
  return setupPage({
    room: 'approval-rules',
    title: 'Approval Chains',
    lead: 'Who has to approve what, by type of document in the order of priority. The management hierarchy stands at 50.',
    action: (
      <a class="button button-main" href={`${paths.approvalRules}/new`}>
        New approval chain
      </a>
    ),
    body: (
      <div class="card card-flush">
        <Table caption="Approval chains" rows={rules} columns={columns(company)} />
      </div>
    ),
  })
}

function columns(company: Company): Column<ApprovalRule>[] {
  return [
    { heading: 'Chain', kind: 'lead', cell: rule => <a href={approvalRulePath(rule.id)}>{rule.name}</a> },
    { heading: 'Document', cell: ({ documentType = 'requisition' }) => documentTypeWords[documentType] },
    { heading: 'Priority', kind: 'number', cell: rule => String(rule.priority) },
    { heading: 'Applies', cell: rule => applies(rule, company.currency) },
    { heading: 'Approvers', cell: rule => approvers(rule, company) },
    {
      heading: 'Status',
      cell: rule => (
        <span class={rule.active ? 'pill pill-good' : 'pill'}>{rule.active ? 'Active' : 'Off'}</span>
      ),
    },
  ]
}

function applies(rule: ApprovalRule, currency: string): string {
  const conditions = writeConditions(rule.conditions ?? []).replaceAll('\n', '; ')
  return conditions === '' ? range(rule, currency) : `${range(rule, currency)}; ${conditions}`
}

function range({ minTotal, maxTotal }: ApprovalRule, currency: string): string {
  const from = minTotal === undefined ? '' : `from ${formatAmount(minTotal)} `
  const below = maxTotal === undefined ? '' : `below ${formatAmount(maxTotal)} `
  return from === '' && below === '' ? 'always' : `${from}${below}${currency}`
}

function approvers(rule: ApprovalRule, company: Company): string {
  if (rule.kind === 'management_hierarchy') return 'The requester’s managers'
  if (rule.kind === 'blocking') return `Cannot be submitted: ${rule.message ?? ''}`
  if (rule.kind === 'warning') return `Warning: ${rule.message ?? ''}`
  const separator = rule.parallelGroup === undefined ? ', then ' : ' and '
  return approversOfRule(rule)
    .map(approver => {
      if ('group' in approver) return findApprovalGroup(company, approver.group)?.name ?? ''
      const person = company.people.find(({ login }) => login === approver.login)
      return person === undefined ? approver.login : fullName(person)
    })
    .join(separator)
}
