import type { User } from '../../../company/company.js'
import { fullName } from '../../../company/people.js'
import { CoupaError, type FieldProblem } from '../../../errors.js'
import { type Page, type Redirect, redirect, type Visit } from '../../answer.js'
import type { Fields } from '../../fields.js'
import { paths, personPath } from '../../paths.js'
import { EditForm, saving } from '../edit-form.js'
import { setupPage } from '../setup-frame.js'
import { limitsOfDocuments, PersonFields } from './person-fields.js'

const nobody: User = {
  login: '',
  firstName: '',
  lastName: '',
  email: '',
  title: '',
  department: '',
  administrator: false,
  active: true,
  address: '',
  account: '',
}

export function newPerson(visit: Visit): Page {
  const { addresses, accounts } = visit.coupa.configuration(visit.person.login)
  return form(visit, {
    person: { ...nobody, address: addresses[0]?.code ?? '', account: accounts[0]?.name ?? '' },
    isNew: true,
  })
}

export function editPerson(visit: Visit): Page {
  return form(visit, { person: find(visit, visit.params.login ?? ''), isNew: false })
}

export function savePerson(visit: Visit): Promise<Page | Redirect> {
  const { coupa, params } = visit
  const isNew = params.login === undefined
  const person = readPerson(visit.form, params.login ?? visit.form.text('login'))
  return saving({
    save: async () => {
      if (isNew) assertFree(visit, person.login)
      else find(visit, person.login)
      await coupa.savePerson(visit.person.login, person)
    },
    next: paths.people,
    again: problems => form(visit, { person, isNew, problems }),
  })
}

export async function removePerson(visit: Visit): Promise<Page | Redirect> {
  const person = find(visit, visit.params.login ?? '')
  try {
    await visit.coupa.removePerson(visit.person.login, person.login)
    return redirect(paths.people, 'removed')
  } catch (error) {
    if (!(error instanceof CoupaError) || error.fields.length === 0) throw error
    return form(visit, { person, isNew: false, problems: error.fields })
  }
}

function form(
  { coupa, person: administrator }: Visit,
  shown: { readonly person: User; readonly isNew: boolean; readonly problems?: readonly FieldProblem[] },
): Page {
  const { person, isNew, problems = [] } = shown
  return setupPage({
    room: 'people',
    title: isNew ? 'New person' : fullName(person),
    crumbs: <a href={paths.people}>People</a>,
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <EditForm
        action={isNew ? paths.people : personPath(person.login)}
        cancel={paths.people}
        problems={problems}
        remove={
          isNew || person.login === administrator.login ? undefined : `${personPath(person.login)}/remove`
        }
      >
        <PersonFields
          person={person}
          company={coupa.configuration(administrator.login)}
          isNew={isNew}
          problems={problems}
        />
      </EditForm>
    ),
  })
}

function find({ coupa, person }: Visit, login: string): User {
  const found = coupa.configuration(person.login).people.find(candidate => candidate.login === login)
  if (found === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', 'There is no such person')
  return found
}

/** Saving a login that exists would overwrite somebody else. */
function assertFree({ coupa, person }: Visit, login: string): void {
  if (!coupa.configuration(person.login).people.some(candidate => candidate.login === login)) return
  const message = `"${login}" is taken`
  throw new CoupaError('ERR_COUPA_INVALID', `login: ${message}`, { fields: [{ field: 'login', message }] })
}

function readPerson(fields: Fields, login: string): User {
  const manager = fields.optional('manager')
  const approvalLimit = fields.optional('approvalLimit')
  const selfApprovalLimit = fields.optional('selfApprovalLimit')
  return {
    login,
    firstName: fields.text('firstName'),
    lastName: fields.text('lastName'),
    email: fields.text('email'),
    title: fields.text('title'),
    department: fields.text('department'),
    administrator: fields.isChecked('administrator'),
    active: fields.isChecked('active'),
    address: fields.text('address'),
    account: fields.text('account'),
    ...(manager === undefined ? {} : { manager }),
    ...(approvalLimit === undefined ? {} : { approvalLimit }),
    ...(selfApprovalLimit === undefined ? {} : { selfApprovalLimit }),
    ...Object.fromEntries(
      limitsOfDocuments.flatMap(([name]) => {
        const limit = fields.optional(name)
        return limit === undefined ? [] : [[name, limit]]
      }),
    ),
  }
}
