import type { Commodity, Company, Item } from '../../company/company.js'
import { belongsTo, boolean, decimal, empty, kept, string } from '../schema/field.js'
import { type Given, idGiven, keyGiven, said, textGiven } from '../schema/given.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { companyWriter } from './company-writer.js'
import { authors, identity } from './dated.js'

export const uom: ObjectDefinition = defineObject({
  name: 'uom',
  path: 'uoms',
  title: 'Units of Measure',
  scope: 'uom',
  table: 'uoms',
  where: 't.removed_at IS NULL',
  fields: {
    ...identity,
    code: string({ required: true, unique: true, maxLength: 6 }),
    name: string({
      sql: `coalesce(json_extract(t.more, '$.name'), t.name)`,
      column: 'more.name',
      maxLength: 100,
    }),
    'allowable-precision': kept('integer'),
    active: boolean({ direction: 'out' }),
    ...authors,
  },
  ...companyWriter<string>({
    definition: () => uom,
    key: { column: 'code', of: code => code },
    listOf: company => company.uoms,
    write: (given, known) => known ?? textGiven(given, 'code') ?? '',
  }),
})

export const commodity: ObjectDefinition = defineObject({
  name: 'commodity',
  plural: 'commodities',
  path: 'commodities',
  title: 'Commodities',
  scope: 'common',
  table: 'commodities',
  where: 't.removed_at IS NULL',
  customFields: 'custom_fields',
  embedded: ['id', 'created-at', 'updated-at', 'name', 'active'],
  fields: {
    ...identity,
    name: string({ required: true, unique: true, maxLength: 255 }),
    active: boolean({ direction: 'out' }),
    'translated-name': string({ sql: 't.name', direction: 'out' }),
    category: kept('string', { oneOf: ['goods', 'services', 'monetary', 'others'] }),
    subcategory: kept('string', { oneOf: ['raw_materials', 'investment_goods', 'services_exceptions'] }),
    deductibility: kept('string', {
      oneOf: ['fully_deductible', 'partially_deductible', 'not_deductible'],
    }),
    preferred: kept('string', { oneOf: ['Yes', 'No', 'Automatic', 'Always', 'Never'] }),
    'imported-from-taxonomy': boolean({ sql: '0', direction: 'out' }),
    parent: belongsTo('commodity', { sql: `json_extract(t.more, '$.parent')`, column: 'more.parent' }),
    ...authors,
  },
  ...companyWriter<Commodity>({
    definition: () => commodity,
    key: { column: 'name', of: known => known.name },
    listOf: company => company.commodities,
    // A prefix that no code has: pages map codes to commodities, the API does not.
    write: (given, known) => known ?? { name: textGiven(given, 'name') ?? '', unspscPrefix: '-' },
  }),
})

export const item: ObjectDefinition = defineObject({
  name: 'item',
  path: 'items',
  title: 'Items',
  scope: 'item',
  table: 'items',
  where: 't.removed_at IS NULL',
  customFields: 'custom_fields',
  namedBy: ['id', 'item-number', 'name'],
  embedded: ['id', 'created-at', 'updated-at', 'name', 'description', 'item-number', 'active', 'item-type'],
  fields: {
    ...identity,
    name: string({ required: true, unique: true, maxLength: 255 }),
    description: string({ required: true }),
    'item-number': string({ unique: true, maxLength: 255 }),
    active: boolean({ direction: 'out' }),
    'item-type': string({ sql: `'Item'`, direction: 'out' }),
    'image-url': kept('string'),
    'manufacturer-name': string({ maxLength: 255 }),
    'manufacturer-part-number': string({ maxLength: 255 }),
    'unspsc-code': string({ direction: 'out' }),
    uom: belongsTo('uom', { of: 'code' }),
    commodity: belongsTo('commodity', { sql: 'NULL', direction: 'out' }),
    'price-amount': decimal({ sql: 't.price', places: 2 }),
    supplier: belongsTo('supplier', { direction: 'in', sql: 't.supplier' }),
    ...authors,
  },
  ...companyWriter({
    definition: () => item,
    key: { column: 'id', of: known => known.id },
    listOf: company => company.items,
    write: itemOf,
  }),
})

function itemOf(given: Given, known: Item | undefined, company: Company): Item {
  const text = (name: string) => textGiven(given, name) ?? undefined
  const id = known?.id ?? Math.max(0, ...company.items.map(other => other.id)) + 1
  const name = text('name') ?? known?.name ?? ''
  return {
    id,
    name,
    description: text('description') ?? known?.description ?? name,
    partNumber: text('item-number') ?? known?.partNumber ?? String(id),
    unitPrice: text('price-amount') ?? known?.unitPrice ?? '0',
    uom: keyGiven(given, 'uom') ?? known?.uom ?? company.uoms[0] ?? 'EA',
    unspsc: known?.unspsc ?? '',
    supplier: idGiven(given, 'supplier') ?? known?.supplier ?? company.suppliers[0]?.id ?? 0,
    ...said({
      manufacturerName: text('manufacturer-name') ?? known?.manufacturerName,
      manufacturerPartNumber: text('manufacturer-part-number') ?? known?.manufacturerPartNumber,
    }),
  }
}

/** An item is bought of one supplier here, so that each is one supplier item as well. */
export const supplierItem: ObjectDefinition = defineObject({
  name: 'supplier-item',
  path: 'supplier_items',
  title: 'Supplier Items',
  scope: 'item',
  table: 'items',
  where: 't.removed_at IS NULL',
  fields: {
    ...identity,
    price: decimal({ direction: 'out', places: 2 }),
    'supplier-part-num': string({ sql: 't.item_number', direction: 'out' }),
    'supplier-aux-part-num': empty(),
    'unspsc-code': string({ direction: 'out' }),
    'lead-time': empty('integer'),
    'minimum-order-quantity': empty('decimal'),
    'order-increment': empty('decimal'),
    'savings-pct': empty('decimal'),
    item: belongsTo('item', { sql: 't.id', direction: 'out' }),
    supplier: belongsTo('supplier', { direction: 'out' }),
    currency: belongsTo('currency', { of: 'code', direction: 'out' }),
    ...authors,
  },
})
