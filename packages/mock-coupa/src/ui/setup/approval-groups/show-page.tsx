import type { ApprovalGroup } from '../../../company/approval-rule.js'
import { fullName } from '../../../company/people.js'
import { CoupaError, type FieldProblem } from '../../../errors.js'
import { type Page, type Redirect, redirect, type Visit } from '../../answer.js'
import { TextField } from '../../elements/field.js'
import { approvalGroupPath, paths } from '../../paths.js'
import { readNumber } from '../../read-number.js'
import { EditForm, saving } from '../edit-form.js'
import { setupPage } from '../setup-frame.js'

type Draft = Omit<ApprovalGroup, 'id'> & { readonly id?: number }

export function newApprovalGroup(visit: Visit): Page {
  return form(visit, { name: '', members: [] })
}

export function editApprovalGroup(visit: Visit): Page {
  const id = readNumber(visit.params.id, 'approval group')
  const groups = visit.coupa.configuration(visit.person.login).approvalGroups ?? []
  const group = groups.find(candidate => candidate.id === id)
  if (group === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no approval group ${id}`)
  return form(visit, group)
}

export function saveApprovalGroup(visit: Visit): Promise<Page | Redirect> {
  const { coupa, params, form: fields } = visit
  const group = {
    ...(params.id === undefined ? {} : { id: readNumber(params.id, 'approval group') }),
    name: fields.text('name'),
    members: fields.list('members'),
  }
  return saving({
    save: () => coupa.saveApprovalGroup(visit.person.login, group),
    next: paths.approvalGroups,
    again: problems => form(visit, group, problems),
  })
}

export async function removeApprovalGroup(visit: Visit): Promise<Page | Redirect> {
  const id = readNumber(visit.params.id, 'approval group')
  try {
    await visit.coupa.removeApprovalGroup(visit.person.login, id)
    return redirect(paths.approvalGroups, 'removed')
  } catch (error) {
    if (!(error instanceof CoupaError) || error.fields.length === 0) throw error
    const message = `Approval group ${id} is used by an approval chain: change that first`
    throw new CoupaError('ERR_COUPA_CONFLICT', message, { cause: error })
  }
}

function form({ coupa, person }: Visit, group: Draft, problems: readonly FieldProblem[] = []): Page {
  const { people } = coupa.configuration(person.login)
  const path = group.id === undefined ? undefined : approvalGroupPath(group.id)
  const logins = people.filter(({ active }) => active).map(one => `${one.login} (${fullName(one)})`)
  return setupPage({
    room: 'approval-groups',
    title: path === undefined ? 'New approval group' : group.name || 'Approval group',
    crumbs: <a href={paths.approvalGroups}>Approval Groups</a>,
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <EditForm
        action={path ?? paths.approvalGroups}
        cancel={paths.approvalGroups}
        problems={problems}
        remove={path && `${path}/remove`}
      >
        <div class="form-grid">
          <TextField name="name" label="Name" value={group.name} required problems={problems} />
          <TextField
            name="members"
            label="Members"
            lines={4}
            value={group.members.join('\n')}
            required
            hint={`Logins, one a line: ${logins.join(', ')}`}
            problems={problems}
          />
        </div>
      </EditForm>
    ),
  })
}
