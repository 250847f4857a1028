import { transmissionMethodOverrides } from '../../purchase-orders/purchase-order.js'
import { defineEmbedded, embedsOne } from '../schema/embedded.js'
import {
  alike,
  belongsTo,
  boolean,
  datetime,
  empty,
  emptyList,
  type FieldMaker,
  kept,
  keptList,
  keptObject,
  keptReference,
  string,
} from '../schema/field.js'
import type { ObjectDefinition } from '../schema/object.js'

/** Why a change was rejected. */
export const rejectReason: ObjectDefinition = defineEmbedded({
  name: 'reject-reason',
  title: 'Reasons of Rejections',
  fields: { comments: string() },
})

/** @param ofOrder SQL of a column of the order. */
export function changeDetails(ofOrder: (column: string) => string): Readonly<Record<string, FieldMaker>> {
  return {
    'acknowledged-at': datetime({ sql: ofOrder('acknowledged_at'), direction: 'out' }),
    'price-hidden': boolean({ sql: ofOrder('hide_price'), direction: 'out' }),
    'reject-reason': embedsOne('reject-reason', {
      sql: `CASE WHEN t.reject_reason IS NOT NULL THEN json_object('comments', t.reject_reason) END`,
      direction: 'out',
    }),
    'hide-price': kept('boolean', { direction: 'in' }),
    'payment-method': kept('string', { direction: 'in', maxLength: 255 }),
    'transmission-method-override': kept('string', { oneOf: transmissionMethodOverrides }),
    'transmission-emails': kept('string'),
    ...alike(
      'source-part-num manufacturer-name manufacturer-part-number',
      kept('string', { maxLength: 255 }),
    ),
    'payment-term': keptReference('payment-term', 'code'),
    'shipping-term': keptReference('shipping-term', 'code'),
    'ship-to-address': belongsTo('address', {
      of: 'location_code',
      sql: ofOrder(`ship_to ->> '$.code'`),
      direction: 'out',
    }),
    'ship-to-user': keptReference('user', 'login'),
    department: keptReference('department', 'name'),
    pcard: keptObject(),
    'extra-line-attribute': keptObject(),
    milestones: keptList(),
    'recurring-rules': emptyList(),
    'service-type': empty(),
    'easy-form-response-id': empty('integer'),
  }
}
