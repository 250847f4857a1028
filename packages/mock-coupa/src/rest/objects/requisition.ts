import { findPerson, fullName } from '../../company/people.js'
import { abandon } from '../../requisitions/abandon.js'
import {
  belongsTo,
  boolean,
  datetime,
  decimal,
  emptyList,
  hasMany,
  integer,
  kept,
  keptList,
  keptObject,
  string,
} from '../schema/field.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { approvalFields } from './chain-actions.js'
import { attachmentsOf, conversationOn } from './conversation.js'
import { authors, identity } from './dated.js'
import { requisitionActions } from './requisition-actions.js'
import { changeRequisition, createRequisition } from './requisition-writer.js'
import { tagFields } from './tags.js'

export const requisition: ObjectDefinition = defineObject({
  name: 'requisition-header',
  path: 'requisitions',
  title: 'Requisitions',
  scope: 'requisition',
  table: 'requisitions',
  id: 't.number',
  customFields: 'custom_fields',
  namedBy: ['id'],
  fields: {
    ...identity,
    id: integer({ sql: 't.number' }),
    'req-title': string({ sql: 't.title', maxLength: 50 }),
    'buyer-note': string(),
    justification: string(),
    'need-by-date': datetime(),
    'reject-reason-comment': string({ sql: 't.reject_reason', direction: 'out' }),
    status: string({ direction: 'out' }),
    'price-hidden': boolean({ sql: 't.hide_price', direction: 'out' }),
    'hide-price': boolean({ direction: 'in' }),
    'submitted-at': datetime({ direction: 'out' }),
    exported: boolean(),
    'last-exported-at': datetime({ direction: 'out' }),
    'ship-to-attention': string({ maxLength: 255 }),
    'receiving-warehouse-id': kept('integer'),
    'external-po-reference': string({ maxLength: 255 }),
    'line-count': integer({
      sql: '(SELECT count(*) FROM requisition_lines l WHERE l.requisition = t.number)',
      direction: 'out',
    }),
    total: decimal({ direction: 'out', places: 2 }),
    'total-with-estimated-tax': decimal({
      sql: `CASE t.estimated_tax_percent WHEN '0' THEN t.total
        ELSE decimal_with_percent(t.total, t.estimated_tax_percent) END`,
      direction: 'out',
      places: 2,
    }),
    'mobile-total': decimal({ sql: 't.total', direction: 'out', places: 2 }),
    currency: belongsTo('currency', { of: 'code' }),
    'requested-by': belongsTo('user', { of: 'login', sql: 't.login' }),
    requester: belongsTo('user', { of: 'login', sql: 't.login', direction: 'in' }),
    'issue-at': datetime({ direction: 'in', sql: 'NULL' }),
    'ship-to-address': belongsTo('address', {
      of: 'location_code',
      sql: 'coalesce(t.ship_to, (SELECT address FROM users WHERE users.login = t.login))',
      column: 'ship_to',
    }),
    department: belongsTo('department', { of: 'name' }),
    attachments: attachmentsOf('RequisitionHeader', 't.number'),
    'requisition-lines': hasMany('requisition-line', {
      sql: 't.number',
      foreign: 't.requisition',
      order: 't.line_num',
      direction: 'both',
    }),
    ...approvalFields('RequisitionHeader', 't.number'),
    'mobile-currency': belongsTo('currency', { of: 'code', sql: 't.currency', direction: 'out' }),
    milestones: keptList(),
    'recurring-rules': emptyList(),
    ...tagFields('RequisitionHeader', 't.number'),
    pcard: keptObject(),
    'user-members': emptyList(),
    'user-group-members': emptyList(),
    ...authors,
    'created-by': belongsTo('user', { of: 'login' }),
  },
  create: (call, given) => createRequisition(call, given, 'draft'),
  update: (call, id, given) => changeRequisition(call, id, given),
  remove(call, id) {
    call.transaction(work => abandon(work, id, { name: fullName(findPerson(work.company, call.login)) }))
  },
  actions: requisitionActions(),
  nested: conversationOn('RequisitionHeader'),
  lists: [
    {
      path: 'mine',
      summary: 'Requisitions of the person that the client acts as',
      where: ({ login }) => [{ sql: 't.login', type: 'string', operator: 'eq', values: [login] }],
    },
  ],
})
