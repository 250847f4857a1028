import type { ApiClient } from '../../../company/company.js'
import { fullName } from '../../../company/people.js'
import { CoupaError, type FieldProblem } from '../../../errors.js'
import { type Page, type Redirect, redirect, type Visit } from '../../answer.js'
import { SecretField, SelectField, TextField } from '../../elements/field.js'
import { apiClientPath, paths } from '../../paths.js'
import { EditForm, saving } from '../edit-form.js'
import { setupPage } from '../setup-frame.js'

const empty: ApiClient = { name: '', identifier: '', secret: '', scopes: ['core.all'], login: '' }

export function newApiClient(visit: Visit): Page {
  return form(visit, { client: { ...empty, login: visit.person.login }, isNew: true })
}

export function editApiClient(visit: Visit): Page {
  return form(visit, { client: find(visit), isNew: false })
}

export function saveApiClient(visit: Visit): Promise<Page | Redirect> {
  const { form: fields, params } = visit
  const isNew = params.identifier === undefined
  const client: ApiClient = {
    name: fields.text('name'),
    identifier: params.identifier ?? fields.text('identifier'),
    secret: fields.text('secret'),
    scopes: [...fields.list('scopes')],
    login: fields.text('login'),
  }
  return saving({
    save: () => visit.coupa.saveApiClient(visit.person.login, client),
    next: paths.apiClients,
    again: problems => form(visit, { client, isNew }, problems),
  })
}

export async function removeApiClient({ coupa, person, params }: Visit): Promise<Redirect> {
  await coupa.removeApiClient(person.login, params.identifier ?? '')
  return redirect(paths.apiClients, 'removed')
}

function form(
  { coupa, person }: Visit,
  { client, isNew }: { readonly client: ApiClient; readonly isNew: boolean },
  problems: readonly FieldProblem[] = [],
): Page {
  const people = coupa.configuration(person.login).people.filter(({ active }) => active)
  const path = apiClientPath(client.identifier)
  return setupPage({
    room: 'api-clients',
    title: isNew ? 'New OAuth2 client' : client.name || 'OAuth2 client',
    crumbs: <a href={paths.apiClients}>OAuth2 clients</a>,
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <EditForm
        action={isNew ? paths.apiClients : path}
        cancel={paths.apiClients}
        problems={problems}
        remove={isNew ? undefined : `${path}/remove`}
      >
        <div class="form-grid">
          <TextField name="name" label="Name" value={client.name} required problems={problems} />
          <TextField
            name="identifier"
            label="Identifier"
            value={client.identifier}
            required
            readOnly={!isNew}
            hint="client_id"
            problems={problems}
          />
          <SecretField
            name="secret"
            label="Secret"
            required
            isSet={!isNew}
            hint="client_secret"
            problems={problems}
          />
          <SelectField
            name="login"
            label="Acts as"
            required
            value={client.login}
            choices={people.map(one => [one.login, fullName(one)] as const)}
            problems={problems}
          />
          <TextField
            name="scopes"
            label="Scopes"
            lines={6}
            required
            wide
            value={client.scopes.join('\n')}
            hint="One a line, such as core.requisition.read; core.all is every one."
            problems={problems}
          />
        </div>
      </EditForm>
    ),
  })
}

function find({ coupa, person, params }: Visit): ApiClient {
  const { apiClients = [] } = coupa.configuration(person.login)
  const client = apiClients.find(({ identifier }) => identifier === params.identifier)
  if (client === undefined) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no API client "${params.identifier}"`)
  }
  return client
}
