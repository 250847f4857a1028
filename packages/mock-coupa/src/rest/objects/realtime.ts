import { belongsTo, boolean, decimal, empty, integer, string } from '../schema/field.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { identity } from './dated.js'

/** What an Open Buy supplier says of a requisition line. */
export const realtimeExtension: ObjectDefinition = defineObject({
  name: 'realtime-extension',
  title: 'Requisition Lines',
  scope: 'requisition',
  table: 'realtime_extensions',
  fields: {
    ...identity,
    'realtime-item-key': string({ direction: 'out' }),
    'async-status': string({ direction: 'out' }),
    'show-error-warning': boolean({ direction: 'out' }),
    'translated-error-message': string({ direction: 'out' }),
    'error-code': string({ direction: 'out' }),
  },
})

/** What an Open Buy supplier offers in place of a requisition line. */
export const alternate: ObjectDefinition = defineObject({
  name: 'alternate',
  title: 'Requisition Lines',
  scope: 'requisition',
  table: 'alternates',
  fields: {
    ...identity,
    'requisition-line-id': integer({ sql: 't.requisition_line', direction: 'out' }),
    'type-flag': empty(),
    description: string({ direction: 'out' }),
    summary: string({ direction: 'out' }),
    quantity: decimal({ direction: 'out' }),
    'unit-price': decimal({ direction: 'out', places: 2 }),
    total: decimal({ direction: 'out', places: 2 }),
    'source-part-num': string({ direction: 'out' }),
    'unspsc-code': string({ direction: 'out' }),
    'manufacturer-name': string({ direction: 'out' }),
    'manufacturer-part-number': string({ direction: 'out' }),
    'minimum-order-quantity': empty('decimal'),
    'order-increment': empty('decimal'),
    'realtime-item-key': string({ direction: 'out' }),
    'image-url': string({ direction: 'out' }),
    currency: belongsTo('currency', { of: 'code', direction: 'out' }),
    uom: belongsTo('uom', { of: 'code', direction: 'out' }),
    supplier: belongsTo('supplier', { sql: 't.supplier_id', direction: 'out' }),
    'punchout-site': belongsTo('punchout-site', { sql: 't.site_id', direction: 'out' }),
    contract: belongsTo('contract', { direction: 'out' }),
  },
})
