import type { AllocationDraft } from '../../accounting/allocation.js'
import {
  datetime,
  type FieldMaker,
  hasMany,
  integer,
  kept,
  keptObject,
  keptReference,
} from '../schema/field.js'
import { type Given, keptGiven, keyGiven, listGiven, said, textGiven } from '../schema/given.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'

/** One account is no split: Coupa shows it as the line's own. `share`: what stands in the column, in SQL. */
const definition = (
  of: { readonly name: string; readonly scope: string; readonly title: string },
  table: string,
  share = 'e.value',
): ObjectDefinition =>
  defineObject({
    ...of,
    element: 'account-allocation',
    table: `(SELECT l.id * 1000 + e.key + 1 AS id, l.id AS line, ${share} AS more, l.created_at, l.updated_at
      FROM ${table} l, json_each(l.allocations) e
      WHERE l.allocations <> '[]' AND json_array_length(l.allocations) > 1)`,
    namedBy: ['id'],
    fields: {
      id: integer({ direction: 'out' }),
      'created-at': datetime({ direction: 'out' }),
      'updated-at': datetime({ direction: 'out' }),
      amount: kept('decimal', { places: 2 }),
      pct: kept('decimal'),
      account: keptReference('account', 'name'),
      period: keptObject(),
    },
  })

/** Shares of a line's total, each with its account. Names of the fields are Coupa's. */
export const requisitionLineAllocation = definition(
  { name: 'requisition-line-allocation', scope: 'requisition', title: 'Requisition Lines' },
  'requisition_lines',
)
export const orderLineAllocation = definition(
  { name: 'order-line-allocation', scope: 'purchase_order', title: 'Purchase Order Lines' },
  'purchase_order_lines',
  // An order keeps the whole account as it was.
  `json_set(e.value, '$.account', json_extract(e.value, '$.account.name'))`,
)
export const changeLineAllocation = definition(
  { name: 'order-line-change-allocation', scope: 'purchase_order_change', title: 'Purchase Order Changes' },
  'purchase_order_change_lines',
)
export const invoiceLineAllocation = definition(
  { name: 'invoice-line-allocation', scope: 'invoice', title: 'Invoice Lines' },
  'invoice_lines',
)

/** The list on a line. */
export const allocationsOf = (object: ObjectDefinition): FieldMaker =>
  hasMany(object.name, { foreign: 't.line', direction: 'both' })

/** The account of a line that is charged to one. */
export const soleAccount = (path: string, line = 't') =>
  `CASE WHEN json_array_length(${line}.allocations) = 1 THEN json_extract(${line}.allocations, '$[0].${path}') END`

/** What a body says of a line's accounts: a list, or one account for all. Undefined: nothing. */
export function allocationsGiven(given: Given): readonly AllocationDraft[] | undefined {
  const list = listGiven(given, 'account-allocations')
  if (list !== undefined && list.length > 0) return list.map(allocationGiven)
  const account = keyGiven(given, 'account')
  return account ? [{ account, pct: '100' }] : undefined
}

function allocationGiven(given: Given): AllocationDraft {
  return {
    account: keyGiven(given, 'account') ?? '',
    ...said({
      amount: textGiven(given, 'amount') ?? undefined,
      pct: textGiven(given, 'pct') ?? undefined,
      period: keptGiven(given, 'period'),
    }),
  }
}
