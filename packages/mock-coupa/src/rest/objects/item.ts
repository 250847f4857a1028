import type { Company } from '../../company/company.js'
import type { Item } from '../../company/item.js'
import { CoupaError } from '../../errors.js'
import {
  alike,
  belongsTo,
  boolean,
  decimal,
  kept,
  keptList,
  keptObject,
  keptReference,
  string,
} from '../schema/field.js'
import { flagGiven, type Given, idGiven, keyGiven, said, textGiven } from '../schema/given.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { companyWriter } from './company-writer.js'
import { authors, identity } from './dated.js'
import { supplierItems } from './supplier-item.js'

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
    active: boolean(),
    'item-type': string({ sql: `'Item'`, direction: 'out' }),
    'manufacturer-name': string({ maxLength: 255 }),
    'manufacturer-part-number': string({ maxLength: 255 }),
    'unspsc-code': string({ direction: 'out' }),
    ...alike('image-url external-image-url inventory-lot-expiration-type', kept('string')),
    ...alike('net-weight pack-qty pack-weight reorder-point', kept('decimal')),
    ...alike('connect-item-id consumption-quantity storage-quantity', kept('integer')),
    ...alike(
      `allow-partial-quantity inventory-lot-tracking-enabled receive-catch-weight require-asset-tag
        require-inspection use-pack-weight`,
      kept('boolean'),
    ),
    uom: belongsTo('uom', { of: 'code' }),
    ...alike('consumption-uom net-weight-uom pack-uom storage-uom', keptReference('uom', 'code')),
    commodity: belongsTo('commodity', { of: 'name' }),
    'price-amount': decimal({ sql: 't.price', places: 2 }),
    supplier: belongsTo('supplier', { direction: 'in', sql: 't.supplier' }),
    ...alike('receiving-form sustainability-detail tax-detail', keptObject()),
    'reorder-alerts': keptList(),
    ...authors,
  },
  nested: [
    {
      path: 'supplier_items',
      object: 'supplier-item',
      where: 't.removed_at IS NULL',
      parent: 't.item',
      create(call, id, body) {
        if ('bytes' in body) throw new CoupaError('ERR_COUPA_INVALID', 'A supplier item is no file')
        return supplierItems.create(call, body, id)
      },
      update: supplierItems.update,
    },
  ],
  ...companyWriter({
    definition: () => item,
    key: { column: 'id', of: known => known.id },
    listOf: company => company.items,
    write: itemOf,
  }),
  actions: [
    {
      method: 'GET',
      path: ':id/image',
      summary: 'Its image, which stands where `image-url` or `external-image-url` says',
      scope: 'read',
      perform({ db }, id) {
        const row = db.get(
          `SELECT coalesce(json_extract(more, '$."image-url"'), json_extract(more, '$."external-image-url"')) AS url
            FROM items WHERE id = $id`,
          { id },
        )
        if (typeof row?.url === 'string' && /^https?:\/\//i.test(row.url)) return { location: row.url }
        throw new CoupaError('ERR_COUPA_NOT_FOUND', `Item ${id} has no image`)
      },
    },
  ],
})

function itemOf(given: Given, known: Item | undefined, company: Company): Item {
  const text = (name: string) => textGiven(given, name) ?? undefined
  const id = known?.id ?? Math.max(0, ...company.items.map(other => other.id)) + 1
  const name = text('name') ?? known?.name ?? ''
  return {
    ...known,
    id,
    name,
    description: text('description') ?? known?.description ?? name,
    partNumber: text('item-number') ?? known?.partNumber ?? String(id),
    unitPrice: text('price-amount') ?? known?.unitPrice ?? '0',
    uom: keyGiven(given, 'uom') ?? known?.uom ?? company.uoms[0] ?? 'EA',
    unspsc: known?.unspsc ?? '',
    supplier: idGiven(given, 'supplier') ?? known?.supplier ?? company.suppliers[0]?.id ?? 0,
    ...said({
      manufacturerName: text('manufacturer-name'),
      manufacturerPartNumber: text('manufacturer-part-number'),
      commodity: keyGiven(given, 'commodity') ?? undefined,
      active: flagGiven(given, 'active'),
    }),
  }
}
