import {
  type ApprovalGroup,
  type ApprovalRule,
  approvalDocumentTypes,
  approvalRuleKinds,
} from '../../../company/approval-rule.js'
import type { FieldProblem } from '../../../errors.js'
import type { Fields } from '../../fields.js'
import { readApprovers, readConditions, writeApprovers, writeConditions } from './rule-text.js'

/** A chain as its form has it. */
export interface RuleDraft {
  readonly rule: Omit<ApprovalRule, 'id'> & { readonly id?: number }
  /** The boxes with one thing a line, as somebody typed them. */
  readonly texts: { readonly approvers: string; readonly conditions: string }
}

export function draftOf(rule: RuleDraft['rule'], groups: readonly ApprovalGroup[]): RuleDraft {
  const texts = {
    approvers: writeApprovers(rule, groups),
    conditions: writeConditions(rule.conditions ?? []),
  }
  return { rule, texts }
}

/** What is left empty is left out. */
export function readRule(
  fields: Fields,
  id: number | undefined,
  groups: readonly ApprovalGroup[],
): RuleDraft & { readonly problems: readonly FieldProblem[] } {
  const kind = approvalRuleKinds.find(known => known === fields.text('kind')) ?? 'approval_chain'
  const approvers = readApprovers(kind === 'approval_chain' ? fields.text('approvers') : '', groups)
  const conditions = readConditions(fields.text('conditions'))
  const watchers = fields.list('watchers')
  const minTotal = fields.optional('minTotal')
  const maxTotal = fields.optional('maxTotal')
  const parallelGroup = fields.optional('parallelGroup')
  const parallelRequired = fields.optional('parallelRequired')
  const escalateAfterHours = fields.optional('escalateAfterHours')
  const documentType = approvalDocumentTypes.find(known => known === fields.text('documentType'))
  const message = kind === 'blocking' || kind === 'warning' ? fields.optional('message') : undefined
  return {
    rule: {
      ...(id === undefined ? {} : { id }),
      name: fields.text('name'),
      kind,
      ...(documentType === undefined || documentType === 'requisition' ? {} : { documentType }),
      ...(message === undefined ? {} : { message }),
      priority: Number(fields.text('priority') || Number.NaN),
      approvers: approvers.values,
      skipIfApproved: fields.isChecked('skipIfApproved'),
      skipIfRequester: fields.isChecked('skipIfRequester'),
      active: fields.isChecked('active'),
      ...(conditions.values.length === 0 ? {} : { conditions: conditions.values }),
      ...(watchers.length === 0 ? {} : { watchers }),
      ...(minTotal === undefined ? {} : { minTotal }),
      ...(maxTotal === undefined ? {} : { maxTotal }),
      ...(parallelGroup === undefined ? {} : { parallelGroup }),
      ...(parallelRequired === undefined ? {} : { parallelRequired: Number(parallelRequired) }),
      ...(escalateAfterHours === undefined ? {} : { escalateAfterHours: Number(escalateAfterHours) }),
    },
    texts: { approvers: fields.text('approvers'), conditions: fields.text('conditions') },
    problems: [...approvers.problems, ...conditions.problems],
  }
}
