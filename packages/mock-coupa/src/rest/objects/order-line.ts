import { updateOrder } from '../../change-orders/update-order.js'
import { actOnLine, type LineAction, lineActions } from '../../purchase-orders/line-progress.js'
import { readLine } from '../../purchase-orders/purchase-order-lines.js'
import {
  belongsTo,
  boolean,
  datetime,
  decimal,
  empty,
  emptyList,
  type FieldMaker,
  integer,
  kept,
  keptList,
  keptObject,
  keptReference,
  string,
} from '../schema/field.js'
import { type Action, defineObject, type ObjectDefinition } from '../schema/object.js'
import { allocationsOf, orderLineAllocation, soleAccount } from './account-allocation.js'
import { actorOf } from './actor.js'
import { authors, identity } from './dated.js'

/** One value of the order that a line belongs to. */
const ofOrder = (column: string) =>
  `(SELECT o.${column} FROM purchase_orders o WHERE o.number = t.purchase_order)`

const inCompanyCurrency = `decimal_convert(t.total, ${ofOrder('exchange_rate')})`

/** Documented: Purchase Order Lines API. Nothing here follows from them. */
const keptFields: Readonly<Record<string, FieldMaker>> = {
  department: keptReference('department', 'name'),
  'account-type': keptReference('account-type', 'name'),
  'line-owner': keptReference('user', 'login'),
  'third-party-supplier': keptReference('supplier'),
  'external-reference-number': kept('string', { maxLength: 255 }),
  'external-reference-type': kept('string', { maxLength: 255 }),
  'receiving-warehouse': keptObject(),
  period: keptObject(),
  'bulk-price': keptObject(),
  'form-response': keptObject(),
  'rfq-form-response': keptObject('out'),
  'extra-line-attribute': keptObject(),
  'order-line-tax-detail': keptObject(),
  'amount-components': keptList(),
  'invoice-stop': kept('boolean', { direction: 'out' }),
}

const summaries: Record<LineAction, string> = {
  soft_close_for_receiving: 'Nothing more is received on it',
  soft_close_for_invoicing: 'Nothing more is invoiced on it',
  reopen_for_receiving: 'Can be received again',
  reopen_for_invoicing: 'Can be invoiced again',
}

/** Nothing is answered: the line is gone. */
const deletion: Action = {
  method: 'DELETE',
  path: ':id',
  summary: 'Takes it out of its order',
  scope: 'write',
  perform(call, id) {
    call.transaction(work =>
      updateOrder(
        work,
        readLine(work.db, id).purchaseOrder,
        { lines: [{ kind: 'delete', orderLine: id }] },
        actorOf(call),
      ),
    )
    return undefined
  },
}

export const orderLine: ObjectDefinition = defineObject({
  name: 'order-line',
  path: 'purchase_order_lines',
  title: 'Purchase Order Lines',
  scope: 'purchase_order',
  table: 'purchase_order_lines',
  where: 't.deleted_at IS NULL',
  customFields: 'custom_fields',
  namedBy: ['id'],
  fields: {
    ...identity,
    id: integer(),
    'accounting-total': decimal({ sql: inCompanyCurrency, direction: 'out', places: 2 }),
    'accounting-total-currency': belongsTo('currency', {
      of: 'code',
      sql: '(SELECT y.currency FROM account_types y WHERE y.removed_at IS NULL ORDER BY y.id LIMIT 1)',
      direction: 'out',
    }),
    description: string({ maxLength: 255 }),
    'supplier-site-id': kept('integer', { direction: 'out' }),
    invoiced: decimal({ direction: 'out' }),
    'line-num': string({ sql: 'CAST(t.line_num AS TEXT)' }),
    'need-by-date': datetime(),
    'order-header-id': integer({ sql: 't.purchase_order', direction: 'out' }),
    'order-header-number': string({
      sql: `coalesce(${ofOrder('po_number')}, CAST(t.purchase_order AS TEXT))`,
      direction: 'out',
    }),
    price: decimal({ sql: 't.unit_price', places: 2 }),
    quantity: decimal(),
    // True until somebody says that nothing is received.
    'receipt-required': boolean({
      sql: `coalesce(json_extract(t.more, '$."receipt-required"'), 1)`,
      column: 'more.receipt-required',
    }),
    // Coupa shows whole numbers here, as the real answer has it.
    received: integer({ sql: 'CAST(t.received AS INTEGER)', direction: 'out' }),
    'source-part-num': string({ maxLength: 255 }),
    status: string({ direction: 'out' }),
    'sub-line-num': kept('integer'),
    'supp-aux-part-num': string(),
    total: decimal({ direction: 'out', places: 2 }),
    type: string({ sql: 't.line_type', direction: 'out' }),
    version: integer({ sql: ofOrder('version'), direction: 'out' }),
    'savings-pct': kept('decimal', { places: 2 }),
    'reporting-total': decimal({ sql: inCompanyCurrency, direction: 'out', places: 2 }),
    'supplier-order-number': kept('string', { maxLength: 255 }),
    'match-type': string({ sql: `'3-way'`, direction: 'out' }),
    'service-type': empty(),
    'minimum-order-quantity': empty('decimal'),
    'order-increment': empty('decimal'),
    'manufacturer-name': string({ direction: 'out' }),
    'manufacturer-part-number': string({ direction: 'out' }),
    'easy-form-response-id': empty('integer'),
    'receipt-approval-required': boolean({ sql: '0', direction: 'out' }),
    'requisition-line-id': integer({
      sql: `(SELECT r.id FROM requisition_lines r WHERE r.requisition = ${ofOrder('requisition')}
        AND r.line_num = t.requisition_line)`,
      direction: 'out',
    }),
    'material-cert-required': boolean({ sql: '0', direction: 'out' }),
    'tax-exempt': boolean({ sql: '0', direction: 'out' }),
    account: belongsTo('account', {
      of: 'name',
      sql: `CASE WHEN t.allocations = '[]' THEN json_extract(${ofOrder('account')}, '$.name')
        ELSE ${soleAccount('account.name')} END`,
    }),
    'account-allocations': allocationsOf(orderLineAllocation),
    ...keptFields,
    commodity: belongsTo('commodity', { of: 'name', direction: 'out' }),
    contract: belongsTo('contract', { direction: 'out' }),
    currency: belongsTo('currency', { of: 'code', direction: 'out' }),
    item: belongsTo('item', { direction: 'out' }),
    supplier: belongsTo('supplier', { sql: ofOrder('supplier_id'), direction: 'out' }),
    uom: belongsTo('uom', { of: 'code' }),
    'asset-tags': keptList(),
    attachments: emptyList(),
    requester: belongsTo('user', { of: 'login', sql: ofOrder('login'), direction: 'out' }),
    milestones: keptList(),
    'recurring-rules': emptyList(),
    ...authors,
  },
  actions: [
    deletion,
    ...lineActions.map(
      (action): Action => ({
        method: 'PUT',
        path: `:id/${action}`,
        summary: summaries[action],
        scope: 'write',
        perform(call, id) {
          call.transaction(work => actOnLine(work, id, actorOf(call), action))
          return id
        },
      }),
    ),
  ],
})
