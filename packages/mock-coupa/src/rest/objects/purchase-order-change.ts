import { changesHeader } from '../../change-orders/change-header.js'
import type { LineChange } from '../../change-orders/change-order.js'
import {
  cancelChange,
  requestChange,
  submitChange,
  updateChange,
} from '../../change-orders/request-change.js'
import {
  belongsTo,
  boolean,
  datetime,
  decimal,
  emptyList,
  hasMany,
  integer,
  string,
} from '../schema/field.js'
import { flagGiven, type Given, listGiven, numberGiven, said, textGiven } from '../schema/given.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { keepFields } from '../schema/table-writer.js'
import { allocationsOf, changeLineAllocation, soleAccount } from './account-allocation.js'
import { approvalFields, chainActions } from './chain-actions.js'
import { authors, identity } from './dated.js'
import { lineFieldsOf } from './order-draft.js'
import { changeDetails } from './purchase-order-change-details.js'
import { transitionBy } from './transition.js'

const put = transitionBy('PUT')

const ofOrder = (column: string) =>
  `(SELECT o.${column} FROM purchase_orders o WHERE o.number = t.purchase_order)`

const count = (kind: string) =>
  `(SELECT count(*) FROM purchase_order_change_lines l WHERE l.change = t.id AND l.kind = '${kind}')`

export const purchaseOrderChange: ObjectDefinition = defineObject({
  name: 'order-header-change',
  path: 'purchase_order_changes',
  title: 'Purchase Order Changes',
  scope: 'purchase_order_change',
  table: 'purchase_order_changes',
  namedBy: ['id'],
  fields: {
    ...identity,
    'order-header-id': integer({ sql: 't.purchase_order', required: true }),
    'po-number': string({
      sql: `coalesce(${ofOrder('po_number')}, CAST(t.purchase_order AS TEXT))`,
      direction: 'out',
    }),
    status: string({ direction: 'out' }),
    version: integer({ direction: 'out' }),
    justification: string(),
    'pending-cancel': boolean(),
    exported: boolean({ direction: 'out' }),
    total: decimal({ direction: 'out', places: 2 }),
    'requisition-header-id': integer({ sql: ofOrder('requisition'), direction: 'out' }),
    'lines-count': integer({
      sql: '(SELECT count(*) FROM purchase_order_change_lines l WHERE l.change = t.id)',
      direction: 'out',
    }),
    'lines-pending-add-count': integer({ sql: count('add'), direction: 'out' }),
    'lines-pending-delete-count': integer({ sql: count('delete'), direction: 'out' }),
    currency: belongsTo('currency', { of: 'code', sql: ofOrder('currency'), direction: 'out' }),
    supplier: belongsTo('supplier', { sql: ofOrder('supplier_id'), direction: 'out' }),
    requester: belongsTo('user', { of: 'login', sql: 't.login', direction: 'out' }),
    'order-line-changes': hasMany('order-line-change', { foreign: 't.change', direction: 'both' }),
    ...approvalFields('OrderHeaderChange'),
    attachments: emptyList(),
    ...changeDetails(ofOrder),
    ...authors,
  },
  create(call, given) {
    const justification = textGiven(given, 'justification')
    return call.transaction(work => {
      const id = requestChange(work, call.login, {
        purchaseOrder: numberGiven(given, 'order-header-id') ?? 0,
        ...(typeof justification === 'string' ? { justification } : {}),
        cancel: flagGiven(given, 'pending-cancel') === true,
        lines: (listGiven(given, 'order-line-changes') ?? []).map(lineChangeOf),
        changesHeader: changesHeader(given.kept),
      })
      keepFields(work, purchaseOrderChange, { id, given, login: call.login })
      return id
    })
  },
  update(call, id, given) {
    call.transaction(work => {
      updateChange(work, call.login, id, changedContent(given))
      keepFields(work, purchaseOrderChange, { id, given, login: call.login })
    })
  },
  actions: [
    put('submit_for_approval', 'Submits a draft', submitChange),
    ...chainActions('OrderHeaderChange'),
    // Unverified: the name. Coupa documents no action that takes a change back.
    put('cancel', 'Takes it back', cancelChange),
  ],
})

function changedContent(given: Given): Parameters<typeof updateChange>[3] {
  return said({
    justification: textGiven(given, 'justification') ?? undefined,
    cancel: flagGiven(given, 'pending-cancel'),
    lines: listGiven(given, 'order-line-changes')?.map(lineChangeOf),
    changesHeader: changesHeader(given.kept) || undefined,
  })
}

/** Unverified: what a line says that it is: without a line of the order it is a new one. */
function lineChangeOf(given: Given): LineChange {
  const orderLine = numberGiven(given, 'order-line-id')
  const kind =
    textGiven(given, 'change-type') === 'delete' ? 'delete' : orderLine === undefined ? 'add' : 'change'
  return { kind, ...said({ orderLine }), ...lineFieldsOf(given) }
}

export const purchaseOrderChangeLine: ObjectDefinition = defineObject({
  name: 'order-line-change',
  title: 'Purchase Order Changes',
  scope: 'purchase_order_change',
  table: 'purchase_order_change_lines',
  namedBy: ['id'],
  fields: {
    ...identity,
    'change-type': string({ sql: 't.kind', oneOf: ['change', 'add', 'delete'] }),
    'order-line-id': integer({ sql: 't.order_line' }),
    description: string({ maxLength: 255 }),
    'source-part-num': string({ maxLength: 255 }),
    quantity: decimal(),
    price: decimal({ sql: 't.unit_price', places: 2 }),
    'need-by-date': datetime(),
    uom: belongsTo('uom', { of: 'code' }),
    account: belongsTo('account', { of: 'name', sql: soleAccount('account') }),
    'account-allocations': allocationsOf(changeLineAllocation),
  },
})
