import { updateOrder } from '../../change-orders/update-order.js'
import { actOnOrder, type OrderAction, orderActions } from '../../purchase-orders/act.js'
import { createExternalOrder } from '../../purchase-orders/external-order.js'
import { transmissionMethodOverrides } from '../../purchase-orders/purchase-order.js'
import {
  markAcknowledged,
  markExported,
  readPurchaseOrder,
} from '../../purchase-orders/purchase-order-records.js'
import type { Call } from '../schema/call.js'
import {
  belongsTo,
  boolean,
  datetime,
  decimal,
  empty,
  emptyList,
  hasMany,
  integer,
  kept,
  keptList,
  keptObject,
  string,
} from '../schema/field.js'
import { flagGiven, type Given } from '../schema/given.js'
import { type Action, defineObject, type ObjectDefinition } from '../schema/object.js'
import { keepFields } from '../schema/table-writer.js'
import { actorOf } from './actor.js'
import { attachmentsOf, conversationOn } from './conversation.js'
import { authors, identity } from './dated.js'
import { externalOrderOf, orderUpdateOf } from './order-draft.js'

const summaries: Record<OrderAction, string> = {
  issue: 'Issues it, or puts it on the hold that stands in the way',
  issue_without_send: 'Issues it; the supplier was told already',
  ignore_window_and_issue: 'Issues it outside the supplier’s order window',
  release_from_buyer_hold: 'A buyer has looked at it',
  cancel: 'Cancels it',
  close: 'Closes it',
  reopen: 'Opens it again',
}

const ofSupplier = (column: string) => `(SELECT s.${column} FROM suppliers s WHERE s.id = t.supplier_id)`

export const purchaseOrder: ObjectDefinition = defineObject({
  name: 'order-header',
  path: 'purchase_orders',
  title: 'Purchase Orders',
  scope: 'purchase_order',
  table: 'purchase_orders',
  id: 't.number',
  namedBy: ['id', 'po-number'],
  customFields: 'custom_fields',
  nested: conversationOn('OrderHeader'),
  fields: {
    ...identity,
    id: integer({ sql: 't.number', direction: 'out' }),
    'po-number': string({ sql: 'coalesce(t.po_number, CAST(t.number AS TEXT))', maxLength: 20 }),
    'price-hidden': boolean({ sql: 't.hide_price', direction: 'out' }),
    'hide-price': boolean({ direction: 'in' }),
    'acknowledged-flag': boolean({ sql: 't.acknowledged_at IS NOT NULL' }),
    'acknowledged-at': datetime({ direction: 'out' }),
    status: string({ direction: 'out' }),
    'transmission-status': string({ direction: 'out' }),
    version: integer({ direction: 'out' }),
    'internal-revision': integer({ direction: 'out' }),
    exported: boolean(),
    'last-exported-at': datetime({ direction: 'out' }),
    'payment-method': string({
      sql: `coalesce(json_extract(t.more, '$."payment-method"'), t.payment_method)`,
      column: 'more.payment-method',
      maxLength: 255,
    }),
    classification: kept('string', { oneOf: ['msp', 'supplier', 'vms'] }),
    'confirmation-status': kept('string', { direction: 'in' }),
    'invoice-stop': boolean({ sql: '0', direction: 'out' }),
    'order-confirmation-level': integer({ sql: ofSupplier('order_confirmation_level'), direction: 'out' }),
    'confirm-by-hrs': integer({ sql: ofSupplier('confirm_by_hrs'), direction: 'out' }),
    'ship-to-attention': string({ maxLength: 255 }),
    'coupa-accelerate-status': empty(),
    'change-type': string({ direction: 'out' }),
    'transmission-method-override': string({ oneOf: transmissionMethodOverrides }),
    'transmission-emails': string(),
    type: string({ sql: `CASE WHEN t.external = 1 THEN 'ExternalOrderHeader' END`, direction: 'in' }),
    total: decimal({ direction: 'out', places: 2 }),
    currency: belongsTo('currency', { of: 'code' }),
    'requisition-header': belongsTo('requisition-header', {
      of: 'number',
      sql: 't.requisition',
      direction: 'out',
    }),
    'reason-insight-events': emptyList(),
    'ship-to-address': belongsTo('address', {
      of: 'location_code',
      sql: `json_extract(t.ship_to, '$.code')`,
    }),
    'ship-to-user': belongsTo('user', { of: 'login', sql: 't.login' }),
    requester: belongsTo('user', { of: 'login', sql: 't.login', direction: 'in' }),
    supplier: belongsTo('supplier', { sql: 't.supplier_id', required: true }),
    'supplier-site': keptObject(),
    pcard: keptObject(),
    'payment-term': belongsTo('payment-term', { of: 'code' }),
    'shipping-term': belongsTo('shipping-term', { of: 'code' }),
    attachments: attachmentsOf('OrderHeader', 't.number'),
    'order-lines': hasMany('order-line', {
      sql: 't.number',
      foreign: 't.purchase_order',
      where: 't.deleted_at IS NULL',
      order: 't.line_num',
      direction: 'both',
    }),
    'current-integration-history-records': hasMany('integration-history-record', {
      sql: 't.number',
      foreign: 't.document_id',
      where: `t.document_type = 'OrderHeader'`,
    }),
    ...authors,
    milestones: keptList(),
    'user-members': emptyList(),
    'user-group-members': emptyList(),
    'recurring-rules': emptyList(),
  },
  create: (call, given) =>
    call.transaction(work => createExternalOrder(work, externalOrderOf(given, call.login), actorOf(call))),
  update: change,
  actions: orderActions.map(
    (action): Action => ({
      method: 'PUT',
      path: `:id/${action}`,
      summary: summaries[action],
      scope: 'write',
      perform(call, id) {
        call.transaction(work => actOnOrder(work, id, { action, by: actorOf(call) }))
        return id
      },
    }),
  ),
})

/** Flags are no change of the order; whatever else is given is one. */
function change(call: Call, id: number, given: Given): void {
  const exported = flagGiven(given, 'exported')
  call.transaction(work => {
    const order = readPurchaseOrder(work.db, id)
    const update = orderUpdateOf(given, order, work.company)
    if (Object.keys(update).length > 0) updateOrder(work, id, update, actorOf(call))
    keepFields(work, purchaseOrder, { id, given, login: call.login })
    if (flagGiven(given, 'acknowledged-flag') === true) markAcknowledged(work, id)
    // Last: who changes an order and says that it is exported has both.
    if (exported !== undefined) markExported(work, id, exported)
  })
}
