import { belongsTo, integer, string } from '../schema/field.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { identity } from './dated.js'

/** Unverified: its fields. Coupa documents that there are revisions, not what they say. */
export const purchaseOrderRevision: ObjectDefinition = defineObject({
  name: 'order-header-revision',
  path: 'purchase_order_revisions',
  title: 'Purchase Order Revisions',
  scope: 'purchase_order',
  table: 'purchase_order_revisions',
  namedBy: ['id'],
  fields: {
    ...identity,
    'order-header-id': integer({ sql: 't.purchase_order', direction: 'out' }),
    version: integer({ direction: 'out' }),
    'internal-revision': integer({ direction: 'out' }),
    description: string({ sql: 't.what', direction: 'out' }),
    status: string({ sql: `json_extract(t.snapshot, '$.status')`, direction: 'out' }),
    'created-by': belongsTo('user', { of: 'login', direction: 'out' }),
  },
})
