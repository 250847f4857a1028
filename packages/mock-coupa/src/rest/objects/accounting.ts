import type { Account } from '../../company/company.js'
import type { Database } from '../../store/database.js'
import type { Condition } from '../schema/condition.js'
import { belongsTo, boolean, type FieldMaker, integer, kept, string } from '../schema/field.js'
import { type Given, textGiven } from '../schema/given.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { tableWriter } from '../schema/table-writer.js'
import { companyWriter } from './company-writer.js'
import { authors, identity } from './dated.js'

export const currency: ObjectDefinition = defineObject({
  name: 'currency',
  plural: 'currencies',
  path: 'currencies',
  title: 'Currencies',
  scope: 'common',
  table: 'currencies',
  embedded: ['id', 'code', 'decimals'],
  fields: {
    ...identity,
    code: string({ direction: 'out' }),
    name: string({ direction: 'out' }),
    decimals: integer({ direction: 'out' }),
    symbol: string({ direction: 'out' }),
    'enabled-flag': boolean({ sql: 't.enabled AND t.removed_at IS NULL', direction: 'out' }),
    ...authors,
  },
})

export const accountType: ObjectDefinition = defineObject({
  name: 'account-type',
  path: 'account_types',
  title: 'Account Types',
  scope: 'accounting',
  table: 'account_types',
  where: 't.removed_at IS NULL',
  fields: {
    ...identity,
    name: string({ direction: 'out' }),
    active: boolean({ direction: 'out' }),
    'legal-entity-name': string({ sql: 't.name', direction: 'out' }),
    'dynamic-flag': boolean({ sql: '0', direction: 'out' }),
    currency: belongsTo('currency', { of: 'code', direction: 'out' }),
    ...authors,
  },
})

const segmentNames = Array.from({ length: 20 }, (_, index) => `segment-${index + 1}`)

const segments: Readonly<Record<string, FieldMaker>> = Object.fromEntries(
  segmentNames.map(name => [name, string({ maxLength: 100 })]),
)

const accountFields = {
  ...identity,
  name: string({ unique: true, maxLength: 255 }),
  code: string({ direction: 'out' }),
  active: boolean(),
  'account-type-id': integer({
    sql: '(SELECT id FROM account_types WHERE account_types.name = t.account_type)',
    direction: 'out',
  }),
  ...segments,
  'account-type': belongsTo('account-type', { of: 'name' }),
  ...authors,
}

export const account: ObjectDefinition = defineObject({
  name: 'account',
  path: 'accounts',
  title: 'Accounts',
  scope: 'accounting',
  table: 'accounts',
  where: 't.removed_at IS NULL',
  customFields: 'custom_fields',
  // A real order shows its accounts without them.
  embedded: Object.keys(accountFields),
  fields: accountFields,
  lists: [
    // Unverified: whose favourites. Nobody marks any here: everybody has the one that lines of theirs begin with.
    {
      path: 'favorites',
      summary: 'The favourite accounts of the person that the client acts as',
      where: ({ db, login }) => [among(db, 'SELECT account FROM users WHERE login = $login', login)],
    },
    {
      path: 'recent',
      summary: 'Accounts that this person has charged lately',
      where: ({ db, login }) => [among(db, recent, login)],
    },
  ],
  ...companyWriter({
    definition: () => account,
    own: ['active'],
    key: { column: 'name', of: known => known.name },
    listOf: company => company.accounts,
    write: accountOf,
  }),
})

/** The twenty that somebody charged last. */
const recent = `SELECT l.account FROM requisition_lines l JOIN requisitions r ON r.number = l.requisition
  WHERE r.login = $login AND l.account IS NOT NULL GROUP BY l.account ORDER BY max(l.id) DESC LIMIT 20`

function among(db: Database, sql: string, login: string): Condition {
  const names = db.all(sql, { login }).map(({ account }) => String(account))
  return { sql: 't.name', type: 'string', operator: 'in', values: names }
}

/** Without a name an account is known by its segments. */
function accountOf(given: Given, known: Account | undefined): Account {
  const ids = segmentNames.map(
    (name, index) =>
      textGiven(given, name) ?? (given.fields.has(name) ? '' : (known?.segments[index]?.id ?? '')),
  )
  const last = ids.findLastIndex(id => id !== '')
  return {
    name: known?.name ?? textGiven(given, 'name') ?? ids.filter(Boolean).join('-'),
    segments: ids.slice(0, last + 1).map((id, index) => ({
      type: known?.segments[index]?.type ?? `Segment ${index + 1}`,
      id,
      description: known?.segments[index]?.description ?? id,
    })),
  }
}

const paymentTermFields = {
  ...identity,
  code: string({ required: true, unique: true, maxLength: 255 }),
  description: string(),
  'days-for-net-payment': integer(),
  'days-for-discount-payment': kept('integer'),
  'discount-rate': kept('decimal'),
  active: boolean(),
  type: kept('string'),
  ...authors,
}

export const paymentTerm: ObjectDefinition = defineObject({
  name: 'payment-term',
  path: 'payment_terms',
  title: 'Payment Terms',
  scope: 'common',
  table: 'payment_terms',
  customFields: 'custom_fields',
  embedded: Object.keys(paymentTermFields),
  fields: paymentTermFields,
  ...tableWriter(() => paymentTerm),
})

const shippingTermFields = {
  ...identity,
  code: string({ required: true, unique: true, maxLength: 255 }),
  description: string(),
  active: boolean(),
  ...authors,
}

export const shippingTerm: ObjectDefinition = defineObject({
  name: 'shipping-term',
  path: 'shipping_terms',
  title: 'Shipping Terms',
  scope: 'common',
  table: 'shipping_terms',
  customFields: 'custom_fields',
  embedded: Object.keys(shippingTermFields),
  fields: shippingTermFields,
  ...tableWriter(() => shippingTerm),
})
