import { belongsTo, boolean, datetime, integer, string } from '../schema/field.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { authors, identity } from './dated.js'

/** Coupa documents the list alone: people delegate in their own settings. */
export const delegation: ObjectDefinition = defineObject({
  name: 'delegation',
  path: 'delegations',
  title: 'Delegates',
  // Unverified: which scope opens it.
  scope: 'user',
  table: 'delegations',
  namedBy: ['id'],
  fields: {
    ...identity,
    reason: string({ maxLength: 255, direction: 'out' }),
    'start-date': datetime({ direction: 'out' }),
    'end-date': datetime({ direction: 'out' }),
    'approval-delegate': boolean({ direction: 'out' }),
    'invoice-requester-delegate': boolean({ direction: 'out' }),
    'receiving-delegate': boolean({ direction: 'out' }),
    'review-delegate': boolean({ direction: 'out' }),
    'delegator-id': integer({
      sql: '(SELECT id FROM users WHERE users.login = t.delegator)',
      direction: 'out',
    }),
    'delegate-id': integer({
      sql: '(SELECT id FROM users WHERE users.login = t.delegate)',
      direction: 'out',
    }),
    delegator: belongsTo('user', { of: 'login', direction: 'out' }),
    delegate: belongsTo('user', { of: 'login', direction: 'out' }),
    ...authors,
  },
})
