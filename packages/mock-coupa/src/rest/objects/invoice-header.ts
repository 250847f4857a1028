import { defineEmbedded, embedsMany, embedsOne } from '../schema/embedded.js'
import {
  belongsTo,
  boolean,
  datetime,
  decimal,
  empty,
  emptyList,
  type FieldMaker,
  hasMany,
  integer,
  kept,
  keptObject,
  keptReference,
  string,
} from '../schema/field.js'
import type { ObjectDefinition } from '../schema/object.js'

const money = { places: 2 } as const

/** So many days after the date of the invoice, where its payment term says how many. */
const afterInvoiceDate = (days: string) =>
  `(SELECT strftime('%Y-%m-%dT%H:%M:%fZ', t.invoice_date, '+' || ${days} || ' days') FROM payment_terms p
    WHERE p.code = t.payment_term AND ${days} IS NOT NULL)`

const discount = `json_extract(t.more, '$."discount-amount"')`
const lessDiscount = (amount: string) => `decimal_subtract(${amount}, coalesce(${discount}, '0'))`

const ofScan = (value: string) => `(SELECT ${value} FROM invoice_image_scans s WHERE s.invoice = t.id)`

/** Of the first order that it is about. */
const firstOrder = (column: string) =>
  `(SELECT o.${column} FROM invoice_lines l JOIN purchase_orders o ON o.number = l.purchase_order
    WHERE l.invoice = t.id ORDER BY l.line_num LIMIT 1)`

/** What became of an invoice and why. Unverified: how far Coupa fills its fields. */
export const failedTolerance: ObjectDefinition = defineEmbedded({
  name: 'failed-tolerance',
  title: 'Failed Tolerances',
  fields: {
    code: string({ direction: 'out' }),
    'line-num': integer({ direction: 'out' }),
    found: decimal({ direction: 'out', places: 2 }),
    allowed: decimal({ direction: 'out', places: 2 }),
  },
})
export const reason: ObjectDefinition = defineEmbedded({
  name: 'reason',
  title: 'Reasons',
  fields: { code: string({ direction: 'out' }), description: string({ direction: 'out' }) },
})
export const invoiceCharge: ObjectDefinition = defineEmbedded({
  name: 'invoice-charge',
  title: 'Invoice Charges',
  fields: {
    type: string({ maxLength: 255 }),
    amount: decimal(money),
    description: string({ maxLength: 255 }),
  },
})

const charge = (type: string, column: string) =>
  `SELECT 1 AS place, '${type}' AS type, t.${column} AS amount WHERE decimal_compare(t.${column}, '0') <> 0`

/** Documented: Invoices API. Terms, discounts and what was found wrong with it. */
export const headerFields: Readonly<Record<string, FieldMaker>> = {
  'exchange-rate': decimal(),
  'payment-term': belongsTo('payment-term', { of: 'code' }),
  'shipping-term': keptReference('shipping-term', 'code'),
  'payment-method': string({ sql: firstOrder('payment_method'), direction: 'out' }),
  'ship-to-address': keptReference('address', 'location_code'),
  'requested-by': belongsTo('user', {
    of: 'login',
    sql: `coalesce(${firstOrder('login')}, t.login)`,
    direction: 'out',
  }),
  'original-invoice-date': kept('datetime'),
  'date-received': datetime({ sql: 't.created_at', direction: 'out' }),
  'net-due-date': datetime({ sql: afterInvoiceDate('p.days_for_net_payment'), direction: 'out' }),
  'discount-due-date': datetime({
    sql: afterInvoiceDate(`json_extract(p.more, '$."days-for-discount-payment"')`),
    direction: 'out',
  }),
  'discount-percent': kept('decimal'),
  'discount-amount': kept('decimal', money),
  'gross-total-less-discount': decimal({ ...money, sql: lessDiscount('t.gross_total'), direction: 'out' }),
  'net-total-less-discount': decimal({ ...money, sql: lessDiscount('t.net_total'), direction: 'out' }),
  'amount-due-less-discount': decimal({
    ...money,
    sql: `CASE WHEN t.paid = 1 THEN '0' ELSE ${lessDiscount('t.gross_total')} END`,
    direction: 'out',
  }),
  'total-taxes-less-discount': decimal({ ...money, sql: 't.tax_amount', direction: 'out' }),
  'customer-accounting-tax-less-discount': empty('decimal'),
  'failed-tolerances': embedsMany('failed-tolerance', {
    sql: `(SELECT json_group_array(json_object('code', json_extract(e.value, '$.code'),
      'line-num', json_extract(e.value, '$.lineNum'), 'found', json_extract(e.value, '$.found'),
      'allowed', json_extract(e.value, '$.allowed'))) FROM json_each(t.failed_tolerances) e)`,
    direction: 'out',
  }),
  'dispute-reasons': embedsMany('reason', {
    sql: `CASE WHEN t.status = 'disputed' THEN json_array(json_object('description', t.dispute_reason)) END`,
    direction: 'out',
  }),
  'dispute-method': string({ sql: `CASE WHEN t.status = 'disputed' THEN 'manual' END`, direction: 'out' }),
  'abandon-reason': embedsOne('reason', {
    sql: `CASE WHEN t.status = 'abandoned' AND t.void_reason IS NOT NULL
      THEN json_object('description', t.void_reason) END`,
    direction: 'out',
  }),
  canceled: boolean({ sql: `t.status = 'voided'`, direction: 'out' }),
  compliant: boolean({ sql: '0', direction: 'out' }),
  'show-tax-information': boolean({ sql: '1', direction: 'out' }),
  'lock-version-key': integer({
    sql: '(SELECT count(*) FROM history h WHERE h.invoice = t.id)',
    direction: 'out',
  }),
  'invoice-charges': embedsMany('invoice-charge', {
    sql: `(SELECT json_group_array(json_object('type', c.type, 'amount', c.amount)) FROM (
      ${charge('shipping', 'shipping_amount')} UNION ALL ${charge('handling', 'handling_amount')}
      UNION ALL ${charge('misc', 'misc_amount')}) c)`,
    direction: 'out',
  }),
  'image-scan': string({ sql: ofScan('file_name'), direction: 'out' }),
  'image-scan-file-name': string({ sql: ofScan('file_name'), direction: 'out' }),
  'image-scan-content-type': string({ sql: ofScan('content_type'), direction: 'out' }),
  'image-scan-file-size': string({ sql: ofScan('CAST(s.size AS TEXT)'), direction: 'out' }),
  'image-scan-url': string({
    sql: ofScan(`'/api/invoices/' || s.invoice || '/retrieve_image_scan'`),
    direction: 'out',
  }),
  'clearance-document': string({
    sql: `(SELECT a.file_name FROM attachments a WHERE a.attachable_type = 'InvoiceHeader' AND a.attachable_id = t.id
      AND a.supplier IS NOT NULL AND a.type = 'file' AND a.content_type LIKE '%xml%' ORDER BY a.id LIMIT 1)`,
    direction: 'out',
  }),
  'inbound-invoice': keptObject('out'),
  'invoice-payment-receipts': emptyList(),
  'current-integration-history-records': hasMany('integration-history-record', {
    foreign: 't.document_id',
    where: `t.document_type = 'InvoiceHeader'`,
  }),
}
