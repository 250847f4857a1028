import type { ApprovalRule } from '../../../company/approval-rule.js'
import { CoupaError, type FieldProblem } from '../../../errors.js'
import { type Page, type Redirect, redirect, type Visit } from '../../answer.js'
import { approvalRulePath, paths } from '../../paths.js'
import { readNumber } from '../../read-number.js'
import { EditForm, saving } from '../edit-form.js'
import { setupPage } from '../setup-frame.js'
import { draftOf, type RuleDraft, readRule } from './read-rule.js'
import { RuleFields } from './rule-fields.js'

export function newApprovalRule(visit: Visit): Page {
  const rule = { name: '', kind: 'approval_chain', priority: 60, approvers: [], active: true } as const
  return form(visit, draftOf({ ...rule, approvers: [] }, []))
}

export function editApprovalRule(visit: Visit): Page {
  const { approvalGroups = [] } = visit.coupa.configuration(visit.person.login)
  return form(visit, draftOf(find(visit), approvalGroups))
}

export async function saveApprovalRule(visit: Visit): Promise<Page | Redirect> {
  const { coupa, params, person } = visit
  const { approvalGroups = [] } = coupa.configuration(person.login)
  const id = params.id === undefined ? undefined : readNumber(params.id, 'approval rule')
  const draft = readRule(visit.form, id, approvalGroups)
  if (draft.problems.length > 0) return form(visit, draft, draft.problems)
  return saving({
    save: () => coupa.saveApprovalRule(person.login, draft.rule),
    next: paths.approvalRules,
    again: problems => form(visit, draft, problems),
  })
}

export async function removeApprovalRule(visit: Visit): Promise<Redirect> {
  await visit.coupa.removeApprovalRule(visit.person.login, readNumber(visit.params.id, 'approval rule'))
  return redirect(paths.approvalRules, 'removed')
}

function form({ coupa, person }: Visit, draft: RuleDraft, problems: readonly FieldProblem[] = []): Page {
  const { rule } = draft
  const path = rule.id === undefined ? undefined : approvalRulePath(rule.id)
  return setupPage({
    room: 'approval-rules',
    title: path === undefined ? 'New approval chain' : rule.name || 'Approval chain',
    crumbs: <a href={paths.approvalRules}>Approval Chains</a>,
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <EditForm
        action={path ?? paths.approvalRules}
        cancel={paths.approvalRules}
        problems={problems}
        remove={path && `${path}/remove`}
      >
        <RuleFields draft={draft} company={coupa.configuration(person.login)} problems={problems} />
      </EditForm>
    ),
  })
}

function find({ coupa, person, params }: Visit): ApprovalRule {
  const id = readNumber(params.id, 'approval rule')
  const rule = coupa.configuration(person.login).approvalRules.find(candidate => candidate.id === id)
  if (rule === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no approval rule ${id}`)
  return rule
}
