import { compareDecimals } from '@punchloop/sdk/cxml'
import { CoupaError, type FieldProblem } from '../../errors.js'
import type { PurchaseOrderView } from '../../orders.js'
import type { PurchaseOrderLine } from '../../purchase-orders/purchase-order.js'
import { openOf } from '../../receiving/open.js'
import { type Page, page, type Redirect, redirect, type Visit } from '../answer.js'
import { Csrf } from '../elements/csrf.js'
import { TextField } from '../elements/field.js'
import { FormButtons } from '../elements/form-buttons.js'
import { formatMoney } from '../elements/money.js'
import { Notice } from '../elements/notice.js'
import { PageHead } from '../elements/page-head.js'
import { orderPath, paths, receivePath } from '../paths.js'

/** How much of each line has arrived. */
export function showReceive({ coupa, person, params }: Visit): Page {
  return form(coupa.purchaseOrder(person.login, params.number ?? ''))
}

export function receiveLines(visit: Visit): Page | Redirect {
  const { coupa, person, params, form: fields } = visit
  const order = coupa.purchaseOrder(person.login, params.number ?? '')
  const comments = fields.optional('comments')
  const lines = order.lines.flatMap(line => {
    const quantity = fields.text(`line-${line.lineNum}`)
    const isSaid = quantity !== '' && quantity !== '0'
    return isSaid ? [{ orderLine: line.id, quantity, ...(comments === undefined ? {} : { comments }) }] : []
  })
  try {
    if (lines.length === 0) throw nothing()
    coupa.receive(person.login, { purchaseOrder: order.number, lines })
  } catch (error) {
    if (error instanceof CoupaError && error.fields.length > 0) return form(order, error.fields, fields.text)
    throw error
  }
  return redirect(orderPath(order.number), 'received')
}

function orderedOf({ lineType, quantity, uom, total, currency }: PurchaseOrderLine): string {
  return lineType === 'OrderAmountLine' ? formatMoney(total, currency) : `${quantity} ${uom}`
}

function nothing(): CoupaError {
  const message = 'Say of one line at least how many have arrived'
  return new CoupaError('ERR_COUPA_INVALID', message, { fields: [{ field: 'quantity', message }] })
}

function form(
  order: PurchaseOrderView,
  problems: readonly FieldProblem[] = [],
  said?: (name: string) => string,
): Page {
  const open = order.lines.filter(line => !line.closedForReceiving && compareDecimals(openOf(line), '0') > 0)
  return page({
    title: `Receive purchase order ${order.number}`,
    section: 'orders',
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <>
        <PageHead
          title="Receive"
          crumbs={
            <>
              <a href={paths.orders}>Orders</a> <a href={orderPath(order.number)}>{order.number}</a>
            </>
          }
          lead={`What has arrived from ${order.supplier.name}?`}
        />
        {problems.length > 0 && (
          <Notice tone="bad">{problems.map(({ message }) => message).join(' ')}</Notice>
        )}
        {open.length === 0 ? (
          <Notice tone="good">Everything has been received.</Notice>
        ) : (
          <form class="card form" method="post" action={receivePath(order.number)}>
            <Csrf />
            <div class="form-grid">
              {open.map(line => (
                <TextField
                  name={`line-${line.lineNum}`}
                  label={`${line.lineNum}. ${line.description}`}
                  value={said?.(`line-${line.lineNum}`) ?? openOf(line)}
                  hint={`${line.received} of ${orderedOf(line)} received. 0: nothing more yet.`}
                />
              ))}
              <TextField name="comments" label="Comments" value={said?.('comments') ?? ''} lines={2} wide />
            </div>
            <FormButtons submit="Receive" cancel={orderPath(order.number)} />
          </form>
        )}
      </>
    ),
  })
}
