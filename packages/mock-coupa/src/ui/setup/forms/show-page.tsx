import type { FormField, FormFieldKind, RequestForm } from '../../../company/request-form.js'
import { CoupaError, type FieldProblem } from '../../../errors.js'
import { type Page, type Redirect, redirect, type Visit } from '../../answer.js'
import { CheckField, SelectField, TextField } from '../../elements/field.js'
import type { Fields } from '../../fields.js'
import { paths, requestFormPath } from '../../paths.js'
import { readNumber } from '../../read-number.js'
import { EditForm, saving } from '../edit-form.js'
import { setupPage } from '../setup-frame.js'
import { QuestionFields } from './question-fields.js'

type Draft = Omit<RequestForm, 'id'> & { readonly id?: number }

export function newForm(visit: Visit): Page {
  return editPage(visit, { name: '', description: '', active: true, fields: [] })
}

export function editForm(visit: Visit): Page {
  const id = readNumber(visit.params.id, 'form')
  const { forms = [] } = visit.coupa.configuration(visit.person.login)
  const form = forms.find(candidate => candidate.id === id)
  if (form === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no form ${id}`)
  return editPage(visit, form)
}

export function saveForm(visit: Visit): Promise<Page | Redirect> {
  const { coupa, params } = visit
  const form = {
    ...(params.id === undefined ? {} : { id: readNumber(params.id, 'form') }),
    ...readForm(visit.form),
  }
  return saving({
    save: () => coupa.saveForm(visit.person.login, form),
    next: paths.requestForms,
    again: problems => editPage(visit, form, problems),
  })
}

export async function removeForm({ coupa, person, params }: Visit): Promise<Redirect> {
  await coupa.removeForm(person.login, readNumber(params.id, 'form'))
  return redirect(paths.requestForms, 'removed')
}

function readForm(fields: Fields): Omit<RequestForm, 'id'> {
  const [supplier, commodity, unitPrice, uom] = ['supplier', 'commodity', 'unitPrice', 'uom'].map(name =>
    fields.optional(name),
  )
  return {
    name: fields.text('name'),
    description: fields.text('description'),
    active: fields.isChecked('active'),
    ...(supplier === undefined ? {} : { supplier: readNumber(supplier, 'supplier') }),
    ...(commodity === undefined ? {} : { commodity }),
    ...(unitPrice === undefined ? {} : { unitPrice }),
    ...(uom === undefined ? {} : { uom }),
    fields: readQuestions(fields),
  }
}

/** Row by row as long as there are rows; one without a name is left out. */
function readQuestions(fields: Fields): FormField[] {
  const questions: FormField[] = []
  for (let row = 0; fields.all(`fields.${row}.name`).length > 0; row += 1) {
    const name = fields.text(`fields.${row}.name`)
    const choices = fields.list(`fields.${row}.choices`)
    if (name === '') continue
    questions.push({
      name,
      kind: fields.text(`fields.${row}.kind`) as FormFieldKind,
      required: fields.isChecked(`fields.${row}.required`),
      ...(choices.length === 0 ? {} : { choices }),
    })
  }
  return questions
}

function editPage({ coupa, person }: Visit, form: Draft, problems: readonly FieldProblem[] = []): Page {
  const company = coupa.configuration(person.login)
  const path = form.id === undefined ? undefined : requestFormPath(form.id)
  const commodities = [...new Set(company.commodities.map(({ name }) => name))]
  return setupPage({
    room: 'forms',
    title: path === undefined ? 'New form' : form.name || 'Form',
    crumbs: <a href={paths.requestForms}>Forms</a>,
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <EditForm
        action={path ?? paths.requestForms}
        cancel={paths.requestForms}
        problems={problems}
        remove={path && `${path}/remove`}
      >
        <div class="form-grid">
          <TextField name="name" label="Name" value={form.name} required wide problems={problems} />
          <TextField
            name="description"
            label="Description"
            lines={2}
            value={form.description}
            wide
            problems={problems}
          />
          <SelectField
            name="supplier"
            label="Supplier"
            value={String(form.supplier ?? '')}
            choices={[
              ['', 'A buyer chooses'],
              ...company.suppliers.map(({ id, name }) => [String(id), name] as const),
            ]}
            problems={problems}
          />
          <TextField
            name="unitPrice"
            label={`Price of one in ${company.currency}`}
            value={form.unitPrice ?? ''}
            hint="Empty: a buyer finds out."
            problems={problems}
          />
          <SelectField
            name="commodity"
            label="Commodity"
            value={form.commodity ?? ''}
            choices={[['', 'None'], ...commodities.map(name => [name, name] as const)]}
            problems={problems}
          />
          <SelectField
            name="uom"
            label="Unit of measure"
            value={form.uom ?? ''}
            choices={[
              ['', `The first (${company.uoms[0]})`],
              ...company.uoms.map(code => [code, code] as const),
            ]}
            problems={problems}
          />
          <CheckField
            name="active"
            label="Active"
            isChecked={form.active}
            hint="People find it on the home page."
          />
        </div>
        <QuestionFields fields={form.fields} problems={problems} />
      </EditForm>
    ),
  })
}
