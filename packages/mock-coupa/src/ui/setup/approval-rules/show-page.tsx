import type { ApprovalRule } from '../../../company/company.js'
import { fullName } from '../../../company/people.js'
import { CoupaError, type FieldProblem } from '../../../errors.js'
import { type Page, type Redirect, redirect, type Visit } from '../../answer.js'
import { CheckField, SelectField, TextField } from '../../elements/field.js'
import type { Fields } from '../../fields.js'
import { approvalRulePath, paths } from '../../paths.js'
import { readNumber } from '../../read-number.js'
import { EditForm, saving } from '../edit-form.js'
import { setupPage } from '../setup-frame.js'

type Draft = Omit<ApprovalRule, 'id'> & { readonly id?: number }

export function newApprovalRule(visit: Visit): Page {
  return form(visit, { name: '', kind: 'approval_chain', priority: 60, approvers: [], active: true })
}

export function editApprovalRule(visit: Visit): Page {
  return form(visit, find(visit))
}

export function saveApprovalRule(visit: Visit): Promise<Page | Redirect> {
  const { coupa, params } = visit
  const rule = readRule(
    visit.form,
    params.id === undefined ? undefined : readNumber(params.id, 'approval rule'),
  )
  return saving({
    save: () => coupa.saveApprovalRule(visit.person.login, rule),
    next: paths.approvalRules,
    again: problems => form(visit, rule, problems),
  })
}

export async function removeApprovalRule(visit: Visit): Promise<Redirect> {
  await visit.coupa.removeApprovalRule(visit.person.login, readNumber(visit.params.id, 'approval rule'))
  return redirect(paths.approvalRules, 'removed')
}

function form({ coupa, person }: Visit, rule: Draft, problems: readonly FieldProblem[] = []): Page {
  const { people, currency } = coupa.configuration(person.login)
  const path = rule.id === undefined ? undefined : approvalRulePath(rule.id)
  const logins = people.filter(({ active }) => active).map(one => `${one.login} (${fullName(one)})`)
  return setupPage({
    room: 'approval-rules',
    title: path === undefined ? 'New approval rule' : rule.name || 'Approval rule',
    crumbs: <a href={paths.approvalRules}>Approval rules</a>,
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <EditForm
        action={path ?? paths.approvalRules}
        cancel={paths.approvalRules}
        problems={problems}
        remove={path && `${path}/remove`}
      >
        <div class="form-grid">
          <TextField name="name" label="Name" value={rule.name} required problems={problems} />
          <SelectField
            name="kind"
            label="Kind"
            required
            value={rule.kind}
            choices={[
              ['approval_chain', 'Named approvers'],
              ['management_hierarchy', 'Management hierarchy'],
            ]}
            problems={problems}
          />
          <TextField
            name="priority"
            label="Priority"
            value={Number.isNaN(rule.priority) ? '' : String(rule.priority)}
            required
            hint="1 to 49 before the management hierarchy, 50 for it, 51 to 99 after it."
            problems={problems}
          />
          <TextField
            name="approvers"
            label="Approvers"
            lines={2}
            value={rule.approvers.join('\n')}
            hint={`Logins, one a line, asked in this order: ${logins.join(', ')}`}
            problems={problems}
          />
          <TextField
            name="minTotal"
            label={`From a total of (${currency})`}
            value={rule.minTotal ?? ''}
            problems={problems}
          />
          <TextField
            name="maxTotal"
            label={`Below a total of (${currency})`}
            value={rule.maxTotal ?? ''}
            problems={problems}
          />
          <CheckField name="active" label="Active" isChecked={rule.active} wide />
        </div>
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

function readRule(fields: Fields, id: number | undefined): Draft {
  const minTotal = fields.optional('minTotal')
  const maxTotal = fields.optional('maxTotal')
  const kind = fields.text('kind') === 'management_hierarchy' ? 'management_hierarchy' : 'approval_chain'
  return {
    ...(id === undefined ? {} : { id }),
    name: fields.text('name'),
    kind,
    priority: Number(fields.text('priority') || Number.NaN),
    approvers: kind === 'management_hierarchy' ? [] : fields.list('approvers'),
    active: fields.isChecked('active'),
    ...(minTotal === undefined ? {} : { minTotal }),
    ...(maxTotal === undefined ? {} : { maxTotal }),
  }
}
