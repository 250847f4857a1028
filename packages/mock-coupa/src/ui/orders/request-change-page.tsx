import type { LineChange } from '../../change-orders/change-order.js'
import { CoupaError, type FieldProblem } from '../../errors.js'
import type { PurchaseOrderView } from '../../orders.js'
import type { PurchaseOrderLine } from '../../purchase-orders/purchase-order.js'
import { type Page, page, type Redirect, redirect, type Visit } from '../answer.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { CheckField, TextField } from '../elements/field.js'
import { Notice } from '../elements/notice.js'
import { PageHead } from '../elements/page-head.js'
import type { Fields } from '../fields.js'
import { orderPath } from '../paths.js'

/** Coupa's Request Change: the lines as they are, to be written over. */
export function showRequestChange({ coupa, person, params }: Visit): Page {
  return changePage(coupa.purchaseOrder(person.login, params.number ?? ''))
}

export function requestChange({ coupa, person, params, form }: Visit): Page | Redirect {
  const order = coupa.purchaseOrder(person.login, params.number ?? '')
  const justification = form.optional('justification')
  try {
    coupa.requestChange(person.login, {
      purchaseOrder: order.number,
      ...(justification === undefined ? {} : { justification }),
      cancel: form.isChecked('cancel'),
      lines: [...order.lines.flatMap(line => readChange(form, line)), ...readAdded(form)],
    })
    return redirect(orderPath(order.number), 'change-requested')
  } catch (error) {
    if (!(error instanceof CoupaError) || error.fields.length === 0) throw error
    return changePage(order, { form, problems: error.fields, message: error.message })
  }
}

/** Only what was written over is a change. */
function readChange(form: Fields, line: PurchaseOrderLine): LineChange[] {
  const name = `line-${line.id}`
  if (form.isChecked(`${name}-delete`)) return [{ kind: 'delete', orderLine: line.id }]
  const needBy = form.text(`${name}-needBy`)
  const change = {
    ...changed(line, 'description', form.text(`${name}-description`)),
    ...changed(line, 'quantity', form.text(`${name}-quantity`)),
    ...changed(line, 'unitPrice', form.text(`${name}-unitPrice`)),
    ...(needBy === '' || needBy === dayOf(line) ? {} : { needByDate: noonOf(needBy) }),
  }
  return Object.keys(change).length === 0 ? [] : [{ kind: 'change', orderLine: line.id, ...change }]
}

function changed(line: PurchaseOrderLine, field: 'description' | 'quantity' | 'unitPrice', text: string) {
  return text === '' || text === line[field] ? {} : { [field]: text }
}

function readAdded(form: Fields): LineChange[] {
  const description = form.text('new-description')
  if (description === '') return []
  const needBy = form.text('new-needBy')
  return [
    {
      kind: 'add',
      description,
      sourcePartNum: form.text('new-partNumber'),
      quantity: form.text('new-quantity'),
      unitPrice: form.text('new-unitPrice'),
      uom: form.text('new-uom'),
      ...(needBy === '' ? {} : { needByDate: noonOf(needBy) }),
    },
  ]
}

/** Noon, so that it is the same day by the company's clock. */
function noonOf(day: string): Date {
  const date = new Date(`${day}T12:00:00Z`)
  if (!Number.isNaN(date.getTime())) return date
  throw new CoupaError('ERR_COUPA_INVALID', 'A need-by date must be a day such as 2026-04-01')
}

const dayOf = ({ needByDate }: PurchaseOrderLine) => needByDate?.toISOString().slice(0, 10) ?? ''

interface Attempt {
  readonly form: Fields
  readonly problems: readonly FieldProblem[]
  readonly message: string
}

function changePage(order: PurchaseOrderView, attempt?: Attempt): Page {
  const typed = (name: string, otherwise: string) => attempt?.form.text(name) ?? otherwise
  return page({
    title: `Change purchase order ${order.number}`,
    section: 'orders',
    ...(attempt === undefined ? {} : { status: 422 }),
    body: (
      <>
        <PageHead
          title="Request Change"
          crumbs={<a href={orderPath(order.number)}>Purchase order {order.number}</a>}
        />
        {attempt !== undefined && <Notice tone="bad">{attempt.message}</Notice>}
        <form class="form" method="post" action={`${orderPath(order.number)}/changes`}>
          <Csrf />
          {order.lines.map(line => (
            <LineFields line={line} typed={typed} />
          ))}
          <AddedFields typed={typed} />
          <Card title="Why" id="why">
            <div class="form">
              <TextField
                name="justification"
                label="Justification"
                lines={3}
                value={typed('justification', '')}
              />
              <CheckField
                name="cancel"
                label="Cancel the whole order"
                isChecked={attempt?.form.isChecked('cancel') ?? false}
                hint="Then nothing else is changed."
              />
              <button class="button button-main" type="submit">
                Submit for Approval
              </button>
            </div>
          </Card>
        </form>
      </>
    ),
  })
}

type Typed = (name: string, otherwise: string) => string

function LineFields({ line, typed }: { readonly line: PurchaseOrderLine; readonly typed: Typed }) {
  const name = `line-${line.id}`
  const field = (key: string, label: string, value: string) => (
    <TextField
      name={`${name}-${key}`}
      label={`${label} of line ${line.lineNum}`}
      value={typed(`${name}-${key}`, value)}
      required
    />
  )
  return (
    <Card title={`Line ${line.lineNum}`} id={name}>
      <div class="form-grid">
        {field('description', 'Description', line.description)}
        {field('quantity', 'Quantity', line.quantity)}
        {field('unitPrice', 'Price', line.unitPrice)}
        <TextField
          name={`${name}-needBy`}
          label={`Need-by date of line ${line.lineNum}`}
          type="date"
          value={typed(`${name}-needBy`, dayOf(line))}
        />
        <CheckField name={`${name}-delete`} label={`Delete line ${line.lineNum}`} isChecked={false} wide />
      </div>
    </Card>
  )
}

function AddedFields({ typed }: { readonly typed: Typed }) {
  const field = (key: string, label: string, value = '') => (
    <TextField name={`new-${key}`} label={label} value={typed(`new-${key}`, value)} />
  )
  return (
    <Card title="New line" id="new-line">
      <div class="form-grid">
        {field('description', 'Description')}
        {field('partNumber', 'Part number')}
        {field('quantity', 'Quantity', '1')}
        {field('unitPrice', 'Price')}
        {field('uom', 'Unit of measure', 'EA')}
        <TextField name="new-needBy" label="Need-by date" type="date" value={typed('new-needBy', '')} />
      </div>
    </Card>
  )
}
