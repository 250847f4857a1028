import { insertMail } from '../../notifications/mail-records.js'
import { textOf } from '../../store/row.js'
import type { Call } from '../schema/call.js'
import { defineEmbedded, embedsMany, embedsOne } from '../schema/embedded.js'
import {
  alike,
  belongsTo,
  boolean,
  emptyList,
  type FieldMaker,
  integer,
  kept,
  keptReference,
  string,
} from '../schema/field.js'
import type { Given } from '../schema/given.js'
import type { ObjectDefinition } from '../schema/object.js'

export const role: ObjectDefinition = defineEmbedded({
  name: 'role',
  title: 'Roles',
  byWord: 'name',
  fields: {
    id: integer(),
    name: string({ required: true, maxLength: 255 }),
    description: string(),
    omnipotent: boolean(),
    'system-role': boolean(),
  },
})

/**
 * Administrators have the role Admin, and whoever is given it is one. Other roles are kept; who has none is a User.
 * Documented: both names, in the sample answers of the Users API.
 */
const roles = `(SELECT json_group_array(json(role)) FROM (
  SELECT '{"id":2,"name":"Admin","omnipotent":true,"system-role":true}' AS role WHERE t.administrator = 1
  UNION ALL
  SELECT value FROM json_each(coalesce(json_extract(t.more, '$.roles'), '[{"id":3,"name":"User","system-role":true}]'))
  WHERE json_extract(value, '$.name') <> 'Admin'))`

/** Licences and the like are always one of the two. */
const flag =
  (beginning: 0 | 1 = 0): FieldMaker =>
  name =>
    boolean({ sql: `coalesce(json_extract(t.more, '$."${name}"'), ${beginning})`, column: `more.${name}` })(
      name,
    )

const or = (name: string, otherwise: string) => ({
  sql: `coalesce(json_extract(t.more, '$."${name}"'), ${otherwise})`,
  column: `more.${name}`,
})

/** What Coupa knows of somebody besides what the mock acts upon. Documented: Users API. */
export const userDetails: Readonly<Record<string, FieldMaker>> = {
  ...alike(
    'salesforce-id avatar-thumb-url sso-identifier business-function seniority-level',
    kept('string', { maxLength: 255 }),
  ),
  'authentication-method': string(or('authentication-method', "'coupa_credentials'")),
  'mention-name': string({ ...or('mention-name', 't.login'), unique: true, maxLength: 255 }),
  'default-locale': string({ ...or('default-locale', "'en'"), maxLength: 10 }),
  'employee-payment-channel': string({ ...or('employee-payment-channel', "'ERP'"), maxLength: 255 }),
  'account-security-type': integer(or('account-security-type', '0')),
  'business-group-security-type': integer({ ...or('business-group-security-type', '0'), oneOf: ['0', '1'] }),
  'purchasing-user': flag(1),
  ...alike(
    `expense-user sourcing-user inventory-user contracts-user analytics-user invoicing-user aic-user ccw-user
      category-planner-user category-strategy-user clm-advanced-user risk-assess-user spend-guard-user
      supply-chain-user travel-user treasury-user api-user msp-user edit-invoice-on-quick-entry
      allow-employee-payment-account-creation allow-user-to-upload-invoice-from-mobile`,
    flag(),
  ),
  'salesforce-enabled': boolean({ ...or('salesforce-enabled', '0'), direction: 'in' }),
  // There are no passwords here: whoever reaches the mock may be anybody.
  password: string({ direction: 'in', sql: 'NULL' }),
  'generate-password-and-notify': boolean({ direction: 'in', sql: 'NULL' }),
  ...alike(
    'approval-limit self-approval-limit',
    embedsOne('approval-limit', { direction: 'in', sql: 'NULL' }),
  ),
  ...alike(
    `expense-approval-limit expense-self-approval-limit work-confirmation-approval-limit
      escalation-threshold`,
    embedsOne('approval-limit'),
  ),
  'phone-work': embedsOne('phone-number'),
  'phone-mobile': embedsOne('phone-number'),
  'default-currency': belongsTo('currency', {
    of: 'code',
    ...or('default-currency', '(SELECT currency FROM account_types WHERE removed_at IS NULL LIMIT 1)'),
  }),
  'default-account-type': belongsTo('account-type', {
    of: 'name',
    ...or('default-account-type', '(SELECT a.account_type FROM accounts a WHERE a.name = t.account)'),
  }),
  'country-of-residence': keptReference('country', 'code'),
  'legal-entity': embedsOne('legal-entity'),
  roles: embedsMany('role', { sql: roles, column: 'more.roles' }),
  'account-groups': embedsMany('account-group'),
  'approval-groups': embedsMany('approval-group', { sql: 't.approval_groups' }),
  'content-groups': embedsMany('content-group'),
  'user-groups': embedsMany('user-group'),
  'inventory-organizations': embedsMany('inventory-organization'),
  'working-warehouses': embedsMany('warehouse'),
  'can-expense-for': emptyList(),
  'expenses-delegated-to': emptyList(),
}

/** Documented: `generate-password-and-notify` invites somebody by mail. Unverified: its words. */
export function inviteIfAsked(call: Call, id: number, given: Given): void {
  if (given.fields.get('generate-password-and-notify') !== true) return
  const row = call.db.get('SELECT email, firstname FROM users WHERE id = $id', { id })
  if (row === undefined) return
  const lines = [
    `Hello ${textOf(row, 'firstname')},`,
    `an account of Coupa was made for you. Sign in at ${call.publicUrl()}/`,
  ]
  call.transaction(work =>
    insertMail(work, { to: textOf(row, 'email'), subject: 'Welcome to Coupa', text: lines.join('\n\n') }),
  )
}
