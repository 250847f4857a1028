import type { FormField, RequestForm } from '../../company/request-form.js'
import { CoupaError, type FieldProblem } from '../../errors.js'
import { type Page, page, type Redirect, redirect, type Visit } from '../answer.js'
import { Csrf } from '../elements/csrf.js'
import { SelectField, TextField } from '../elements/field.js'
import { formatMoney } from '../elements/money.js'
import { PageHead } from '../elements/page-head.js'
import { formPath, paths } from '../paths.js'
import { readNumber } from '../read-number.js'
import { AddToCart } from '../requisitions/add-to-cart.js'

/** What was typed so far. Answers are called `answers[0]` after the place of their question. */
interface Typed {
  readonly quantity: string
  readonly answers: readonly string[]
  readonly problems: readonly FieldProblem[]
}

export function showForm(visit: Visit): Page {
  return formPage(visit, formOf(visit), { quantity: '1', answers: [], problems: [] })
}

export function sendForm(visit: Visit): Page | Redirect {
  const form = formOf(visit)
  const quantity = visit.form.text('quantity')
  const answers = form.fields.map((_, index) => visit.form.text(`answers[${index}]`))
  try {
    visit.coupa.fillForm(visit.person.login, {
      form: form.id,
      quantity,
      answers: Object.fromEntries(form.fields.map(({ name }, index) => [name, answers[index] ?? ''])),
    })
    return redirect(paths.cart, 'item-added')
  } catch (error) {
    if (!(error instanceof CoupaError) || error.fields.length === 0) throw error
    return formPage(visit, form, { quantity, answers, problems: error.fields })
  }
}

function formOf({ coupa, person, params }: Visit): RequestForm {
  return coupa.form(person.login, readNumber(params.id, 'form'))
}

function formPage({ coupa, person }: Visit, form: RequestForm, typed: Typed): Page {
  const { currency } = coupa.freeFormChoices(person.login)
  return page({
    title: form.name,
    section: 'requests',
    ...(typed.problems.length === 0 ? {} : { status: 422 }),
    body: (
      <>
        <PageHead title={form.name} lead={form.description}>
          {form.unitPrice !== undefined && <span class="price">{formatMoney(form.unitPrice, currency)}</span>}
        </PageHead>
        <form class="card form" method="post" action={formPath(form.id)} novalidate>
          <Csrf />
          {form.fields.map((field, index) => (
            <Question field={field} index={index} typed={typed} />
          ))}
          <TextField
            name="quantity"
            label="Quantity"
            value={typed.quantity}
            required
            problems={typed.problems}
          />
          <AddToCart />
        </form>
      </>
    ),
  })
}

function Question(props: { readonly field: FormField; readonly index: number; readonly typed: Typed }) {
  const { field, index, typed } = props
  const shared = {
    name: `answers[${index}]`,
    label: field.name,
    value: typed.answers[index] ?? '',
    required: field.required,
    problems: typed.problems,
  }
  if (field.kind === 'choice') {
    return (
      <SelectField
        {...shared}
        choices={[['', 'Please choose'], ...(field.choices ?? []).map(choice => [choice, choice] as const)]}
      />
    )
  }
  if (field.kind === 'long_text') return <TextField {...shared} lines={4} />
  return <TextField {...shared} type={field.kind === 'date' ? 'date' : 'text'} />
}
