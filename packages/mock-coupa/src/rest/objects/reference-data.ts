import { alike, belongsTo, boolean, integer, kept, keptReference, string } from '../schema/field.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { tableWriter } from '../schema/table-writer.js'
import { authors, identity } from './dated.js'

const levelNames = Array.from({ length: 10 }, (_, index) => `level-${index + 1}-name`).join(' ')

export const lookup: ObjectDefinition = defineObject({
  name: 'lookup',
  path: 'lookups',
  title: 'Lookups',
  scope: 'common',
  table: 'lookups',
  embedded: ['id', 'created-at', 'updated-at', 'name', 'active', 'description'],
  fields: {
    ...identity,
    name: string({ required: true, unique: true, maxLength: 255 }),
    description: string(),
    active: boolean(),
    'fixed-depth': kept('integer'),
    ...alike(levelNames, kept('string', { maxLength: 255 })),
    ...authors,
  },
  ...tableWriter(() => lookup),
})

export const lookupValue: ObjectDefinition = defineObject({
  name: 'lookup-value',
  path: 'lookup_values',
  title: 'Lookup Values',
  scope: 'common',
  table: 'lookup_values',
  customFields: 'custom_fields',
  embedded: ['id', 'name', 'active', 'external-ref-num', 'external-ref-code'],
  fields: {
    ...identity,
    name: string({ required: true, maxLength: 255 }),
    active: boolean(),
    description: string(),
    'external-ref-num': string(),
    'external-ref-code': string(),
    'is-default': boolean(),
    depth: integer({ sql: 'CASE WHEN t.parent IS NULL THEN 0 ELSE 1 END', direction: 'out' }),
    'lookup-id': integer({ sql: 't.lookup', direction: 'out' }),
    'parent-id': integer({ sql: 't.parent', direction: 'out' }),
    lookup: belongsTo('lookup', { required: true }),
    parent: belongsTo('lookup-value'),
    'account-type': keptReference('account-type', 'name'),
    ...authors,
  },
  ...tableWriter(() => lookupValue),
})
