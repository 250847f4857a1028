import type { ApiFilter } from '../../../company/api-filter.js'
import { CoupaError, type FieldProblem } from '../../../errors.js'
import { objects } from '../../../rest/objects.js'
import { type Page, type Redirect, redirect, type Visit } from '../../answer.js'
import { CheckField, SelectField, TextField } from '../../elements/field.js'
import { apiFilterPath, paths } from '../../paths.js'
import { EditForm, saving } from '../edit-form.js'
import { setupPage } from '../setup-frame.js'

export function newApiFilter(visit: Visit): Page {
  return form(visit, { name: '', resource: 'purchase_orders', fields: '["id"]' })
}

export function editApiFilter(visit: Visit): Page {
  const { apiFilters = [] } = visit.coupa.configuration(visit.person.login)
  const filter = apiFilters.find(({ name }) => name === visit.params.name)
  if (filter === undefined) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no API filter "${visit.params.name}"`)
  }
  return form(visit, filter)
}

export function saveApiFilter(visit: Visit): Promise<Page | Redirect> {
  const { coupa, person, params, form: fields } = visit
  const description = fields.optional('description')
  const filter: ApiFilter = {
    name: fields.text('name'),
    ...(description === undefined ? {} : { description }),
    resource: fields.text('resource'),
    fields: fields.text('fields'),
    ...(fields.isChecked('isDefault') ? { isDefault: true } : {}),
  }
  return saving({
    save: () => coupa.saveApiFilter(person.login, filter, params.name),
    next: paths.apiFilters,
    again: problems => form(visit, filter, problems),
  })
}

export async function removeApiFilter({ coupa, person, params }: Visit): Promise<Redirect> {
  await coupa.removeApiFilter(person.login, params.name ?? '')
  return redirect(paths.apiFilters, 'removed')
}

function form({ params }: Visit, filter: ApiFilter, problems: readonly FieldProblem[] = []): Page {
  const path = params.name === undefined ? undefined : apiFilterPath(params.name)
  const resources = objects.flatMap(object =>
    object.path === undefined ? [] : [[object.path, object.title] as const],
  )
  return setupPage({
    room: 'api-filters',
    title: path === undefined ? 'New API filter' : filter.name || 'API filter',
    crumbs: <a href={paths.apiFilters}>API Filters</a>,
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <EditForm
        action={path ?? paths.apiFilters}
        cancel={paths.apiFilters}
        problems={problems}
        remove={path && `${path}/remove`}
      >
        <div class="form-grid">
          <TextField name="name" label="Name" value={filter.name} required problems={problems} />
          <SelectField
            name="resource"
            label="Resource"
            required
            value={filter.resource}
            choices={resources}
            problems={problems}
          />
          <TextField
            name="description"
            label="Description"
            value={filter.description ?? ''}
            wide
            problems={problems}
          />
          <TextField
            name="fields"
            label="Filter"
            lines={8}
            required
            wide
            value={filter.fields}
            hint={'A list of names in JSON, such as ["id",{"supplier":["name"]},{"custom_fields":{}}].'}
            problems={problems}
          />
          <CheckField
            name="isDefault"
            label="Default"
            isChecked={filter.isDefault ?? false}
            hint="Taken where a request names no filter and no fields."
            problems={problems}
          />
        </div>
      </EditForm>
    ),
  })
}
