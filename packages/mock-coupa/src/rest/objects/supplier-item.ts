import {
  alike,
  belongsTo,
  boolean,
  decimal,
  kept,
  keptObject,
  keptReference,
  string,
} from '../schema/field.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { authors, identity } from './dated.js'
import { supplierItemWriter } from './supplier-item-writer.js'

const tiers = Array.from({ length: 20 }, (_, index) => `price-tier-${index + 1}`).join(' ')

/** What an item is called and costs at one supplier. Documented: Supplier Items API. */
export const supplierItem: ObjectDefinition = defineObject({
  name: 'supplier-item',
  path: 'supplier_items',
  title: 'Supplier Items',
  scope: 'item',
  table: 'supplier_items',
  where: 't.removed_at IS NULL',
  customFields: 'custom_fields',
  namedBy: ['id', 'supplier-part-num'],
  fields: {
    ...identity,
    price: decimal({ places: 2 }),
    'supplier-part-num': string({ required: true, maxLength: 255 }),
    'supplier-aux-part-num': kept('string'),
    'unspsc-code': string({
      sql: '(SELECT i.unspsc_code FROM items i WHERE i.id = t.item)',
      direction: 'out',
    }),
    preferred: boolean(),
    // The name under which lists are searched for it. Documented.
    'preferred-flag': boolean({ sql: 't.preferred', direction: 'out' }),
    availability: kept('string', { oneOf: ['in_stock', 'out_of_stock', 'backordered'] }),
    'availability-date': kept('datetime'),
    'lead-time': kept('integer'),
    manufacturer: kept('string'),
    ...alike('minimum-order-quantity order-increment price-change savings-pct', kept('decimal')),
    ...alike(tiers, kept('decimal', { places: 2 })),
    item: belongsTo('item'),
    supplier: belongsTo('supplier', { required: true }),
    contract: keptReference('contract'),
    'contract-term': keptObject(),
    catalog: keptObject(),
    currency: belongsTo('currency', { of: 'code' }),
    ...authors,
  },
  create: (call, given) => supplierItems.create(call, given),
  update: (call, id, given) => supplierItems.update(call, id, given),
  remove: (call, id) => supplierItems.remove(call, id),
  lists: [
    // Unverified: what makes it more advanced than the list, whose filters it takes.
    { path: 'search', summary: 'Look for supplier items', where: () => [] },
  ],
})

export const supplierItems = supplierItemWriter(() => supplierItem)
