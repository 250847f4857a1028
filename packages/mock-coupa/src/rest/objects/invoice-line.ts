import {
  alike,
  belongsTo,
  decimal,
  type FieldMaker,
  integer,
  kept,
  keptObject,
  keptReference,
  string,
} from '../schema/field.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { allocationsOf, invoiceLineAllocation, soleAccount } from './account-allocation.js'
import { identity } from './dated.js'
import { taxFields } from './tax-line.js'

const money = { places: 2 } as const

const ofInvoice = (column: string) => `(SELECT i.${column} FROM invoices i WHERE i.id = t.invoice)`
const ofOrderLine = (column: string) =>
  `(SELECT l.${column} FROM purchase_order_lines l WHERE l.id = t.order_line)`

/** Nothing here follows from them. Unverified: that these are all. */
const keptFields: Readonly<Record<string, FieldMaker>> = {
  ...alike(
    `billing-note category delivery-note-number hsn-sac-code match-reference pick-list-number supp-aux-part-num
      unspsc`,
    kept('string', { maxLength: 255 }),
  ),
  'original-date-of-supply': kept('datetime'),
  'net-weight': kept('decimal'),
  'discount-amount': kept('decimal', money),
  contract: keptReference('contract'),
  period: keptObject(),
  'bulk-price': keptObject(),
}

export const invoiceLine: ObjectDefinition = defineObject({
  name: 'invoice-line',
  title: 'Invoice Lines',
  scope: 'invoice',
  table: 'invoice_lines',
  customFields: 'custom_fields',
  namedBy: ['id'],
  fields: {
    ...identity,
    id: integer(),
    'line-num': integer(),
    type: string({ oneOf: ['InvoiceQuantityLine', 'InvoiceAmountLine'] }),
    description: string({ maxLength: 255 }),
    'source-part-num': string({ maxLength: 255 }),
    quantity: decimal(),
    price: decimal(money),
    total: decimal(money),
    'accounting-total': decimal({
      ...money,
      sql: `decimal_convert(t.total, ${ofInvoice('exchange_rate')})`,
      direction: 'out',
    }),
    ...taxFields,
    'order-header-id': integer({ sql: 't.purchase_order', direction: 'both' }),
    'order-header-num': string({ sql: 'CAST(t.purchase_order AS TEXT)' }),
    'order-line-id': integer({ sql: 't.order_line' }),
    'order-line-num': string({ sql: `CAST(${ofOrderLine('line_num')} AS TEXT)` }),
    currency: belongsTo('currency', { of: 'code', sql: ofInvoice('currency'), direction: 'out' }),
    uom: belongsTo('uom', { of: 'code' }),
    item: belongsTo('item', { sql: ofOrderLine('item'), direction: 'out' }),
    commodity: belongsTo('commodity', { of: 'name', sql: ofOrderLine('commodity'), direction: 'out' }),
    'order-line': belongsTo('order-line', { sql: 't.order_line', direction: 'in' }),
    account: belongsTo('account', { of: 'name', sql: soleAccount('account') }),
    'account-allocations': allocationsOf(invoiceLineAllocation),
    ...keptFields,
  },
})
