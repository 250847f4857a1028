import type { Commodity, Company, Item, PunchoutSite } from '../../company/company.js'
import { belongsTo, boolean, decimal, empty, emptyList, kept, string } from '../schema/field.js'
import { flagGiven, type Given, idGiven, keyGiven, said, textGiven } from '../schema/given.js'
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

/** Unverified: the path, which no page of Coupa's prints. */
export const punchoutSite: ObjectDefinition = defineObject({
  name: 'punchout-site',
  path: 'punchout_sites',
  title: 'Punchout Sites',
  scope: 'punchout_site',
  table: 'punchout_sites',
  where: 't.removed_at IS NULL',
  embedded: ['id', 'name', 'title', 'description'],
  fields: {
    ...identity,
    name: string({ required: true, unique: true, maxLength: 255 }),
    title: string({ sql: 't.name', direction: 'out' }),
    description: string({ maxLength: 255 }),
    url: string({ required: true, maxLength: 255 }),
    domain: string({ required: true, maxLength: 255 }),
    identity: string({ required: true, maxLength: 255 }),
    secret: string({ required: true, maxLength: 255, direction: 'in', sql: 'NULL' }),
    'sender-domain': string({ required: true, maxLength: 255 }),
    'sender-identity': string({ required: true, maxLength: 255 }),
    protocol: string({ sql: `'cxml'` }),
    'supports-edit': boolean(),
    'supports-inspect': boolean(),
    'use-api': boolean({ direction: 'out' }),
    'ssl-version': kept('string', { maxLength: 255 }),
    'disable-cert-verify': kept('boolean'),
    'is-from-coupa-checkout': kept('boolean'),
    'is-coupa-advantage': boolean({ sql: '0', direction: 'out' }),
    'is-user-preferred': boolean({ sql: '0', direction: 'out' }),
    supplier: belongsTo('supplier', { required: true }),
    tags: emptyList(),
    'related-commodities': emptyList(),
    ...authors,
  },
  ...companyWriter({
    definition: () => punchoutSite,
    key: { column: 'id', of: site => site.id },
    listOf: company => company.punchoutSites,
    write: siteOf,
  }),
})

function siteOf(given: Given, known: PunchoutSite | undefined, company: Company): PunchoutSite {
  const text = (name: string) => textGiven(given, name) ?? undefined
  const base: PunchoutSite = known ?? {
    id: Math.max(0, ...company.punchoutSites.map(({ id }) => id)) + 1,
    name: '',
    description: '',
    url: '',
    domain: '',
    identity: '',
    secret: '',
    senderDomain: '',
    senderIdentity: '',
    supplier: 0,
    active: true,
    supportsEdit: false,
    supportsInspect: false,
    sendsShipTo: true,
    tags: [],
    openBuy: { enabled: false, url: '', credentials: '', timeoutMs: 5_000 },
  }
  return {
    ...base,
    ...said({
      name: text('name'),
      description: text('description'),
      url: text('url'),
      domain: text('domain'),
      identity: text('identity'),
      secret: text('secret'),
      senderDomain: text('sender-domain'),
      senderIdentity: text('sender-identity'),
      supplier: idGiven(given, 'supplier') ?? undefined,
      supportsEdit: flagGiven(given, 'supports-edit'),
      supportsInspect: flagGiven(given, 'supports-inspect'),
    }),
  }
}
