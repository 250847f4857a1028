import type { Commodity } from '../../company/company.js'
import { boolean, kept, keptReference, string } from '../schema/field.js'
import { textGiven } from '../schema/given.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { companyWriter } from './company-writer.js'
import { authors, identity } from './dated.js'

const uomFields = {
  ...identity,
  code: string({ required: true, unique: true, maxLength: 6 }),
  name: string({
    sql: `coalesce(json_extract(t.more, '$.name'), t.name)`,
    column: 'more.name',
    maxLength: 100,
  }),
  'allowable-precision': kept('integer'),
  active: boolean(),
  ...authors,
}

export const uom: ObjectDefinition = defineObject({
  name: 'uom',
  path: 'uoms',
  title: 'Units of Measure',
  scope: 'uom',
  table: 'uoms',
  where: 't.removed_at IS NULL',
  customFields: 'custom_fields',
  embedded: Object.keys(uomFields),
  fields: uomFields,
  ...companyWriter<string>({
    definition: () => uom,
    own: ['active'],
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
    active: boolean(),
    'translated-name': string({ sql: 't.name', direction: 'out' }),
    category: kept('string', { oneOf: ['goods', 'services', 'monetary', 'others'] }),
    subcategory: kept('string', { oneOf: ['raw_materials', 'investment_goods', 'services_exceptions'] }),
    deductibility: kept('string', {
      oneOf: ['fully_deductible', 'partially_deductible', 'not_deductible'],
    }),
    preferred: kept('string', { oneOf: ['Yes', 'No', 'Automatic', 'Always', 'Never'] }),
    'imported-from-taxonomy': boolean({ sql: '0', direction: 'out' }),
    parent: keptReference('commodity'),
    ...authors,
  },
  ...companyWriter<Commodity>({
    definition: () => commodity,
    own: ['active'],
    key: { column: 'name', of: known => known.name },
    listOf: company => company.commodities,
    // A prefix that no code has: pages map codes to commodities, the API does not.
    write: (given, known) => known ?? { name: textGiven(given, 'name') ?? '', unspscPrefix: '-' },
  }),
})
