import type { Work } from '../../control/work.js'
import { CoupaError } from '../../errors.js'
import type { LineStatement } from '../../fulfillment/confirmation.js'
import { readState, writeLines } from '../../fulfillment/confirmation-records.js'
import { decideConfirmation, submitConfirmation } from '../../fulfillment/decide-confirmation.js'
import {
  belongsTo,
  boolean,
  datetime,
  decimal,
  hasMany,
  integer,
  kept,
  keptList,
  string,
} from '../schema/field.js'
import { flagGiven, type Given, listGiven, numberGiven, said, textGiven } from '../schema/given.js'
import { type Action, defineObject, type ObjectDefinition } from '../schema/object.js'
import { keepFields, updateRow } from '../schema/table-writer.js'
import { authors, identity } from './dated.js'
import { transitionBy } from './transition.js'

const post = transitionBy('POST')

function decide(path: 'accept_header' | 'reject_header', summary: string): Action {
  return post(path, summary, (work, login, confirmation) =>
    decideConfirmation(work, login, { confirmation, accept: path === 'accept_header' }),
  )
}

/** The other system cannot take it: so it is rejected, and `integration-message` says why. Unverified: what follows. */
const integrationRejection: Action = {
  method: 'PUT',
  path: ':id/integration_approval_rejected',
  summary: 'Rejects it for the system behind, which says why in `integration-message`',
  scope: 'write',
  takesBody: true,
  perform(call, id, given) {
    const comment = textGiven(given, 'integration-message') ?? undefined
    call.transaction(work => {
      decideConfirmation(work, call.login, {
        confirmation: id,
        accept: false,
        ...(comment === undefined ? {} : { comment }),
      })
      keepFields(work, orderHeaderConfirmation, { id, given, login: call.login })
    })
    return id
  },
}

/** Documented: Order Confirmations API. One comes to be with its order, or when the supplier sends it. */
export const orderHeaderConfirmation: ObjectDefinition = defineObject({
  name: 'order-header-confirmation',
  path: 'order_header_confirmations',
  title: 'Order Confirmations',
  scope: 'order_header_confirmations',
  table: 'order_header_confirmations',
  namedBy: ['id'],
  fields: {
    ...identity,
    status: string({ direction: 'out' }),
    // Unverified: that it is the number under which the supplier confirmed.
    'external-reference-number': string({ sql: 't.confirm_id', direction: 'out' }),
    'integration-message': kept('string'),
    'reason-insight-events': keptList('in'),
    'confirm-by': datetime({ direction: 'out' }),
    exported: boolean(),
    'last-exported-at': datetime({ direction: 'out' }),
    'order-header': belongsTo('order-header', { of: 'number', sql: 't.purchase_order', direction: 'out' }),
    'order-line-confirmations': hasMany('order-line-confirmation', {
      foreign: 't.confirmation',
      order: 't.position',
      direction: 'both',
    }),
    ...authors,
  },
  update(call, id, given) {
    const lines = listGiven(given, 'order-line-confirmations')
    const exported = flagGiven(given, 'exported')
    call.transaction(work => {
      if (lines !== undefined) writeSaid(work, id, lines.map(lineOf))
      keepFields(work, orderHeaderConfirmation, { id, given, login: call.login })
      updateRow(work, orderHeaderConfirmation, {
        id,
        given: { ...given, fields: new Map(exported === undefined ? [] : [['exported', exported]]) },
        login: call.login,
        columns: exported === true ? { last_exported_at: work.now.toISOString() } : {},
      })
    })
  },
  actions: [
    decide('accept_header', 'Accepts the whole order for the supplier, or what the supplier proposes'),
    decide('reject_header', 'Rejects the whole order for the supplier, or what the supplier proposes'),
    post('submit', 'Says for the supplier what its lines say', submitConfirmation),
    integrationRejection,
  ],
})

/** What was said stays as it was said. */
function writeSaid(work: Work, id: number, lines: readonly LineStatement[]): void {
  const { status } = readState(work.db, id)
  if (status !== 'pending_confirmation') {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Lines of confirmation ${id} cannot be changed: it is ${status}, and that is possible only while it is pending_confirmation`,
    )
  }
  writeLines(work, id, lines)
}

function lineOf(given: Given): LineStatement {
  const lineNumber = numberGiven(given, 'line-num')
  const quantity = textGiven(given, 'quantity')
  if (lineNumber === undefined || typeof quantity !== 'string') {
    const message = "Line num and quantity can't be blank"
    throw new CoupaError('ERR_COUPA_INVALID', message, {
      fields: [{ field: 'order-line-confirmations', message }],
    })
  }
  return {
    lineNumber,
    quantity,
    status: textGiven(given, 'status') ?? 'accept',
    ...said({
      unitPrice: textGiven(given, 'price') ?? undefined,
      deliveryDate: textGiven(given, 'promised-date') ?? undefined,
      comments: textGiven(given, 'comments') ?? undefined,
    }),
  }
}

/** Unverified: the names of the fields; Coupa's page lists the object only. */
export const orderLineConfirmation: ObjectDefinition = defineObject({
  name: 'order-line-confirmation',
  title: 'Order Confirmations',
  scope: 'order_header_confirmations',
  table: 'order_line_confirmations',
  namedBy: ['id'],
  fields: {
    ...identity,
    'line-num': integer({ sql: 't.line_number' }),
    status: string({ oneOf: ['accept', 'reject', 'detail'] }),
    decision: string({ direction: 'out' }),
    quantity: decimal(),
    price: decimal({ sql: 't.unit_price', places: 2 }),
    // It stands as the supplier wrote it; what is no date is not shown.
    'promised-date': datetime({ sql: `strftime('%Y-%m-%dT%H:%M:%fZ', t.delivery_date)` }),
    comments: string(),
    'order-line': belongsTo('order-line', {
      sql: `(SELECT l.id FROM purchase_order_lines l JOIN order_header_confirmations c ON c.id = t.confirmation
        WHERE l.purchase_order = c.purchase_order AND l.line_num = t.line_number)`,
      direction: 'out',
    }),
  },
})
