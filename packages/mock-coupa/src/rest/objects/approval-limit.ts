import { defineEmbedded, embedsOne } from '../schema/embedded.js'
import { belongsTo, columnName, decimal, type FieldMaker, integer, string } from '../schema/field.js'
import { type Given, objectGiven, textGiven } from '../schema/given.js'
import type { ObjectDefinition } from '../schema/object.js'

/** Up to how much somebody may approve. Documented by the sample answers of the Users API. */
export const approvalLimit: ObjectDefinition = defineEmbedded({
  name: 'approval-limit',
  title: 'Approval Limits',
  byWord: 'amount',
  fields: {
    id: integer(),
    name: string({ maxLength: 255 }),
    amount: decimal({ required: true, places: 2 }),
    subject: string({ maxLength: 255 }),
    currency: belongsTo('currency', { of: 'code' }),
  },
})

/** A limit that the mock acts upon: an amount in the company's currency, in a column of the user's row. */
export const actedLimit =
  (subject: 'requisition_header' | 'invoice_header' | 'contract'): FieldMaker =>
  name => {
    const amount = `t.${columnName(name)}`
    const currency = '(SELECT currency FROM account_types WHERE removed_at IS NULL LIMIT 1)'
    return embedsOne('approval-limit', {
      sql: `CASE WHEN ${amount} IS NOT NULL THEN json_object('name', ${amount} || ' ' || ${currency},
        'amount', ${amount}, 'subject', '${subject}', 'currency', ${currency}) END`,
    })(name)
  }

/** The amount of a limit that a body gives, by the first of its names that is there. Null takes it away. */
export function limitGiven(given: Given, ...names: readonly string[]): string | null | undefined {
  const limit = objectGiven(given, names.find(name => given.fields.has(name)) ?? '')
  return limit ? textGiven(limit, 'amount') : limit
}
