import { CoupaError, type FieldProblem } from '../../errors.js'
import type { FreeFormRequest } from '../../requisitions/free-form.js'
import { type Page, page, type Redirect, redirect, type Visit } from '../answer.js'
import { Csrf } from '../elements/csrf.js'
import { SelectField, TextField } from '../elements/field.js'
import { PageHead } from '../elements/page-head.js'
import type { Fields } from '../fields.js'
import { paths } from '../paths.js'
import { AddToCart } from './add-to-cart.js'

/** Behind the pen: something that no catalogue has. */
export function newFreeForm(visit: Visit): Page {
  return form(visit, { description: visit.query.get('description') ?? '', quantity: '1', unitPrice: '' }, [])
}

export function addFreeForm(visit: Visit): Page | Redirect {
  const request = readRequest(visit.form)
  try {
    visit.coupa.addFreeForm(visit.person.login, request)
    return redirect(paths.cart, 'item-added')
  } catch (error) {
    if (error instanceof CoupaError && error.fields.length > 0) return form(visit, request, error.fields)
    throw error
  }
}

function readRequest(fields: Fields): FreeFormRequest {
  const [supplier, commodity, uom] = ['supplier', 'commodity', 'uom'].map(name => fields.optional(name))
  return {
    description: fields.text('description'),
    quantity: fields.text('quantity'),
    unitPrice: fields.text('unitPrice'),
    ...(supplier === undefined ? {} : { supplier: Number(supplier) }),
    ...(commodity === undefined ? {} : { commodity }),
    ...(uom === undefined ? {} : { uom }),
  }
}

function form(visit: Visit, request: FreeFormRequest, problems: readonly FieldProblem[]): Page {
  const choices = visit.coupa.freeFormChoices(visit.person.login)
  return page({
    title: 'Request something else',
    section: 'requests',
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <>
        <PageHead
          title="Request something else"
          lead="Say in your own words what you need. Without a price or a supplier, a buyer completes it."
        />
        <form class="card form" method="post" action={paths.freeForm} novalidate>
          <Csrf />
          <div class="form-grid">
            <TextField
              name="description"
              label="Description"
              value={request.description}
              required
              wide
              problems={problems}
            />
            <TextField
              name="quantity"
              label="Quantity"
              value={request.quantity}
              required
              problems={problems}
            />
            <SelectField
              name="uom"
              label="Unit of measure"
              required
              value={request.uom ?? ''}
              choices={choices.uoms.map(code => [code, code] as const)}
              problems={problems}
            />
            <TextField
              name="unitPrice"
              label={`Price in ${choices.currency}`}
              value={request.unitPrice}
              hint="Of one."
              problems={problems}
            />
            <SelectField
              name="supplier"
              label="Supplier"
              value={String(request.supplier ?? '')}
              choices={[
                ['', 'The buyer chooses'],
                ...choices.suppliers.map(({ id, name }) => [String(id), name] as const),
              ]}
              problems={problems}
            />
            <SelectField
              name="commodity"
              label="Commodity"
              value={request.commodity ?? ''}
              choices={[['', 'None'], ...choices.commodities.map(name => [name, name] as const)]}
              problems={problems}
            />
          </div>
          <AddToCart />
        </form>
      </>
    ),
  })
}
