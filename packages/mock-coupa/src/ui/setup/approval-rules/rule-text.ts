import { approversOfRule } from '../../../company/approval-groups.js'
import type {
  ApprovalCondition,
  ApprovalGroup,
  ApprovalRule,
  RuleApprover,
} from '../../../company/approval-rule.js'
import type { FieldProblem } from '../../../errors.js'

/** What stands in a text box, one a line, and what is wrong with it. */
export interface ReadLines<T> {
  readonly values: T[]
  readonly problems: readonly FieldProblem[]
}

/** `fiona`, `fiona up to 5000`, `group Buyers: 2`, `group Buyers: all up to 5000`. */
export function readApprovers(text: string, groups: readonly ApprovalGroup[]): ReadLines<RuleApprover> {
  return readEach(text.split(/[\n,]/), line => {
    const [, name, required, upTo] =
      /^group\s+(.+?)(?::\s*(all|\d+))?(?:\s+up to\s+(\S+))?$/i.exec(line) ?? []
    const limit = (amount: string | undefined) => (amount === undefined ? {} : { upTo: amount })
    if (name !== undefined) {
      const group = groups.find(one => one.name.toLowerCase() === name.toLowerCase())
      if (group === undefined) return problem('approvers', `there is no approval group "${name}"`)
      const needed = required === undefined ? {} : { required: numberOrAll(required) }
      return { group: group.id, ...needed, ...limit(upTo) }
    }
    const [, login, amount] = /^(\S+)(?:\s+up to\s+(\S+))?$/i.exec(line) ?? []
    if (login === undefined)
      return problem('approvers', `"${line}" is neither a login nor a group such as "group Buyers: 2"`)
    return amount === undefined ? login : { login, ...limit(amount) }
  })
}

function numberOrAll(text: string): number | 'all' {
  return text.toLowerCase() === 'all' ? 'all' : Number(text)
}

export function writeApprovers(
  rule: Pick<ApprovalRule, 'approvers'>,
  groups: readonly ApprovalGroup[],
): string {
  return approversOfRule(rule)
    .map(approver => {
      const limit = approver.upTo === undefined ? '' : ` up to ${approver.upTo}`
      if ('login' in approver) return `${approver.login}${limit}`
      const name = groups.find(({ id }) => id === approver.group)?.name ?? approver.group
      return `group ${name}${approver.required === undefined ? '' : `: ${approver.required}`}${limit}`
    })
    .join('\n')
}

/** `department is Finance`, `supplier is not Acme`, `custom field Region in EU, US`. */
export function readConditions(text: string): ReadLines<ApprovalCondition> {
  return readEach(text.split('\n'), line => {
    const [, field, customField, operator, value] =
      /^(department|commodity|supplier|account|custom field\s+(.+?))\s+(is not|is|in)\s+(.+)$/i.exec(line) ??
      []
    const known = fieldNames.find(name => field?.toLowerCase().startsWith(name.replace('_', ' ')))
    if (known === undefined || operator === undefined || value === undefined) {
      return problem('conditions', `"${line}" is not a condition such as "department is Finance"`)
    }
    const word = operators.find(one => one.replace('_', ' ') === operator.toLowerCase()) ?? 'is'
    const values = word === 'in' ? value.split(',').map(part => part.trim()) : [value.trim()]
    return { field: known, ...(customField === undefined ? {} : { customField }), operator: word, values }
  })
}

const fieldNames = ['department', 'commodity', 'supplier', 'account', 'custom_field'] as const
const operators = ['is_not', 'is', 'in'] as const

export function writeConditions(conditions: readonly ApprovalCondition[]): string {
  return conditions
    .map(({ field, customField, operator, values }) =>
      [field, customField, operator]
        .filter(part => part !== undefined)
        .map(part => (part === customField ? part : part.replace('_', ' ')))
        .concat(values.join(', '))
        .join(' '),
    )
    .join('\n')
}

interface Problem {
  readonly problem: FieldProblem
}

function problem(field: string, message: string): Problem {
  return { problem: { field, message } }
}

function readEach<T extends string | object>(
  lines: readonly string[],
  read: (line: string) => T | Problem,
): ReadLines<T> {
  const values: T[] = []
  const problems: FieldProblem[] = []
  for (const line of lines.map(one => one.trim()).filter(one => one !== '')) {
    const found = read(line)
    if (isProblem(found)) problems.push(found.problem)
    else values.push(found)
  }
  return { values, problems }
}

function isProblem(found: unknown): found is Problem {
  return typeof found === 'object' && found !== null && 'problem' in found
}
