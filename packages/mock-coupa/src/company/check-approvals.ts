import type { FieldProblem } from '../errors.js'
import { approversOfRule, findApprovalGroup } from './approval-groups.js'
import type {
  ApprovalCondition,
  ApprovalGroup,
  ApprovalRule,
  GroupApprover,
  UserApprover,
} from './approval-rule.js'
import { amount, type Check, required, unless } from './check-field.js'
import type { Company } from './company.js'

export const checkApprovalRule: Check<ApprovalRule> = (rule, company) => [
  ...required({ ...rule }, ['name']),
  ...checkPriority(rule),
  ...amount('minTotal', rule.minTotal),
  ...amount('maxTotal', rule.maxTotal),
  ...unless(
    rule.kind !== 'approval_chain' || rule.approvers.length > 0,
    'approvers',
    'must name at least one approver',
  ),
  ...unless(
    (rule.kind !== 'blocking' && rule.kind !== 'warning') || (rule.message ?? '').trim() !== '',
    'message',
    'must say what whoever submits is told',
  ),
  ...approversOfRule(rule).flatMap(approver => checkApprover(approver, company)),
  ...logins('watchers', rule.watchers ?? [], company),
  ...(rule.conditions ?? []).flatMap(condition => checkCondition(condition, company)),
  ...checkFlow(rule),
]

export const checkApprovalGroup: Check<ApprovalGroup> = (group, company) => [
  ...required({ ...group }, ['name']),
  ...unless(group.members.length > 0, 'members', 'must name at least one person'),
  ...unless(
    new Set(group.members).size === group.members.length,
    'members',
    'must name everybody once at most',
  ),
  ...logins('members', group.members, company),
]

function logins(field: string, found: readonly string[], company: Company): FieldProblem[] {
  return found.flatMap(login =>
    unless(
      company.people.some(person => person.active && person.login === login),
      field,
      `must be logins of active people; found "${login}"`,
    ),
  )
}

function checkApprover(approver: UserApprover | GroupApprover, company: Company): FieldProblem[] {
  const upTo = amount('approvers', approver.upTo)
  if ('login' in approver) return [...upTo, ...logins('approvers', [approver.login], company)]
  const group = findApprovalGroup(company, approver.group)
  if (group === undefined) {
    return [{ field: 'approvers', message: `must name approval groups; found ${approver.group}` }]
  }
  const needed = approver.required ?? 1
  return [
    ...upTo,
    ...unless(
      needed === 'all' || (Number.isInteger(needed) && needed >= 1 && needed <= group.members.length),
      'approvers',
      `must need 1 to ${group.members.length} members of ${group.name}, or all; found ${needed}`,
    ),
  ]
}

function checkPriority({ kind, priority }: ApprovalRule): FieldProblem[] {
  if (kind === 'management_hierarchy') {
    return unless(priority === 50, 'priority', 'must be 50 for the management hierarchy')
  }
  const isAllowed = Number.isInteger(priority) && priority >= 1 && priority <= 99 && priority !== 50
  return unless(
    isAllowed,
    'priority',
    'must be 1 to 49 (before the management hierarchy) or 51 to 99 (after it)',
  )
}

function checkFlow(rule: ApprovalRule): FieldProblem[] {
  const { parallelRequired, escalateAfterHours } = rule
  return [
    ...unless(
      rule.kind === 'approval_chain' || rule.parallelGroup === undefined,
      'parallelGroup',
      'must be empty for the management hierarchy, whose managers are asked one after the other',
    ),
    ...unless(
      parallelRequired === undefined || (Number.isInteger(parallelRequired) && parallelRequired >= 1),
      'parallelRequired',
      'must be a whole number from 1 on',
    ),
    ...unless(
      parallelRequired === undefined || rule.parallelGroup !== undefined,
      'parallelRequired',
      'is only for rules of a parallel group',
    ),
    ...unless(
      escalateAfterHours === undefined || (escalateAfterHours > 0 && escalateAfterHours <= 8_760),
      'escalateAfterHours',
      'must be more than 0 and at most 8760 hours',
    ),
  ]
}

function checkCondition(condition: ApprovalCondition, company: Company): FieldProblem[] {
  const { field, operator, values, customField } = condition
  const names = namesOf(company)[field]
  return [
    ...unless(values.length > 0, 'conditions', `must give a value for ${field}`),
    ...unless(
      operator === 'in' || values.length <= 1,
      'conditions',
      `must give one value for ${operator}; more than one is for in`,
    ),
    ...unless(
      field !== 'custom_field' || (customField ?? '').trim() !== '',
      'conditions',
      'must name the custom field',
    ),
    ...values.flatMap(value =>
      unless(
        names === undefined || names.includes(value),
        'conditions',
        `must name a ${field} of this company; found "${value}"`,
      ),
    ),
  ]
}

/** Undefined where anything may be meant. */
function namesOf(company: Company): Record<ApprovalCondition['field'], readonly string[] | undefined> {
  return {
    department: company.departments,
    commodity: company.commodities.map(({ name }) => name),
    supplier: company.suppliers.map(({ name }) => name),
    account: company.accounts.map(({ name }) => name),
    custom_field: undefined,
  }
}
