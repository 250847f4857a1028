import { compareDecimals } from '@punchloop/sdk/cxml'
import type { ApprovalCondition, ApprovalRule } from '../company/approval-rule.js'

type CustomFields = Readonly<Record<string, unknown>>

/** What rules look at. A requisition is one. */
export interface RuleSubject {
  readonly total: string
  /** Absent: the requester's own. */
  readonly department?: string
  readonly customFields?: CustomFields
  readonly lines?: readonly {
    readonly commodity?: string
    readonly account?: string
    readonly supplier?: { readonly name: string }
    readonly customFields?: CustomFields
  }[]
}

/** What stands for a value that the document does not give itself. */
export interface Defaults {
  readonly department: string
  readonly account: string
}

/** Switched on, from `minTotal` on, below `maxTotal`, and every condition holds. */
export function appliesTo(rule: ApprovalRule, subject: RuleSubject, defaults: Defaults): boolean {
  const { total } = subject
  return (
    rule.active &&
    (rule.minTotal === undefined || compareDecimals(total, rule.minTotal) >= 0) &&
    (rule.maxTotal === undefined || compareDecimals(total, rule.maxTotal) < 0) &&
    (rule.conditions ?? []).every(condition => holds(condition, subject, defaults))
  )
}

function holds(condition: ApprovalCondition, subject: RuleSubject, defaults: Defaults): boolean {
  const found = valuesOf(condition, subject, defaults)
  const isFound = condition.values.some(value => found.includes(value))
  return condition.operator === 'is_not' ? !isFound : isFound
}

function valuesOf(
  { field, customField }: ApprovalCondition,
  { department, customFields, lines = [] }: RuleSubject,
  defaults: Defaults,
): readonly string[] {
  switch (field) {
    case 'department':
      return [department ?? defaults.department]
    case 'commodity':
      return lines.flatMap(line => line.commodity ?? [])
    case 'supplier':
      return lines.flatMap(line => line.supplier?.name ?? [])
    case 'account':
      return lines.map(line => line.account ?? defaults.account)
    case 'custom_field':
      return [customFields, ...lines.map(line => line.customFields)].flatMap(fields =>
        textOf(fields?.[customField ?? '']),
      )
  }
}

/** A lookup value is known by its name. */
function textOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return [String(value)]
  if (typeof value !== 'object' || value === null || !('name' in value)) return []
  return typeof value.name === 'string' ? [value.name] : []
}
