import {
  alike,
  belongsTo,
  boolean,
  datetime,
  decimal,
  integer,
  kept,
  keptReference,
  string,
} from '../schema/field.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { tableWriter } from '../schema/table-writer.js'
import { contractDetails } from './contract-details.js'
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

export const contract: ObjectDefinition = defineObject({
  name: 'contract',
  path: 'contracts',
  title: 'Contracts',
  scope: 'contract',
  table: 'contracts',
  customFields: 'custom_fields',
  embedded: ['id', 'created-at', 'updated-at', 'name', 'number', 'status', 'start-date', 'end-date'],
  fields: {
    ...identity,
    name: string({ required: true, unique: true, maxLength: 100 }),
    number: string({ required: true, unique: true, maxLength: 50 }),
    status: string({ oneOf: ['draft', 'pending_approval', 'published', 'completed', 'expired'] }),
    type: string({ sql: `'MasterContract'`, direction: 'out' }),
    'start-date': datetime(),
    'end-date': datetime(),
    'minimum-value': decimal({ places: 2 }),
    'maximum-value': decimal({ places: 2 }),
    supplier: belongsTo('supplier', { required: true }),
    currency: belongsTo('currency', { of: 'code' }),
    'payment-term': keptReference('payment-term', 'code'),
    'shipping-term': keptReference('shipping-term', 'code'),
    submitter: belongsTo('user', { of: 'login', sql: 't.created_by', direction: 'out' }),
    ...contractDetails,
    ...authors,
  },
  ...tableWriter(() => contract, { beginning: { status: 'draft' } }),
  actions: [
    {
      method: 'PUT',
      path: ':id/complete',
      summary: 'Ends a contract',
      scope: 'write',
      perform({ transaction }, id) {
        transaction(({ db }) => db.run(`UPDATE contracts SET status = 'completed' WHERE id = $id`, { id }))
        return id
      },
    },
  ],
})
